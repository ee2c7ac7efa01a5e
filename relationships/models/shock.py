from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField

from accounts.models import Office, Stamped
from relationships.querysets import ShockQuerySet


class ShockKind(models.TextChoices):
    DISPUTE = "dispute", _("Dispute")
    EPIDEMIC = "epidemic", _("Epidemic")
    DISASTER = "disaster", _("Disaster")
    OTHER = "other", _("Other")


class Shock(Stamped):
    """Something that hit ties with some countries. Without an office it is for everybody.

    One that was removed is hidden, and can be brought back.
    """

    office = models.ForeignKey(
        Office, verbose_name=_("office"), null=True, blank=True,
        on_delete=models.CASCADE, related_name="shocks",
    )  # fmt: skip
    name = models.CharField(_("name"), max_length=150)
    kind = models.CharField(_("kind"), max_length=10, choices=ShockKind)
    countries = CountryField(
        _("countries"), multiple=True, blank=True, help_text=_("None means all countries.")
    )
    start_date = models.DateField(_("began"))
    end_date = models.DateField(_("ended"), null=True, blank=True)
    source = models.TextField(_("source"), blank=True)
    removed_at = models.DateTimeField(_("removed"), null=True, editable=False)

    objects = ShockQuerySet.as_manager()

    class Meta:
        verbose_name = _("shock")
        verbose_name_plural = _("shocks")
        ordering = ["-start_date", "name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__isnull=True) | Q(end_date__gte=F("start_date")),
                name="shock_ends_after_it_begins",
                violation_error_message=_("A shock cannot end before it begins."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("shock_detail", args=[self.pk])
