"""Calendar months and days, and a clock that stands still while a tie is suspended.

An interval is ``(since, until)``: ``since`` is its first day, ``until`` the first day that no
longer belongs to it. None leaves that side open.
"""

import calendar
from collections.abc import Iterable
from datetime import date, timedelta

Interval = tuple[date | None, date | None]
ONE_DAY = timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day of the month ``months`` later; the month's last day where it has none.

    31 August and six months is 28 February, in a leap year the 29th.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if day.day <= 28:
        return date(year, month + 1, day.day)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def whole_months(since: date, until: date) -> int:
    """The most months that can be added to ``since`` without passing ``until``."""
    months = (until.year - since.year) * 12 + until.month - since.month
    return months if add_months(since, months) <= until else months - 1


def days_within(intervals: Iterable[Interval], first: date, last: date) -> int:
    """How many of the days ``first`` to ``last``, both included, lie in some interval.

    Intervals that overlap are not counted twice.
    """
    return days_within_ordered(in_order(intervals), first, last)


def in_order(intervals: Iterable[Interval]) -> list[tuple[date, date]]:
    """The intervals by their first day, an open side closed at the end of time."""
    return sorted((since or date.min, until or date.max) for since, until in intervals)


def days_within_ordered(ordered: list[tuple[date, date]], first: date, last: date) -> int:
    """``days_within`` for intervals that were put in order once to be asked often."""
    days, counted_to, after = 0, first, last + ONE_DAY
    for since, until in ordered:
        if since <= counted_to and after <= until:
            return days + (after - counted_to).days
        begins, ends = max(since, counted_to), min(until, after)
        if begins < ends:
            days += (ends - begins).days
            counted_to = ends
    return days


def clock_day(since: date, as_of: date, suspended: Iterable[Interval] = ()) -> date:
    """The day a clock started on ``since`` shows at ``as_of``, not running while suspended.

    Each suspended day after ``since`` and up to ``as_of`` puts it back by one day, which moves
    every deadline by as many days into the future.
    """
    if not suspended or as_of <= since:
        return as_of
    return as_of - timedelta(days=days_within(suspended, since + ONE_DAY, as_of))
