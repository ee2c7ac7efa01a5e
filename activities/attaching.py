"""Keeping files with an activity. A file that is removed is only shown no longer."""

from collections.abc import Iterable
from pathlib import PurePath

from django.db import transaction

from activities.choices import Evidence
from activities.models import Activity, Attachment
from twinportal.uploads import columns_of

TITLE_LENGTH = Attachment._meta.get_field("title").max_length


@transaction.atomic
def attach(*, activity: Activity, files: Iterable, by, title: str = "") -> list[Attachment]:
    """Keep ``files``, as ``DocumentsField`` gives them; returns those that were not kept already.

    ``title`` is for one file; several are called by their own names.
    """
    files = list(files)
    _lock(activity)  # one at a time, so that no file is kept twice
    known = set(activity.attachments.kept().values_list("sha256", flat=True))
    new = {file.sha256: file for file in files if file.sha256 not in known}.values()
    return [_attach(activity, file, by, title if len(files) == 1 else "") for file in new]


def _attach(activity, file, by, title):
    attachment = Attachment(
        activity=activity,
        title=title or PurePath(file.original_name).stem[:TITLE_LENGTH],
        **columns_of(file),
    )
    attachment.stamp(by)
    attachment.save()
    return attachment


@transaction.atomic
def call_documented(*, activity: Activity, by) -> None:
    """Raise the evidence from the office's own word to documented; what is more stays."""
    kept = _lock(activity)
    if kept.evidence == Evidence.SELF_REPORTED:
        kept.evidence = Evidence.DOCUMENTED
        kept.stamp(by)
        kept.save(update_fields=["evidence", "updated_by", "updated_at", "version"])


def _lock(activity) -> Activity:
    return Activity.objects.select_for_update().get(pk=activity.pk)
