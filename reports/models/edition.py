from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Language, Office
from reports.querysets import (
    ISSUED_DOES_NOT_CHANGE,
    EditionFileQuerySet,
    EditionQuerySet,
)


class EditionFormat(models.TextChoices):
    PDF = "pdf", _("PDF (A4)")
    LETTER = "ltr", _("PDF (Letter)")
    XLSX = "xlsx", "XLSX"
    CSV = "csv", "CSV"
    JSON = "json", "JSON"
    TEXT = "txt", _("Plain text")

    @property
    def ending(self) -> str:
        """How the name of such a file ends."""
        return "-letter.pdf" if self == EditionFormat.LETTER else f".{self}"


class EditionState(models.TextChoices):
    DRAFT = "draft", _("draft")
    ISSUED = "issued", _("issued")
    RESTATED = "restated", _("restated")


class Edition(models.Model):
    """An annual report: parameters, as_of, the frozen summary and its files.

    A draft may be made again or discarded. Issued, it has a number within its office, year and
    language and never changes; a later edition that corrects it says what it ``restates`` and
    for which ``reason``. ``sha256`` is the hash of the canonical JSON of the summary, so two
    editions with the same hash say the same to the digit. ``summary`` is empty until the job
    has built it.
    """

    # What is kept for good once it is issued; its state alone still goes on to restated.
    FROZEN = ("office_id", "year", "as_of", "language", "summary", "sha256", "frozen_at",
              "restates_id", "reason", "number", "issued_by_id", "issued_at")  # fmt: skip

    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="editions")
    year = models.PositiveSmallIntegerField(_("policy year"))
    as_of = models.DateField(_("as of"))
    language = models.CharField(
        _("language"), max_length=5, choices=Language, default=Language.ENGLISH
    )
    job_run = models.OneToOneField(
        "reports.JobRun", on_delete=models.PROTECT, related_name="edition"
    )
    summary = models.JSONField(_("summary"), null=True, blank=True)
    sha256 = models.CharField(_("SHA-256 of the summary"), max_length=64, blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("asked for by"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    requested_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    frozen_at = models.DateTimeField(_("figures frozen"), null=True, blank=True)
    built_at = models.DateTimeField(_("built"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=8, choices=EditionState, default=EditionState.DRAFT
    )
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    issued_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("issued by"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip
    issued_at = models.DateTimeField(_("issued"), null=True, blank=True)
    restates = models.ForeignKey(
        "self", verbose_name=_("restates"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="restatements",
    )  # fmt: skip
    reason = models.TextField(_("reason"), blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("annual edition")
        verbose_name_plural = _("annual editions")
        ordering = ["-year", "-requested_at", "-pk"]
        permissions = [
            ("view_summary", _("May read dashboards and summaries")),
            ("view_network", _("May read sums over the offices that share")),
            ("export_office", _("May export everything of the office")),
            ("issue_edition", _("May issue the annual edition")),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="draft", number__isnull=True, issued_at__isnull=True)
                | Q(
                    state__in=["issued", "restated"],
                    number__gte=1,
                    issued_at__isnull=False,
                    summary__isnull=False,
                ),
                name="edition_numbered_when_issued",
                violation_error_message=_(
                    "An issued edition has its figures, a number and a moment; a draft has neither."
                ),
            ),
            models.CheckConstraint(
                condition=Q(restates__isnull=True) | ~Q(reason=""),
                name="edition_restates_for_a_reason",
                violation_error_message=_("A restatement gives its reason."),
            ),
            models.UniqueConstraint(
                fields=["office", "year", "language", "number"],
                name="edition_number_once",
                violation_error_message=_("The office has an edition of this year and number."),
            ),
            models.UniqueConstraint(
                fields=["office", "year", "language"],
                condition=Q(state="issued"),
                name="edition_one_stands",
                violation_error_message=_(
                    "An issued edition of this year and language stands already."
                ),
            ),
        ]

    def __str__(self):
        return f"{self.office}, {self.year}"

    def save(self, *args, **kwargs):
        self._refuse_to_change_what_is_issued()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("edition_detail", args=[self.pk])

    @property
    def is_draft(self) -> bool:
        return self.state == EditionState.DRAFT

    def stands_in_its_way(self) -> "Edition | None":
        """The issued edition that keeps this draft from being issued: it may only be restated."""
        if not self.is_draft:
            return None
        others = Edition.objects.beside(self).standing().exclude(pk=self.restates_id)
        return others.defer("summary").first()

    @property
    def number_text(self) -> str:
        """The number as it is printed, 2025-1; empty for a draft."""
        return f"{self.year}-{self.number}" if self.number else ""

    def file_name(self, format: str) -> str:
        """The name a person sees in the folder: twinning-regina-2025-1-en.pdf."""
        which = self.number_text or f"{self.year}-draft"
        return (
            f"twinning-{self.office.slug}-{which}-{self.language[:2]}{EditionFormat(format).ending}"
        )

    def delete(self, *args, **kwargs):
        Edition.objects.filter(pk=self.pk).refuse_to_remove_what_is_issued()
        return super().delete(*args, **kwargs)

    def _refuse_to_change_what_is_issued(self):
        kept = Edition.objects.issued().filter(pk=self.pk).values(*self.FROZEN).first()
        if kept and any(getattr(self, name) != value for name, value in kept.items()):
            raise ValidationError(ISSUED_DOES_NOT_CHANGE)


class EditionFile(models.Model):
    """One file of an edition, with the hash of its bytes."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="files")
    format = models.CharField(_("format"), max_length=4, choices=EditionFormat)
    file = models.FileField(_("file"), upload_to="editions/")
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)

    objects = EditionFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of an edition")
        verbose_name_plural = _("files of an edition")
        ordering = ["format"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "format"],
                name="edition_file_once_per_format",
                violation_error_message=_("The edition already has a file of this format."),
            ),
        ]

    def __str__(self):
        return f"{self.edition}, {self.get_format_display()}"

    @property
    def office(self):
        return self.edition.office
