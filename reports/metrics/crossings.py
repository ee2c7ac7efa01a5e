"""When a tie will cross each threshold of its activity status, if nothing more is held."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from reports.metrics.clock import ONE_DAY, Interval, add_months, days_within
from reports.metrics.status import COOLING, DORMANT, INACTIVE, LIVELINESS
from reports.metrics.thresholds import STANDARD, Thresholds


class Crossing(NamedTuple):
    """The first day on which a tie has a worse activity status."""

    status: str
    day: date


def crossings(
    last: date | None,
    *,
    start: date | None = None,
    suspended: Collection[Interval] = (),
    thresholds: Thresholds = STANDARD,
) -> tuple[Crossing, ...]:
    """Every threshold in turn, also those already crossed, for a tie last active on ``last``.

    A tie without an activity counts from its ``start``; with neither date there is no day to
    tell. Nothing is crossed from a suspension on whose end is not known.
    """
    since = last or start
    if since is None:
        return ()
    found = (
        (status, _day(since, months, suspended)) for status, months in _steps(last, thresholds)
    )
    return tuple(Crossing(status, day) for status, day in found if day is not None)


def _steps(last, thresholds):
    inactive = (INACTIVE, thresholds.inactive_months)
    if last is None:
        return [(DORMANT, thresholds.new_months), inactive]
    return [(COOLING, thresholds.active_months), (DORMANT, thresholds.cooling_months), inactive]


def _day(since: date, months: int, suspended) -> date | None:
    """The day after ``months`` have run, put off by each suspended day on the way."""
    due = add_months(since, months) + ONE_DAY
    day = due
    while (moved := due + _stood_still(since, day, suspended)) != day:
        if any(until is None and (begun or date.min) <= day for begun, until in suspended):
            return None
        day = moved
    return day


def _stood_still(since, day, suspended) -> timedelta:
    return timedelta(days=days_within(suspended, since + ONE_DAY, day))


def worse_from(
    usual: Collection[Crossing], left: Collection[Crossing], first: str, as_of: date
) -> Crossing | None:
    """The first status after ``as_of`` that ``left`` reaches while ``usual`` is still better.

    Both tell of one tie, ``left`` with some activities taken away; ``first`` is the status
    before any crossing.
    """
    for status, day in left:
        if day > as_of and LIVELINESS[status] < LIVELINESS[_standing(usual, first, day)]:
            return Crossing(status, day)
    return None


def _standing(found, first, day) -> str:
    return max(((one.day, one.status) for one in found if one.day <= day), default=(day, first))[1]
