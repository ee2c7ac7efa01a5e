from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Office
from activities.querysets import ImportQuerySet, SourceRowQuerySet


class RowKind(models.TextChoices):
    TIE = "tie", _("relationship")
    ACTIVITY = "activity", _("activity")


class Import(models.Model):
    """One file that came in and was taken. Without an office its rows are reference rows."""

    office = models.ForeignKey(
        Office, verbose_name=_("office"), null=True, blank=True,
        on_delete=models.PROTECT, related_name="imports",
    )  # fmt: skip
    kind = models.CharField(_("kind of rows"), max_length=10, choices=RowKind)
    file_name = models.CharField(_("file"), max_length=255)
    sha256 = models.CharField(_("SHA-256 of the file"), max_length=64)
    rows_read = models.PositiveIntegerField(_("rows read"), default=0)
    created = models.PositiveIntegerField(_("created"), default=0)
    already_known = models.PositiveIntegerField(_("already known"), default=0)
    updated = models.PositiveIntegerField(_("updated"), default=0)
    possible_duplicates = models.PositiveIntegerField(_("possible duplicates"), default=0)
    refused = models.PositiveIntegerField(_("refused"), default=0)
    ignored = models.PositiveIntegerField(_("ignored"), default=0)
    imported_at = models.DateTimeField(_("imported"), auto_now_add=True)
    imported_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("imported by"), null=True, blank=True,
        on_delete=models.SET_NULL, related_name="+",
    )  # fmt: skip

    objects = ImportQuerySet.as_manager()

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-imported_at", "-pk"]

    def __str__(self):
        return f"{self.file_name} ({self.imported_at:%Y-%m-%d})"


class SourceRow(models.Model):
    """The row of a file that a relationship or an activity came from, and the file's own key.

    ``key`` is unique within an office (or among reference rows) for each kind of row, so that
    the same file twice adds nothing. ``words`` keeps what our columns have no place for.
    """

    source = models.ForeignKey(Import, on_delete=models.CASCADE, related_name="rows")
    office = models.ForeignKey(
        Office, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(_("kind of row"), max_length=10, choices=RowKind)
    key = models.CharField(_("the file's own key"), max_length=100, blank=True)
    sheet = models.CharField(_("sheet"), max_length=100, blank=True)
    line = models.PositiveIntegerField(_("row"))
    relationship = models.ForeignKey(
        "relationships.Relationship", null=True, blank=True,
        on_delete=models.CASCADE, related_name="source_rows",
    )  # fmt: skip
    activity = models.ForeignKey(
        "activities.Activity", null=True, blank=True,
        on_delete=models.CASCADE, related_name="source_rows",
    )  # fmt: skip
    words = models.JSONField(_("the source's own words"), default=dict, blank=True)

    objects = SourceRowQuerySet.as_manager()

    class Meta:
        verbose_name = _("source row")
        verbose_name_plural = _("source rows")
        ordering = ["source", "line", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "kind", "key"],
                condition=Q(office__isnull=False) & ~Q(key=""),
                name="source_key_once_per_office",
                violation_error_message=_("A row with this key is already on record."),
            ),
            models.UniqueConstraint(
                fields=["kind", "key"],
                condition=Q(office__isnull=True) & ~Q(key=""),
                name="source_key_once_among_references",
                violation_error_message=_("A reference row with this key is already on record."),
            ),
            models.CheckConstraint(
                condition=Q(kind="tie", relationship__isnull=False, activity__isnull=True)
                | Q(kind="activity", relationship__isnull=True, activity__isnull=False),
                name="source_row_of_one_record",
                violation_error_message=_("A source row belongs to one record of its kind."),
            ),
        ]

    def __str__(self):
        return self.key or f"{self.sheet} {self.line}".strip()
