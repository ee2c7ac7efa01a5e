from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.models import Language, Office
from reports.models.edition import EditionFormat
from reports.querysets import NetworkEditionFileQuerySet, NetworkEditionQuerySet

# What never changes once the figures are frozen.
FROZEN = ("year", "as_of", "language", "silent", "summary", "sha256", "frozen_at")


class NetworkEdition(models.Model):
    """The year of a network: sums over the ``offices`` that share, frozen and hashed.

    It holds no relationship, no activity and no person. Its figures are built once and never
    change; it can be read as long as every one of its offices shares. ``silent`` is how many
    offices of the network did not share.
    """

    offices = models.ManyToManyField(
        Office, verbose_name=_("offices"), related_name="network_editions"
    )
    silent = models.PositiveIntegerField(_("offices that do not share"), default=0)
    year = models.PositiveSmallIntegerField(_("policy year"))
    as_of = models.DateField(_("as of"))
    language = models.CharField(
        _("language"), max_length=5, choices=Language, default=Language.ENGLISH
    )
    job_run = models.OneToOneField(
        "reports.JobRun", on_delete=models.PROTECT, related_name="network_edition"
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

    objects = NetworkEditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("network edition")
        verbose_name_plural = _("network editions")
        ordering = ["-year", "-requested_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(summary__isnull=True, sha256="", frozen_at__isnull=True)
                | (Q(summary__isnull=False, frozen_at__isnull=False) & ~Q(sha256="")),
                name="network_edition_frozen_whole",
                violation_error_message=_(
                    "Frozen figures have their hash and their moment; before that there is neither."
                ),
            ),
        ]

    def __str__(self):
        return str(_("Network, %(year)s") % {"year": self.year})

    def save(self, *args, **kwargs):
        kept = type(self).objects.frozen().filter(pk=self.pk).values(*FROZEN).first()
        if kept and any(getattr(self, name) != value for name, value in kept.items()):
            raise ValidationError(_("A frozen edition does not change. Make another one."))
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("network_edition", args=[self.pk])

    def file_name(self, format: str) -> str:
        """The name a person sees in the folder: twinning-network-2025-en.pdf."""
        return f"twinning-network-{self.year}-{self.language[:2]}{EditionFormat(format).ending}"


class NetworkEditionFile(models.Model):
    """One file of an edition, with the hash of its bytes."""

    edition = models.ForeignKey(NetworkEdition, on_delete=models.CASCADE, related_name="files")
    format = models.CharField(_("format"), max_length=4, choices=EditionFormat)
    file = models.FileField(_("file"), upload_to="editions/")
    size = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)

    objects = NetworkEditionFileQuerySet.as_manager()

    class Meta:
        verbose_name = _("file of a network edition")
        verbose_name_plural = _("files of a network edition")
        ordering = ["format"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "format"],
                name="network_edition_file_once_per_format",
                violation_error_message=_("The edition already has a file of this format."),
            ),
        ]

    def __str__(self):
        return f"{self.edition}, {self.get_format_display()}"
