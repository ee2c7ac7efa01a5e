from django.db import models
from django.utils.translation import gettext_lazy as _

from accounts.models import Office
from relationships.querysets import CohortQuerySet


class Cohort(models.Model):
    """A named, saved set of ties to compare. Without an office it is for everybody."""

    office = models.ForeignKey(
        Office,
        verbose_name=_("office"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="cohorts",
    )
    name = models.SlugField(_("short name"), max_length=60, unique=True)
    title = models.CharField(_("title"), max_length=150, blank=True)
    description = models.TextField(_("description"), blank=True)
    is_demonstration = models.BooleanField(_("demonstration record"), default=False)
    relationships = models.ManyToManyField(
        "relationships.Relationship", verbose_name=_("relationships"), related_name="cohorts"
    )

    objects = CohortQuerySet.as_manager()

    class Meta:
        verbose_name = _("cohort")
        verbose_name_plural = _("cohorts")
        ordering = ["name"]

    def __str__(self):
        return self.title or self.name
