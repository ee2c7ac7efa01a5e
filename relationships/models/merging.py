from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class OnRecord(models.Manager):
    """Without the records that were merged into another: they are kept, and met nowhere."""

    def get_queryset(self):
        return super().get_queryset().filter(merged_into__isnull=True)


class Mergeable(models.Model):
    """A record of which there may be a second one. Merged into that, it stays as it was, with what
    it takes to undo the merge.

    Its first manager leaves merged records out; ``with_merged`` knows them all.
    """

    merged_into = models.ForeignKey(
        "self", verbose_name=_("merged into"), null=True, editable=False,
        on_delete=models.PROTECT, related_name="merged_records",
    )  # fmt: skip
    merged_at = models.DateTimeField(_("merged"), null=True, editable=False)
    moved_by_merge = models.JSONField(null=True, editable=False)
    told_apart = models.ManyToManyField(
        "self", verbose_name=_("alike, but not the same"), editable=False
    )

    class Meta:
        abstract = True

    @property
    def is_merged(self) -> bool:
        return self.merged_into_id is not None


def merged_at_a_moment(name: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        condition=Q(merged_into__isnull=True, merged_at__isnull=True)
        | Q(merged_into__isnull=False, merged_at__isnull=False),
        name=name,
        violation_error_message=_("A merge happens at a moment."),
    )
