from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Office, Stamped
from relationships.folding import search_text
from relationships.languages import language_of_name
from relationships.models.merging import Mergeable, OnRecord, merged_at_a_moment
from relationships.people_querysets import OrganisationQuerySet


class Side(models.TextChoices):
    OURS = "ours", _("our side")
    PARTNER = "partner", _("partner's side")


class Sector(models.TextChoices):
    """What an organisation counts as when it leads an activity."""

    GOVERNMENT = "government", _("government")
    COMMUNITY = "community", _("community")
    BUSINESS = "business", _("business")


class OrganisationKind(models.TextChoices):
    GOVERNMENT = "government", _("Government office")
    SOCIETY = "society", _("Twinning society or committee")
    SCHOOL = "school", _("School")
    UNIVERSITY = "university", _("University or college")
    ARTS = "arts", _("Arts organisation")
    SPORT = "sport", _("Sports club")
    CIVIC = "civic", _("Civic or charitable organisation")
    BUSINESS = "business", _("Business or chamber")
    OTHER = "other", _("Other")


SECTOR_OF_KIND = {
    OrganisationKind.GOVERNMENT: Sector.GOVERNMENT,
    OrganisationKind.BUSINESS: Sector.BUSINESS,
    OrganisationKind.OTHER: "",
}


class Organisation(Stamped, Mergeable):
    """A body that takes part: a school, a society, a foreign affairs office."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="organisations")
    name = models.CharField(_("name"), max_length=200)
    native_name = models.CharField(_("name in its own script"), max_length=200, blank=True)
    native_language = models.CharField(_("language of that name"), max_length=10, blank=True)
    kind = models.CharField(_("kind"), max_length=12, choices=OrganisationKind)
    side = models.CharField(_("side"), max_length=8, choices=Side)
    city = models.ForeignKey(
        "relationships.City", verbose_name=_("city"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="organisations",
    )  # fmt: skip
    website = models.URLField(_("website"), max_length=500, blank=True)
    note = models.TextField(_("note"), blank=True)
    search_text = models.TextField(editable=False, default="")

    objects = OnRecord.from_queryset(OrganisationQuerySet)()
    with_merged = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "name", "side"],
                condition=Q(merged_into__isnull=True),
                name="organisation_once_per_side",
                violation_error_message=_("This organisation is already on record."),
            ),
            merged_at_a_moment("organisation_merged_at_a_moment"),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, update_fields=None, **kwargs):
        self.search_text = search_text(self.name, self.native_name)
        if not self.native_language:
            country = self.city.country.code if self.city else ""
            self.native_language = language_of_name(self.native_name, country)
        written = update_fields and {*update_fields, "search_text", "native_language"}
        super().save(*args, update_fields=written, **kwargs)

    def get_absolute_url(self):
        return reverse("organisation_detail", args=[self.pk])

    @property
    def sector(self) -> str:
        """What it counts as when it leads: everything but offices and firms is community."""
        return SECTOR_OF_KIND.get(self.kind, Sector.COMMUNITY)
