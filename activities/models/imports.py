from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.models import Language, Office
from activities.querysets import ImportQuerySet


class RowKind(models.TextChoices):
    TIE = "tie", _("relationship")
    ACTIVITY = "activity", _("activity")


class ImportState(models.TextChoices):
    UPLOADED = "uploaded", _("columns to settle")
    CHECKING = "checking", _("being checked")
    CHECKED = "checked", _("checked")
    TAKING = "taking", _("being taken")
    TAKEN = "taken", _("taken")
    TAKING_BACK = "going_back", _("being taken back")
    TAKEN_BACK = "taken_back", _("taken back")
    DISCARDED = "discarded", _("discarded")


# Somebody or something is at work on it.
AT_WORK = [ImportState.CHECKING, ImportState.TAKING, ImportState.TAKING_BACK]
# Its rows are, or were, on record.
CAME_IN = [ImportState.TAKEN, ImportState.TAKING_BACK, ImportState.TAKEN_BACK]
# It waits for people, and nothing of it is on record.
DISCARDABLE = [ImportState.UPLOADED, ImportState.CHECKED]
OUTCOMES = {
    "created": "created",
    "already known": "already_known",
    "updated": "updated",
    "possible duplicate": "possible_duplicates",
    "refused": "refused",
    "ignored": "ignored",
}


class NotWaiting(Exception):
    """The import is not in the state that the act begins from: somebody was faster."""


class Import(models.Model):
    """One file that came in: from its upload until it is taken whole, or taken back.

    Without an office its rows are reference rows. A file that a command takes is taken at once
    and not kept. ``corrections`` and ``decisions`` are what people said of single rows, by row
    number; the file itself is never touched. ``version`` counts what people changed, so that a
    check that began before does not speak for what came after. ``agreed`` is the hash of what the
    last check found, and ``as_of`` the day on which it did: the file is taken as of that day.
    """

    office = models.ForeignKey(
        Office, verbose_name=_("office"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="imports",
    )  # fmt: skip
    kind = models.CharField(_("kind of rows"), max_length=10, choices=RowKind)
    state = models.CharField(
        _("state"), max_length=10, choices=ImportState, default=ImportState.UPLOADED
    )
    file_name = models.CharField(_("file"), max_length=255)
    file = models.FileField(_("file as it came"), upload_to="imports/", blank=True)
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    sheet = models.CharField(_("sheet"), max_length=100, blank=True)
    encoding = models.CharField(_("how its letters are written"), max_length=20, blank=True)
    signature = models.CharField(_("which headers it has"), max_length=64, blank=True)
    language = models.CharField(
        _("language of the answers"), max_length=5, choices=Language, default=Language.ENGLISH
    )
    mapping = models.JSONField(_("meaning of its columns and words"), default=dict, blank=True)
    corrections = models.JSONField(_("corrected cells"), default=dict, blank=True)
    decisions = models.JSONField(_("rows to take or to leave"), default=dict, blank=True)
    takes_updates = models.BooleanField(_("may change what is on record"), default=False)
    adds_cities = models.BooleanField(_("may put new cities on record"), default=False)
    version = models.PositiveIntegerField(_("version"), default=1, editable=False)
    layout = models.JSONField(_("columns as last read"), default=dict, blank=True)
    sentence = models.TextField(_("what to know"), blank=True)
    agreed = models.CharField(_("hash of the last check"), max_length=64, blank=True)
    as_of = models.DateField(_("as of"), null=True, blank=True)
    rows_read = models.PositiveIntegerField(_("rows read"), default=0)
    created = models.PositiveIntegerField(_("created"), default=0)
    already_known = models.PositiveIntegerField(_("already known"), default=0)
    updated = models.PositiveIntegerField(_("updated"), default=0)
    possible_duplicates = models.PositiveIntegerField(_("possible duplicates"), default=0)
    refused = models.PositiveIntegerField(_("refused"), default=0)
    ignored = models.PositiveIntegerField(_("ignored"), default=0)
    done = models.PositiveIntegerField(_("steps done"), default=0)
    total = models.PositiveIntegerField(_("steps in all"), default=0)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    beat_at = models.DateTimeField(_("last sign of life"), null=True, blank=True)
    imported_at = models.DateTimeField(_("came in"), auto_now_add=True)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("brought in by"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    taken_at = models.DateTimeField(_("taken"), null=True, blank=True)
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("taken by"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    taken_back_at = models.DateTimeField(_("taken back"), null=True, blank=True)
    taken_back_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("taken back by"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-imported_at", "-pk"]
        indexes = [
            models.Index(fields=["office", "-imported_at", "-id"], name="import_newest"),
            models.Index(fields=["office", "kind", "signature"], name="import_by_headers"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=CAME_IN) | ~Q(file=""),
                name="import_has_its_file_until_taken",
                violation_error_message=_("A file that is still to be taken must be kept."),
            ),
            models.CheckConstraint(
                condition=Q(file="") | Q(office__isnull=False),
                name="import_kept_for_an_office",
                violation_error_message=_("A file that is kept belongs to an office."),
            ),
            models.CheckConstraint(
                condition=~Q(state__in=CAME_IN) | Q(taken_at__isnull=False),
                name="import_taken_at_a_moment",
                violation_error_message=_("Say when the file was taken."),
            ),
            models.CheckConstraint(
                condition=~Q(state=ImportState.TAKEN_BACK) | Q(taken_back_at__isnull=False),
                name="import_taken_back_at_a_moment",
                violation_error_message=_("Say when the import was taken back."),
            ),
            models.CheckConstraint(
                condition=Q(total=0) | Q(done__lte=F("total")),
                name="import_within_its_steps",
                violation_error_message=_("A check cannot do more steps than it has."),
            ),
        ]

    def __str__(self):
        return f"{self.file_name} ({self.imported_at:%Y-%m-%d})"

    def get_absolute_url(self):
        return reverse("import_detail", args=[self.pk])

    @property
    def is_over(self) -> bool:
        """Nobody is at work on it: what the bar of progress asks."""
        return self.state not in AT_WORK

    @property
    def is_open(self) -> bool:
        """People may still settle its columns and rows."""
        return self.state in {ImportState.UPLOADED, ImportState.CHECKED, ImportState.TAKEN_BACK}

    @property
    def can_be_discarded(self) -> bool:
        return self.state in DISCARDABLE

    @property
    def is_workbook(self) -> bool:
        return bool(self.sheet)

    @property
    def held_back(self) -> int:
        """The rows that keep the file out."""
        return self.refused + self.possible_duplicates

    @property
    def can_be_taken(self) -> bool:
        """Checked, every row answered, and something new in it."""
        is_ready = self.state == ImportState.CHECKED and not self.held_back
        return is_ready and bool(self.layout.get("has_news"))

    def count(self, counts) -> None:
        """Keep how many rows there are of each outcome."""
        for outcome, name in OUTCOMES.items():
            setattr(self, name, counts[outcome])
        self.rows_read = sum(counts.values())

    def move(self, to: ImportState, *, before: list[ImportState], **values) -> None:
        """Go on to state ``to``; NotWaiting unless it is in one of ``before`` at this moment.

        Of two who ask for the same at once, the database lets one through.
        """
        waiting = Import.objects.filter(pk=self.pk, state__in=before, version=self.version)
        if not waiting.update(state=to, **values):
            raise NotWaiting
        self.state = to
        for name, value in values.items():
            setattr(self, name, value)

    def hand_to_worker(self, to: ImportState, *, before: list[ImportState], total=0, **values):
        """Go on to a state in which a worker has work to do, ``total`` steps of it if known."""
        anew = {"done": 0, "total": total, "attempts": 0, "sentence": ""}
        self.move(to, before=before, beat_at=timezone.now(), **anew, **values)

    def begin_taking(self, *, by) -> None:
        """Note that it is taken, in the transaction that writes its rows."""
        self.taken_at, self.taken_by = timezone.now(), by
        if self.pk is None:
            self.state, self.imported_by = ImportState.TAKEN, by
            self.save()
            return
        counted = {name: getattr(self, name) for name in ["rows_read", *OUTCOMES.values()]}
        moment = {"taken_at": self.taken_at, "taken_by": by, "beat_at": None, "sentence": ""}
        self.move(ImportState.TAKEN, before=[ImportState.TAKING], **counted, **moment)
