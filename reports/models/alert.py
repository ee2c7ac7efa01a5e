from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from reports.models.answering import AlertState, Answering
from reports.querysets import AlertQuerySet, AlertStepQuerySet


class AlertKind(models.TextChoices):
    INACTIVE = "inactive", _("inactive")
    DORMANT = "dormant", _("dormant")
    OFFICIAL_HEAVY = "official_heavy", _("official-heavy")
    OFFICIAL_ONLY = "official_only", _("official-only")
    VULNERABLE = "vulnerable", _("vulnerable")
    NOT_REPORTED = "not_reported", _("not reported")
    AGREEMENT_ENDING = "agreement_ending", _("agreement ending")
    NOTICE_AHEAD = "notice_ahead", _("notice date ahead")
    ANNIVERSARY_AHEAD = "anniversary_ahead", _("anniversary ahead")
    REVIEW_DUE = "review_due", _("review due")
    CONTACT_UNVERIFIED = "contact_unverified", _("contact unverified")
    PROGRAMME_MISSED = "programme_missed", _("programme missed")


class Alert(Answering):
    """A finding that somebody must answer, with its figures, rule and policy frozen.

    ``period`` names what the alert is about once and for all: a policy year, or the date and
    record that lie ahead. Nothing is raised twice for one relationship, kind and period.
    """

    relationship = models.ForeignKey(
        "relationships.Relationship", on_delete=models.CASCADE, related_name="alerts"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=AlertKind)
    period = models.CharField(_("period"), max_length=60)
    as_of = models.DateField(_("as of"))
    evaluation = models.ForeignKey(
        "reports.Evaluation", null=True, blank=True, on_delete=models.SET_NULL,
        related_name="alerts",
    )  # fmt: skip
    policy = models.ForeignKey(
        "reports.Policy", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    figures = models.JSONField(_("figures"), default=dict)
    rule = models.JSONField(_("thresholds"), default=dict)
    activities = models.ManyToManyField(
        "activities.Activity", verbose_name=_("rows behind it"), blank=True,
        related_name="alerts",
    )  # fmt: skip
    state = models.CharField(_("state"), max_length=12, choices=AlertState, default=AlertState.OPEN)
    snoozed_until = models.DateField(_("snoozed until"), null=True, blank=True)
    planned_activity = models.ForeignKey(
        "activities.Activity", verbose_name=_("planned activity"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="alerts_to_answer",
    )  # fmt: skip
    resolved_by_activity = models.ForeignKey(
        "activities.Activity", verbose_name=_("resolved by"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="alerts_resolved",
    )  # fmt: skip
    raised_at = models.DateTimeField(_("raised"), auto_now_add=True)
    resolved_at = models.DateTimeField(_("resolved"), null=True, blank=True)

    objects = AlertQuerySet.as_manager()

    class Meta:
        verbose_name = _("alert")
        verbose_name_plural = _("alerts")
        ordering = ["-raised_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "kind", "period"],
                name="alert_once_a_period",
                violation_error_message=_("This alert is already raised."),
            ),
            models.CheckConstraint(
                condition=Q(state="snoozed", snoozed_until__isnull=False)
                | (~Q(state="snoozed") & Q(snoozed_until__isnull=True)),
                name="alert_snoozed_until_a_day",
                violation_error_message=_("A snoozed alert needs the day it wakes."),
            ),
            models.CheckConstraint(
                condition=Q(state="resolved", resolved_at__isnull=False)
                | (~Q(state="resolved") & Q(resolved_at__isnull=True)),
                name="alert_resolved_at_a_moment",
                violation_error_message=_("A resolved alert keeps the moment it was resolved."),
            ),
        ]

    def __str__(self):
        return f"{self.relationship}: {self.get_kind_display()}"

    def get_absolute_url(self):
        return reverse("alert_detail", args=[self.pk])

    @property
    def office(self):
        return self.relationship.office


class AlertStep(models.Model):
    """One step in the life of an alert: who answered what, when and why."""

    alert = models.ForeignKey(Alert, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(_("state"), max_length=12, choices=AlertState)
    note = models.TextField(_("note"), blank=True)
    taken_at = models.DateTimeField(_("when"), auto_now_add=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("who"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip

    objects = AlertStepQuerySet.as_manager()

    class Meta:
        verbose_name = _("step of an alert")
        verbose_name_plural = _("steps of an alert")
        ordering = ["taken_at", "pk"]

    def __str__(self):
        return f"{self.alert}, {self.get_state_display()}"
