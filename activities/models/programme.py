from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Stamped
from activities.querysets import ProgrammeQuerySet
from relationships.folded_field import FoldedField


class Programme(Stamped):
    """What recurs within a relationship, such as a yearly student exchange."""

    relationship = models.ForeignKey(
        "relationships.Relationship", on_delete=models.PROTECT, related_name="programmes"
    )
    name = models.CharField(_("name"), max_length=200)
    search_text = FoldedField(of="name")
    every_years = models.PositiveSmallIntegerField(_("every how many years"), default=1)
    first_year = models.PositiveSmallIntegerField(_("first year"))
    last_year = models.PositiveSmallIntegerField(_("last year"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        verbose_name = _("programme")
        verbose_name_plural = _("programmes")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "name"],
                name="programme_once_per_relationship",
                violation_error_message=_("The relationship already has this programme."),
            ),
            models.CheckConstraint(
                condition=Q(every_years__gte=1),
                name="programme_recurs",
                violation_error_message=_("A programme recurs every year or less often."),
            ),
            models.CheckConstraint(
                condition=Q(last_year__isnull=True) | Q(last_year__gte=F("first_year")),
                name="programme_ends_after_it_begins",
                violation_error_message=_("A programme cannot end before it begins."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("programme_detail", args=[self.pk])

    @property
    def office(self):
        return self.relationship.office

    def is_due_in(self, year: int) -> bool:
        """An occurrence falls in policy year ``year``."""
        if year < self.first_year or (self.last_year and year > self.last_year):
            return False
        return (year - self.first_year) % self.every_years == 0
