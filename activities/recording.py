"""Recording an activity: the activity, its relationships and its fields of work, in one act."""

from collections.abc import Iterable

from django.db import transaction

from accounts.editing import hold
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
    tell(before | wanted)
    return activity


@transaction.atomic
def record_counts(*, activity: Activity, by, version) -> Activity:
    """Save who took part in ``activity``, and read back what the database derives."""
    hold(activity, version)
    activity.stamp(by)
    activity.save()
    activity.refresh_from_db()
    tell(activity.relationships.values_list("pk", flat=True))
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


def tell(relationship_ids):
    """Say that the activities of these relationships are no longer what they were."""
    activities_recorded.send(sender=Activity, relationship_ids=sorted(relationship_ids))
