from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Greatest, Least
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Office, Stamped
from relationships.dates import PartialDate, first_day_kept, precision_field
from relationships.querysets import LegalStatusChangeQuerySet, RelationshipQuerySet, TagQuerySet


class Tier(models.TextChoices):
    SISTER = "sister", _("Sister city")
    FRIENDSHIP = "friendship", _("Friendship city")
    PROJECT = "project", _("Project partner")
    CONTACT = "contact", _("Contact")


class LegalStatus(models.TextChoices):
    """What was signed. People set it; activities never do."""

    PROPOSED = "proposed", _("proposed")
    IN_FORCE = "in_force", _("in force")
    SUSPENDED = "suspended", _("suspended")
    ENDED = "ended", _("ended")
    HISTORICAL = "historical", _("historical")


class Tag(models.Model):
    """A word of the office's own by which it groups its relationships."""

    office = models.ForeignKey(Office, on_delete=models.CASCADE, related_name="tags")
    name = models.CharField(_("name"), max_length=60)

    objects = TagQuerySet.as_manager()

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "name"],
                name="tag_once_per_office",
                violation_error_message=_("The office already has this tag."),
            ),
        ]

    def __str__(self):
        return self.name


class Relationship(Stamped):
    """The tie between a home city and a partner city. It outlives its agreements.

    Without an office it is a reference tie: imported to compare with, readable by all.
    """

    office = models.ForeignKey(
        Office,
        verbose_name=_("office"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="relationships",
        help_text=_("Empty for a reference tie, which everybody may read."),
    )
    home_city = models.ForeignKey(
        "relationships.City",
        verbose_name=_("home city"),
        on_delete=models.PROTECT,
        related_name="relationships_at_home",
    )
    partner_city = models.ForeignKey(
        "relationships.City",
        verbose_name=_("partner city"),
        on_delete=models.PROTECT,
        related_name="relationships_as_partner",
    )
    tier = models.CharField(_("tier"), max_length=12, choices=Tier, default=Tier.SISTER)
    tier_label = models.CharField(
        _("the office's or the source's own word"), max_length=60, blank=True
    )
    start_date = models.DateField(_("since"), null=True, blank=True)
    start_precision = precision_field(_("since, known to the"))
    legal_status = models.CharField(
        _("legal status"), max_length=12, choices=LegalStatus, default=LegalStatus.IN_FORCE
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("officer responsible"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="relationships",
    )
    community_body = models.ForeignKey(
        "relationships.Organisation",
        verbose_name=_("community body"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="relationships_carried",
        help_text=_("The society or committee of citizens that carries the tie."),
    )
    tags = models.ManyToManyField(Tag, verbose_name=_("tags"), blank=True)
    source = models.TextField(_("source"), blank=True)
    note = models.TextField(_("note"), blank=True)

    objects = RelationshipQuerySet.as_manager()
    history_parts = ("legal_status_changes", "decisions")

    class Meta:
        verbose_name = _("relationship")
        verbose_name_plural = _("relationships")
        ordering = ["home_city__name", "partner_city__name", "pk"]
        indexes = [models.Index(fields=["office", "legal_status"], name="relationship_by_office")]
        constraints = [
            models.UniqueConstraint(
                "office",
                Least("home_city", "partner_city"),
                Greatest("home_city", "partner_city"),
                name="relationship_once_per_office",
                violation_error_message=_("The office already has this relationship."),
            ),
            models.UniqueConstraint(
                Least("home_city", "partner_city"),
                Greatest("home_city", "partner_city"),
                condition=Q(office__isnull=True),
                name="reference_tie_once",
                violation_error_message=_("This reference tie is already on record."),
            ),
            models.CheckConstraint(
                condition=~Q(home_city=F("partner_city")),
                name="relationship_of_two_cities",
                violation_error_message=_("A city cannot be twinned with itself."),
            ),
            first_day_kept(
                "start_date",
                "start_precision",
                "relationship_start_first_day",
                _("A start known to the month or year is kept as its first day."),
            ),
        ]

    def __str__(self):
        return f"{self.home_city} – {self.partner_city}"

    def get_absolute_url(self):
        return reverse("relationship_detail", args=[self.pk])

    @property
    def since(self) -> PartialDate | None:
        return PartialDate(self.start_date, self.start_precision) if self.start_date else None

    @property
    def is_reference(self) -> bool:
        return self.office_id is None

    def proposal(self):
        """The step of the legal history with which it was proposed; None if no day is known."""
        steps = self.legal_status_changes.standing().order_by("date", "pk")
        return steps.filter(status=LegalStatus.PROPOSED).first()

    def record_legal_status(self, to, *, on, by=None, decision=None, precision="day", note=""):
        """Move to legal status ``to`` from the day ``on``, and keep it in the history."""
        change = self.legal_status_changes.create(
            status=to, status_before=self.legal_status, date=on, precision=precision,
            decision=decision, note=note, created_by=by,
        )  # fmt: skip
        self.follow_legal_history(by=by)
        return change

    def follow_legal_history(self, *, by=None):
        """Take the status of the latest step of the history; without a history it stays."""
        latest = self.legal_status_changes.standing().order_by("date", "pk").last()
        if latest is None or latest.status == self.legal_status:
            return
        self.legal_status = latest.status
        self.stamp(by)
        self.save(update_fields=["legal_status", "updated_by", "updated_at", "version"])


class LegalStatusChange(models.Model):
    """One step in the legal history of a relationship: from ``date`` on it is ``status``.

    One that was taken back stays on record, and counts for nothing.
    """

    relationship = models.ForeignKey(
        Relationship, on_delete=models.CASCADE, related_name="legal_status_changes"
    )
    status = models.CharField(_("legal status"), max_length=12, choices=LegalStatus)
    status_before = models.CharField(
        _("legal status before"), max_length=12, choices=LegalStatus, blank=True, editable=False
    )
    date = models.DateField(_("from"))
    precision = precision_field(_("known to the"))
    decision = models.ForeignKey(
        "relationships.Decision",
        verbose_name=_("decision"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="legal_status_changes",
    )
    note = models.TextField(_("note"), blank=True)
    created_at = models.DateTimeField(_("recorded"), auto_now_add=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    taken_back_at = models.DateTimeField(_("taken back"), null=True, editable=False)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("taken back by"), null=True, editable=False,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip

    objects = LegalStatusChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of legal status")
        verbose_name_plural = _("changes of legal status")
        ordering = ["date", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["relationship", "date", "status"],
                condition=Q(taken_back_at__isnull=True),
                name="legal_status_once_a_day",
                violation_error_message=_("This change is already in the history."),
            ),
            first_day_kept(
                "date",
                "precision",
                "legal_status_first_day",
                _("A date known to the month or year is kept as its first day."),
            ),
        ]

    def __str__(self):
        return f"{self.relationship}: {self.get_status_display()}, {self.since}"

    @property
    def since(self) -> PartialDate:
        return PartialDate(self.date, self.precision)

    @property
    def office(self):
        return self.relationship.office
