from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Office, Stamped
from relationships.querysets import ContactQuerySet, OrganisationQuerySet


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


class Organisation(Stamped):
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

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "name", "side"],
                name="organisation_once_per_side",
                violation_error_message=_("This organisation is already on record."),
            ),
        ]

    def __str__(self):
        return self.name

    @property
    def sector(self) -> str:
        """What it counts as when it leads: everything but offices and firms is community."""
        return SECTOR_OF_KIND.get(self.kind, Sector.COMMUNITY)


class Contact(Stamped):
    """A person in a public role on either side. Never scored, never shown to councillors."""

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="contacts")
    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="contacts",
    )  # fmt: skip
    relationships = models.ManyToManyField(
        "relationships.Relationship", verbose_name=_("relationships"), blank=True,
        related_name="contacts",
    )  # fmt: skip
    name = models.CharField(_("name"), max_length=150, help_text=_("In Latin letters."))
    native_name = models.CharField(_("name in its own script"), max_length=150, blank=True)
    native_language = models.CharField(_("language of that name"), max_length=10, blank=True)
    post = models.CharField(_("post"), max_length=150, blank=True)
    side = models.CharField(_("side"), max_length=8, choices=Side)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    reached_by = models.CharField(
        _("reached by"), max_length=150, blank=True, help_text=_("For example WeChat, through …")
    )
    from_date = models.DateField(_("in post from"), null=True, blank=True)
    to_date = models.DateField(_("in post until"), null=True, blank=True)
    verified_date = models.DateField(_("verified on"), null=True, blank=True)
    is_primary = models.BooleanField(_("first person to call"), default=False)
    anonymised_at = models.DateTimeField(_("anonymised"), null=True, blank=True, editable=False)

    objects = ContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(from_date__isnull=True)
                | Q(to_date__isnull=True)
                | Q(to_date__gte=F("from_date")),
                name="contact_leaves_after_arriving",
                violation_error_message=_("A post cannot end before it begins."),
            ),
        ]

    def __str__(self):
        return self.name
