"""What an activity that is being typed would count as, and what it would change, before it is
saved.
"""

from datetime import date
from typing import NamedTuple

from activities.choices import Status, Substance
from activities.counting import CountsAs, once_held
from activities.foreseen import foreseen_involvement
from activities.models import Activity
from relationships.models import Relationship
from reports.metrics import (
    activity_status,
    is_not_reported,
    last_complete_year,
    policy_year,
)
from reports.portfolio import last_activity
from reports.signs import NOT_REPORTED
from reports.summary import TieSummary, annual_summary
from reports.year_cells import YearCell, year_cells

STRIP = 14
MOST_TIES = 3
# Of what was called off nothing comes, whoever was to take part.
MAY_BE_HELD = {Status.IDEA, Status.PLANNED, Status.HELD}


class Change(NamedTuple):
    """The status of a tie today, and after the activity."""

    name: str
    before: str
    after: str
    cells: list[YearCell]
    last_activity: object

    @property
    def is_one(self) -> bool:
        return self.before != self.after


def will_count_as(activity: Activity) -> CountsAs | None:
    """None while nothing tells who takes part, or if it will not be held."""
    if activity.status not in MAY_BE_HELD:
        return None
    return once_held(activity, foreseen_involvement(activity))


def changes(activity: Activity, ties, as_of: date) -> list[Change]:
    """What the activity does to each of ``ties``; none for what moves no status."""
    ties = list(ties[:MOST_TIES])
    if not ties or not moves_a_status(activity):
        return []
    office = ties[0].office
    summary = annual_summary(
        year=last_complete_year(as_of, office.fiscal_year_start_month),
        as_of=as_of,
        relationships=Relationship.objects.filter(pk__in=[tie.pk for tie in ties]),
        strip=STRIP,
    )
    return [
        Change(
            name=tie.name,
            before=tie.reading,
            after=status_after(tie, activity, as_of),
            cells=year_cells(summary, tie),
            last_activity=last_activity(tie),
        )
        for tie in summary.ties
    ]


def moves_a_status(activity: Activity) -> bool:
    """It says when it was or will be, and is more than a courtesy."""
    return bool(
        activity.end_date
        and activity.status in MAY_BE_HELD
        and activity.substance == Substance.SUBSTANTIVE
    )


def status_after(tie: TieSummary, activity: Activity, as_of: date) -> str:
    """The status of ``tie`` once the activity is held: today, or when it ends if that is ahead.

    An activity before the last one changes nothing.
    """
    day = max(as_of, activity.end_date) if activity.start_date > as_of else as_of
    end = min(activity.end_date, day)
    if tie.last_activity and tie.last_activity >= end:
        return tie.reading
    after = activity_status(end, day, suspended=tie.suspended, thresholds=tie.thresholds)
    year = policy_year(end, tie.period.first_month)
    return NOT_REPORTED if is_not_reported(after, year, tie.unreported_years) else after
