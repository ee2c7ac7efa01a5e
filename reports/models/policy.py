from dataclasses import fields

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Office
from relationships.models.relationship import Tier
from reports.metrics import Thresholds
from reports.querysets import PolicyQuerySet


def months(label, default):
    return models.PositiveSmallIntegerField(label, default=default)


def percent(label, default):
    return models.PositiveSmallIntegerField(label, default=default)


class Policy(models.Model):
    """The thresholds of an office, in force from a date until the next version.

    Without an office it is the portal's default; without a tier it holds for all tiers.
    The most particular one in force wins: office and tier, office, tier, default.
    """

    office = models.ForeignKey(
        Office, verbose_name=_("office"), null=True, blank=True,
        on_delete=models.CASCADE, related_name="policies",
    )  # fmt: skip
    tier = models.CharField(_("tier"), max_length=12, choices=Tier, blank=True)
    valid_from = models.DateField(_("in force since"))
    active_months = months(_("active up to, months"), 12)
    cooling_months = months(_("cooling up to, months"), 24)
    inactive_months = months(_("inactive after, months"), 60)
    new_months = months(_("new for, months"), 24)
    window_years = models.PositiveSmallIntegerField(_("years of the window"), default=5)
    heavy_minimum = models.PositiveSmallIntegerField(
        _("activities needed to call a tie official-heavy"), default=3
    )
    heavy_percent = percent(_("official-heavy from, percent with government"), 70)
    community_percent = percent(_("and below, percent with community"), 50)
    sporadic_percent = percent(_("sporadic up to, percent of years active"), 40)
    unclassified_percent = percent(_("classify first above, percent unclassified"), 20)
    grace_days = models.PositiveSmallIntegerField(_("days of grace after the year"), default=30)
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("set by"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    note = models.TextField(_("note"), blank=True)

    objects = PolicyQuerySet.as_manager()
    history_parts = ()

    class Meta:
        verbose_name = _("policy")
        verbose_name_plural = _("policies")
        ordering = ["office__name", "tier", "-valid_from", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "tier", "valid_from"],
                name="policy_one_version_a_day",
                violation_error_message=_("A policy for this begins on this day already."),
            ),
            models.UniqueConstraint(
                fields=["tier", "valid_from"],
                condition=Q(office__isnull=True),
                name="default_policy_one_version_a_day",
                violation_error_message=_("A default for this begins on this day already."),
            ),
            models.CheckConstraint(
                condition=Q(active_months__lt=F("cooling_months"))
                & Q(cooling_months__lt=F("inactive_months"))
                & Q(active_months__gte=1),
                name="policy_months_rise",
                violation_error_message=_(
                    "The months for active, cooling and inactive must rise, from 1 on."
                ),
            ),
            models.CheckConstraint(
                condition=Q(window_years__range=(1, 20)),
                name="policy_window_years_in_range",
                violation_error_message=_("The window has 1 to 20 years."),
            ),
            models.CheckConstraint(
                condition=Q(heavy_percent__lte=100)
                & Q(community_percent__lte=100)
                & Q(sporadic_percent__lte=100)
                & Q(unclassified_percent__lte=100)
                & Q(heavy_minimum__gte=1),
                name="policy_percents_are_percents",
                violation_error_message=_("A percentage lies between 0 and 100."),
            ),
        ]

    def __str__(self):
        tier = self.get_tier_display() if self.tier else _("all tiers")
        return f"{self.office or _('Default')}, {tier}, {self.valid_from}"

    @property
    def thresholds(self) -> Thresholds:
        """Its figures as the metrics take them; the columns bear the same names."""
        return Thresholds(**{field.name: getattr(self, field.name) for field in fields(Thresholds)})
