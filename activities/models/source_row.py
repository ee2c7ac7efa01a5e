"""Where records came from: the row of a file behind each of them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import Office
from activities.models.imports import Import, RowKind
from activities.querysets import SourceRowQuerySet


class RowPart(models.TextChoices):
    """What the row did to its record."""

    MADE = "made", _("made it")
    CHANGED = "changed", _("changed it")
    NAMED = "named", _("named it")
    TAKEN_BACK = "taken_back", _("made it, and was taken back")


class SourceRow(models.Model):
    """The row of a file that a relationship or an activity came from, and the file's own key.

    ``key`` is unique within an office (or among reference rows) for each kind of row, so that
    the same file twice adds nothing. ``words`` keeps what our columns have no place for.
    ``before`` is what stood on record where the row changed it, and ``version`` the record's own
    version right after, so that what people changed since can be told.
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
    part = models.CharField(_("part"), max_length=10, choices=RowPart, default=RowPart.MADE)
    before = models.JSONField(_("what it was before"), default=dict, blank=True)
    version = models.PositiveIntegerField(_("version of the record"), default=1)

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

    @property
    def record(self):
        """The relationship or activity it stands behind."""
        return self.relationship if self.kind == RowKind.TIE else self.activity

    @property
    def record_id(self) -> int:
        return self.relationship_id if self.kind == RowKind.TIE else self.activity_id
