"""Suspecting, before it is recorded, that an activity is already on record."""

from collections.abc import Collection
from difflib import SequenceMatcher

from django.db import transaction

from activities.models import Activity
from activities.recording import record_activity
from relationships.folding import fold
from relationships.models import Relationship

ALIKE = 0.75


class AlreadyThere(Exception):
    """``found`` are on record and look like what was to be recorded."""

    def __init__(self, found: list[Activity]):
        super().__init__(f"Looks like {', '.join(str(one.pk) for one in found)}.")
        self.found = found


@transaction.atomic
def record_new_activity(
    *, activity: Activity, relationships, acknowledged: Collection[int] = (), **kept
) -> Activity:
    """Record ``activity`` unless others of the same ties look like it: then AlreadyThere, and
    nothing is saved. Those in ``acknowledged`` were shown to the officer, who records all the same.
    """
    # Of two that are sent at once, such as by a double click, the second waits and sees the first.
    ties = [tie.pk for tie in relationships]
    list(Relationship.objects.select_for_update(of=("self",)).filter(pk__in=ties).order_by("pk"))
    found = [one for one in look_alikes(activity, ties) if one.pk not in acknowledged]
    if found:
        raise AlreadyThere(found)
    return record_activity(activity=activity, relationships=relationships, **kept)


def look_alikes(activity: Activity, ties: Collection[int]) -> list[Activity]:
    """What is on record of one of ``ties``, at the same time, under a similar title."""
    at_the_time = (
        Activity.objects.owned()
        .not_void()
        .overlapping(activity.start_date, activity.end_date)
        .filter(pk__in=Activity.objects.filter(relationships__in=ties).values("pk"))
        .exclude(pk=activity.pk)
        .order_by("start_date", "pk")
    )
    return [one for one in at_the_time if are_alike(one.title, activity.title)]


def are_alike(one: str, other: str) -> bool:
    """Two titles that may mean one thing: nearly the same letters, or the same words turned
    about, or one that says all that the other says.
    """
    one, other = fold(one), fold(other)
    if not one or not other:
        return one == other
    words, others = set(one.split()), set(other.split())
    if min(len(words), len(others)) > 1 and (words <= others or others <= words):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= ALIKE
