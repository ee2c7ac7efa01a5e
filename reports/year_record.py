"""What the record says of one policy year, tie by tie: what an officer attests."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from activities.choices import Status
from activities.models import Activity, ActivityRelationship
from reports.metrics import first_day, last_day, years_touched
from reports.models.annual_return import ReturnState


@dataclass
class YearRecord:
    """The activities of one tie in one policy year.

    ``live`` ones count in it. ``waiting`` were planned for days now past, and nobody has said
    whether they took place. ``courtesies`` count nowhere. ``unplaced`` ones are known so coarsely
    that they may lie in the year or in the next to it.
    """

    live: list[Activity] = field(default_factory=list)
    waiting: list[Activity] = field(default_factory=list)
    courtesies: list[Activity] = field(default_factory=list)
    unplaced: list[Activity] = field(default_factory=list)

    def refusal(self, state: str) -> str:
        """Why the year cannot be returned as ``state``; empty where it can."""
        if state == ReturnState.TAKEN_BACK:
            return ""
        if self.waiting:
            return _("Say first whether “%(title)s” took place.") % {"title": self.waiting[0]}
        if state == ReturnState.NIL and self.live:
            return _(
                "“%(title)s” is on record for this year, so something happened. Choose “That is "
                "all”, or make the activity void first."
            ) % {"title": self.live[0]}
        if state == ReturnState.RETURNED and not self.live:
            return _(
                "Nothing that counts is on record for this year. Choose “Nothing happened”, or "
                "record first what did."
            )
        return ""


def year_records(
    *, relationship_ids: Iterable[int], year: int, first_month: int, today: date
) -> dict[int, YearRecord]:
    """By tie, in one query; every activity from the first of the year on."""
    rows = (
        ActivityRelationship.objects.filter(
            relationship__in=relationship_ids,
            activity__in=Activity.objects.overlapping(
                first_day(year, first_month), last_day(year, first_month)
            ).filter(status__in=[Status.HELD, Status.PLANNED]),
        )
        .select_related("activity")
        .order_by("activity__start_date", "activity")
    )
    found = defaultdict(YearRecord)
    for row in rows:
        place = _place(row.activity, year, first_month, today)
        if place:
            getattr(found[row.relationship_id], place).append(row.activity)
    return found


def _place(activity, year, first_month, today) -> str:
    if activity.status == Status.PLANNED:
        return "waiting" if activity.end_date < today else ""
    touched = years_touched(
        activity.start_date,
        activity.end_date,
        activity.start_precision,
        activity.end_precision,
        first_month,
    )
    if year not in touched:
        return "unplaced"
    return "live" if activity.is_live else "courtesies"
