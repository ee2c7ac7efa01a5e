from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Office
from relationships.querysets import CohortQuerySet


class Cohort(models.Model):
    """A named, saved set of ties to compare. Without an office it is for everybody.

    A removed one is offered no more; it can be put back.
    """

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

    removed_at = models.DateTimeField(_("removed"), null=True, editable=False)

    objects = CohortQuerySet.as_manager()

    class Meta:
        verbose_name = _("cohort")
        verbose_name_plural = _("cohorts")
        ordering = ["name"]

    def __str__(self):
        return self.title or self.name

    def get_absolute_url(self):
        return reverse("cohort_edit", args=[self.pk])

    def remove(self):
        self.removed_at = timezone.now()
        self.save(update_fields=["removed_at"])

    def put_back(self):
        self.removed_at = None
        self.save(update_fields=["removed_at"])
