from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Stamped
from relationships.dates import PartialDate, first_day_kept, precision_field
from relationships.folded_field import FoldedField
from relationships.querysets import AgreementQuerySet


class AgreementKind(models.TextChoices):
    LETTER_OF_INTENT = "letter_of_intent", _("Letter of intent")
    MEMORANDUM = "memorandum", _("Memorandum of understanding")
    FRIENDSHIP = "friendship", _("Friendship agreement")
    SISTER = "sister", _("Sister city agreement")
    PROJECT = "project", _("Project agreement")
    RENEWAL = "renewal", _("Renewal")
    PROTOCOL = "protocol", _("Protocol")


class Term(models.TextChoices):
    """Where an agreement stands on a day."""

    AHEAD = "ahead", _("not yet in effect")
    RUNNING = "running", _("running")
    ENDED_EARLY = "ended_early", _("ended early")
    OVER = "over", _("over")


class Agreement(Stamped):
    """A paper signed within a relationship, with its term and notice."""

    relationship = models.ForeignKey(
        "relationships.Relationship", on_delete=models.PROTECT, related_name="agreements"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=AgreementKind)
    title = models.CharField(_("title"), max_length=200, blank=True)
    search_text = FoldedField(of="title")
    signed_date = models.DateField(_("signed"))
    signed_precision = precision_field(_("signed, known to the"))
    effective_date = models.DateField(_("in effect from"), null=True, blank=True)
    end_date = models.DateField(_("ends"), null=True, blank=True)
    ended_date = models.DateField(_("ended early on"), null=True, blank=True)
    ended_note = models.TextField(_("why it ended early"), blank=True)
    notice_days = models.PositiveSmallIntegerField(_("days of notice"), null=True, blank=True)
    renews_by_itself = models.BooleanField(_("renews by itself"), default=False)
    signatories = models.TextField(_("signatories"), blank=True)
    goals = models.TextField(_("goals"), blank=True)
    source = models.TextField(_("source"), blank=True)
    supersedes = models.ForeignKey(
        "self",
        verbose_name=_("supersedes"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="superseded_by",
    )

    objects = AgreementQuerySet.as_manager()
    history_parts = ("documents",)

    class Meta:
        verbose_name = _("agreement")
        verbose_name_plural = _("agreements")
        ordering = ["-signed_date", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date__isnull=True)
                | Q(end_date__gte=Coalesce("effective_date", "signed_date")),
                name="agreement_ends_after_it_begins",
                violation_error_message=_("An agreement cannot end before it begins."),
            ),
            models.CheckConstraint(
                condition=Q(ended_date__isnull=True)
                | Q(ended_date__gte=Coalesce("effective_date", "signed_date"))
                & (Q(end_date__isnull=True) | Q(ended_date__lte=F("end_date"))),
                name="agreement_ends_early_within_its_term",
                violation_error_message=_("An agreement ends early only within its term."),
            ),
            models.CheckConstraint(
                condition=Q(notice_days__isnull=True) | Q(end_date__isnull=False),
                name="agreement_notice_needs_an_end",
                violation_error_message=_("A notice period needs the day the agreement ends."),
            ),
            models.CheckConstraint(
                condition=~Q(supersedes=F("id")),
                name="agreement_does_not_supersede_itself",
                violation_error_message=_("An agreement cannot supersede itself."),
            ),
            first_day_kept(
                "signed_date",
                "signed_precision",
                "agreement_signed_first_day",
                _("A date known to the month or year is kept as its first day."),
            ),
        ]

    def __str__(self):
        return self.title or f"{self.get_kind_display()}, {self.signed}"

    def get_absolute_url(self):
        return reverse("agreement_detail", args=[self.pk])

    @property
    def signed(self) -> PartialDate:
        return PartialDate(self.signed_date, self.signed_precision)

    @property
    def notice_date(self) -> date | None:
        """The last day on which notice can be given."""
        if self.end_date is None or self.notice_days is None:
            return None
        return self.end_date - timedelta(days=self.notice_days)

    def term(self, today: date) -> str:
        """Where the agreement stands in its term: a ``Term``. Says nothing of the relationship."""
        if self.ended_date and self.ended_date <= today:
            return Term.ENDED_EARLY
        if (self.effective_date or self.signed_date) > today:
            return Term.AHEAD
        if self.end_date is None or self.end_date >= today or self.renews_by_itself:
            return Term.RUNNING
        return Term.OVER

    @property
    def document(self):
        """The document that stands for it; with ``documents`` prefetched no query."""
        return next((one for one in self.documents.all() if one.removed_at is None), None)

    @property
    def office(self):
        return self.relationship.office
