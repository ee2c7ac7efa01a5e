from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Language, Office
from reports.querysets import EditionFileQuerySet, EditionQuerySet


class EditionFormat(models.TextChoices):
    PDF = "pdf", "PDF"
    XLSX = "xlsx", "XLSX"
    CSV = "csv", "CSV"
    JSON = "json", "JSON"
    TEXT = "txt", _("Plain text")


class Edition(models.Model):
    """An annual report as it was made: parameters, as_of, the frozen summary and its files.

    ``sha256`` is the hash of the canonical JSON of the summary, so two editions with the same
    hash say the same to the digit. ``summary`` is empty until the job has built it.
    """

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
    built_at = models.DateTimeField(_("built"), null=True, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("annual edition")
        verbose_name_plural = _("annual editions")
        ordering = ["-year", "-requested_at", "-pk"]
        permissions = [
            ("view_summary", _("May read dashboards and summaries")),
            ("view_network", _("May read sums over the offices that share")),
            ("export_office", _("May export everything of the office")),
        ]

    def __str__(self):
        return f"{self.office}, {self.year}"

    def get_absolute_url(self):
        return reverse("edition_detail", args=[self.pk])

    def file_name(self, format: str) -> str:
        """The name a person sees in the folder: twinning-regina-2025-en.pdf."""
        return f"twinning-{self.office.slug}-{self.year}-{self.language[:2]}.{format}"


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
