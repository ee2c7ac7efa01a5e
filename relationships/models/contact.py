from datetime import date

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from accounts.models import Office, Stamped
from relationships.folding import search_text
from relationships.models.merging import Mergeable, OnRecord, merged_at_a_moment
from relationships.models.people import Organisation, Side
from relationships.people_querysets import ContactQuerySet, PrimaryContactQuerySet


class NameOrder(models.TextChoices):
    FAMILY_FIRST = "family", _("Family name first: Zhang Wei")
    GIVEN_FIRST = "given", _("Given name first: Anna Berg")


# What tells who a person is. Anonymising leaves none of it.
PERSONAL = (
    "family_name", "given_name", "native_name", "native_language", "salutation", "post", "email",
    "phone", "reached_by", "source", "search_text",
)  # fmt: skip


class Contact(Stamped, Mergeable):
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
    family_name = models.CharField(_("family name"), max_length=150, blank=True)
    given_name = models.CharField(_("given name"), max_length=150, blank=True)
    name_order = models.CharField(
        _("order of the names"), max_length=6, choices=NameOrder, default=NameOrder.GIVEN_FIRST
    )
    native_name = models.CharField(_("name in its own script"), max_length=150, blank=True)
    native_language = models.CharField(_("language of that name"), max_length=10, blank=True)
    salutation = models.CharField(
        _("how they wish to be addressed"), max_length=100, blank=True,
        help_text=_("For example Director Zhang"),
    )  # fmt: skip
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
    source = models.CharField(
        _("where we have this from"), max_length=200, blank=True,
        help_text=_("The person, their office, a public page"),
    )  # fmt: skip
    notice_date = models.DateField(
        _("told on"), null=True, blank=True,
        help_text=_("The day on which the person was told that the office keeps this."),
    )  # fmt: skip
    anonymised_at = models.DateTimeField(_("anonymised"), null=True, blank=True, editable=False)
    search_text = models.TextField(editable=False, default="")

    objects = OnRecord.from_queryset(ContactQuerySet)()
    with_merged = ContactQuerySet.as_manager()
    history_parts = ("primary_for",)

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ["family_name", "given_name", "pk"]
        permissions = [
            ("anonymise_contact", "Can take the personal data out of a contact"),
            ("export_contact", "Can hand out what is on record about a person"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(from_date__isnull=True)
                | Q(to_date__isnull=True)
                | Q(to_date__gte=F("from_date")),
                name="contact_leaves_after_arriving",
                violation_error_message=_("A post cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(anonymised_at__isnull=False) | ~Q(family_name=""),
                name="contact_has_a_name",
                violation_error_message=_("A contact needs a name."),
            ),
            models.CheckConstraint(
                condition=Q(anonymised_at__isnull=True)
                | Q(**dict.fromkeys(PERSONAL, ""), notice_date=None, verified_date=None),
                name="contact_anonymised_is_blank",
                violation_error_message=_("This contact is anonymised and cannot be filled again."),
            ),
            merged_at_a_moment("contact_merged_at_a_moment"),
        ]

    def __str__(self):
        return self.name

    def save(self, *args, update_fields=None, **kwargs):
        self.search_text = self.searched()
        written = update_fields and {*update_fields, "search_text"}
        super().save(*args, update_fields=written, **kwargs)

    def get_absolute_url(self):
        return reverse("contact_detail", args=[self.pk])

    @property
    def name(self) -> str:
        """In Latin letters, in the order of the person's own language."""
        if self.is_anonymised:
            return gettext("Former contact")
        names = [self.family_name, self.given_name]
        if self.name_order == NameOrder.GIVEN_FIRST:
            names.reverse()
        return " ".join(name for name in names if name)

    @property
    def is_anonymised(self) -> bool:
        return self.anonymised_at is not None

    def searched(self) -> str:
        """Either order of the names finds a person, and the post does."""
        names = [f"{self.family_name} {self.given_name}", f"{self.given_name} {self.family_name}"]
        return search_text(*names, self.native_name, self.post)

    def is_in_post(self, on: date) -> bool:
        return (self.from_date or on) <= on <= (self.to_date or on)

    def verify(self, on: date | None, *, by):
        """Note that all of this was still right on the day ``on``."""
        self.verified_date = on
        self.stamp(by)
        self.save(update_fields=["verified_date", "updated_by", "updated_at", "version"])


class PrimaryContact(Stamped):
    """The first person to call on one side of a relationship."""

    relationship = models.ForeignKey(
        "relationships.Relationship", verbose_name=_("relationship"),
        on_delete=models.CASCADE, related_name="primary_contacts",
    )  # fmt: skip
    side = models.CharField(_("side"), max_length=8, choices=Side)
    contact = models.ForeignKey(
        Contact, verbose_name=_("contact"), on_delete=models.CASCADE, related_name="primary_for"
    )

    objects = PrimaryContactQuerySet.as_manager()

    class Meta:
        verbose_name = _("first person to call")
        verbose_name_plural = _("first persons to call")
        ordering = ["relationship", "side", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "side"],
                name="primary_contact_once_per_side",
                violation_error_message=_("Somebody else is the first to call on this side."),
            ),
        ]

    def __str__(self):
        # Names nobody: it is kept in the history, which outlives the name.
        return f"{self.relationship}, {self.get_side_display()}"

    @property
    def office(self):
        return self.contact.office
