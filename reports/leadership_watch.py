"""The watches that changes of leader opened, in the ties of an office."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from activities.models import Activity
from relationships.leaders import ChangeOfLeader, changes, leaders_of
from relationships.models import Relationship
from reports import metrics
from reports.evaluation import ANSWERABLE
from reports.metrics import Watch
from reports.metrics.leadership import WATCH_MONTHS

TIE = "activity_relationships__relationship"


class WatchOfTie(NamedTuple):
    """One change of leader, as it concerns one tie."""

    relationship: Relationship
    change: ChangeOfLeader
    watch: Watch

    @property
    def is_ours(self) -> bool:
        """It changed in the home city."""
        return self.change.leader.city_id == self.relationship.home_city_id

    @property
    def is_open(self) -> bool:
        """Time is left, nothing was held, and somebody answers for the tie."""
        return self.watch.is_open and self.relationship.legal_status in ANSWERABLE


def watches(relationships, as_of: date) -> list[WatchOfTie]:
    """Of the ties of a queryset: every change on either side while the tie existed, latest first.

    Three queries, however many ties there are.
    """
    by_city = defaultdict(list)
    for change in changes(leaders_of(relationships)):
        if change.leader.since.last <= as_of:
            by_city[change.leader.city_id].append(change)
    pairs = [
        (tie, change)
        for tie in relationships.with_cities()
        for city in {tie.home_city_id, tie.partner_city_id}
        for change in by_city[city]
        if tie.start_date is None or tie.start_date <= change.leader.since.last
    ]
    held = _activities(relationships, pairs)
    found = [
        WatchOfTie(tie, change, metrics.watch(change.leader.since.last, held[tie.pk], as_of))
        for tie, change in pairs
    ]
    return sorted(found, key=_latest_first)


def open_watches(found: list[WatchOfTie], as_of: date) -> list[tuple[WatchOfTie, int]]:
    """Those of ``found`` that are open, with the days that are left; the fewest first."""
    waiting = sorted((one for one in found if one.is_open), key=lambda one: one.watch.ends)
    return [(one, (one.watch.ends - as_of).days) for one in waiting]


def _latest_first(one: WatchOfTie):
    return -one.watch.since.toordinal(), str(one.relationship), one.change.leader.pk


def _activities(relationships, pairs) -> dict[int, list[tuple[date, str]]]:
    """By tie: the live activities that may lie in a watch or in the months before it."""
    found = defaultdict(list)
    if not pairs:
        return found
    first = min(change.leader.since.last for _tie, change in pairs)
    live = Activity.objects.live().filter(
        start_date__gte=metrics.add_months(first, -WATCH_MONTHS),
        **{f"{TIE}__in": relationships.order_by().values("pk")},
    )
    for tie, day, letter in live.order_by().values_list(TIE, "start_date", "involvement"):
        found[tie].append((day, letter))
    return found
