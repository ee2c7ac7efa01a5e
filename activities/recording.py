"""Recording an activity: the activity, its relationships and its fields of work, in one act."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from accounts.editing import hold
from activities.choices import Reason, Status
from activities.models import Activity
from activities.signals import activities_recorded


@transaction.atomic
def record_activity(
    *,
    activity: Activity,
    relationships: Iterable,
    fields: Iterable[str],
    by,
    version=None,
    beside: Iterable = (),
) -> Activity:
    """Save ``activity`` with exactly these relationships and fields of work, and read back what
    the database derives.

    ``version`` is the one that was read before a change; Outdated if the record has moved on,
    and then nothing is saved. ``beside`` are valid formsets of what hangs on it, saved with it.
    """
    if activity.pk:
        hold(activity, version)
    activity.stamp(by)
    activity.save()
    wanted = {tie.pk for tie in relationships}
    before = _keep_relationships(activity, wanted)
    _keep_fields(activity, set(fields))
    for rows in beside:
        rows.save()
    activity.refresh_from_db()
    _tell(before | wanted)
    return activity


def _keep_relationships(activity, wanted: set[int]) -> set[int]:
    """Make ``wanted`` the relationships of ``activity``; returns which they were before."""
    links = activity.activity_relationships
    before = set(links.values_list("relationship", flat=True))
    links.exclude(relationship__in=wanted).delete()
    for pk in sorted(wanted - before):  # one by one, so that the history tells of it
        links.create(relationship_id=pk)
    return before


def _keep_fields(activity, wanted: set[str]):
    activity.fields.exclude(field__in=wanted).delete()
    known = set(activity.fields.values_list("field", flat=True))
    for field in sorted(wanted - known):
        activity.fields.create(field=field)


def _tell(relationship_ids):
    activities_recorded.send(sender=Activity, relationship_ids=sorted(relationship_ids))


# What making void overwrites, and undoing it puts back.
OVERWRITTEN = ("status", "reason_code", "reason_side", "reason_note", "recorded_date")
STAMP = ("updated_by", "updated_at", "version")


@transaction.atomic
def void_activity(
    *, activity: Activity, reason: Reason, note: str = "", by, today: date
) -> dict[str, str]:
    """Take ``activity`` out of every figure and keep it on record; returns what it was before,
    for ``restore_activity``.
    """
    before = {name: str(getattr(activity, name)) for name in OVERWRITTEN}
    activity.status = Status.VOID
    activity.reason_code, activity.reason_side, activity.reason_note = reason, "", note
    activity.recorded_date = today
    activity.stamp(by)
    activity.save(update_fields=[*OVERWRITTEN, *STAMP])
    _tell(activity.relationships.values_list("pk", flat=True))
    return before


@transaction.atomic
def restore_activity(*, activity: Activity, before: dict[str, str], by) -> Activity:
    """Undo ``void_activity``: the record is again what it was."""
    for name in OVERWRITTEN:
        setattr(activity, name, before[name])
    activity.recorded_date = date.fromisoformat(before["recorded_date"])
    activity.stamp(by)
    activity.save(update_fields=[*OVERWRITTEN, *STAMP])
    _tell(activity.relationships.values_list("pk", flat=True))
    return activity
