"""Policy years, and the years that a date of day, month or year precision lies in.

A policy year begins on the first day of ``first_month`` (1 to 12) and bears the name of the
calendar year it begins in. With January the two coincide.

A period is given by its ``start``, the first day that the record allows for the beginning,
and its ``end``, the last day that it allows for the end: 2015 alone is 1 January to
31 December 2015, both known to the year.
"""

from datetime import date, timedelta
from functools import cache

WINDOW_YEARS = 5
ONE_DAY = timedelta(days=1)


def policy_year(day: date, first_month: int = 1) -> int:
    """The policy year that ``day`` lies in."""
    return day.year - (day.month < first_month)


@cache
def first_day(year: int, first_month: int = 1) -> date:
    return date(year, first_month, 1)


@cache
def last_day(year: int, first_month: int = 1) -> date:
    return date(year + 1, first_month, 1) - ONE_DAY


def last_complete_year(as_of: date, first_month: int = 1) -> int:
    """The latest policy year whose last day is not after ``as_of``."""
    return policy_year(as_of + ONE_DAY, first_month) - 1


def running_year(as_of: date, first_month: int = 1) -> int | None:
    """The policy year under way at ``as_of``; None on the last day of a year."""
    year = policy_year(as_of, first_month)
    return year if year > last_complete_year(as_of, first_month) else None


def window(as_of: date, first_month: int = 1, k: int = WINDOW_YEARS) -> range:
    """W: the last ``k`` complete policy years at ``as_of``, the oldest first."""
    last = last_complete_year(as_of, first_month)
    return range(last - k + 1, last + 1)


def counting_year(
    start: date, end: date, start_precision="day", end_precision="day", first_month=1
) -> int:
    """The one policy year in which counts, people and money of a period fall: that of its start.

    A start known only to the year counts in the policy year of that name.
    """
    return _first_year(start, end, start_precision, first_month)


def years_touched(
    start: date, end: date, start_precision="day", end_precision="day", first_month=1
) -> range:
    """The policy years in which a period has at least one day, whatever its true dates are.

    Empty if the record cannot place it: known to the year alone, in an office whose policy
    year is not the calendar year.
    """
    first = _first_year(start, end, start_precision, first_month)
    last = _last_year(start, end, end_precision, first_month)
    return range(first, last + 1)


def _first_year(start, end, start_precision, first_month):
    """The policy year of the latest possible start. Months never straddle policy years."""
    if start_precision != "year":
        return policy_year(start, first_month)
    # It began by 31 December at the latest, and not after it had ended.
    return min(start.year, policy_year(end, first_month))


def _last_year(start, end, end_precision, first_month):
    """The policy year of the earliest possible end."""
    if end_precision != "year":
        return policy_year(end, first_month)
    # It ended on 1 January at the earliest, and not before it had begun.
    return max(end.year - (first_month > 1), policy_year(start, first_month))
