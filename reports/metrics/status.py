"""Activity status: what happens in a tie, derived from the calendar and never typed."""

from collections.abc import Collection, Iterable
from datetime import date

from reports.metrics.clock import Interval, add_months, clock_day, whole_months
from reports.metrics.thresholds import STANDARD, Thresholds

NEW, ACTIVE, COOLING, DORMANT, INACTIVE = "new", "active", "cooling", "dormant", "inactive"
STATUSES = (NEW, ACTIVE, COOLING, DORMANT, INACTIVE)

# How alive each is, for telling which of two is worse. A new tie without an activity stands
# after one that had an activity within two years, before one that had none for longer.
LIVELINESS = {ACTIVE: 4, COOLING: 3, NEW: 2, DORMANT: 1, INACTIVE: 0}


def last_activity(ends: Iterable[date], as_of: date) -> date | None:
    """The latest of ``ends``, at most ``as_of``; None without any.

    ``ends`` are the last days that the record allows for the live activities that started on
    or before ``as_of``. With courtesies among them it is the last contact.
    """
    latest = max(ends, default=None)
    return latest and min(latest, as_of)


def activity_status(
    last: date | None,
    as_of: date,
    *,
    start: date | None = None,
    suspended: Collection[Interval] = (),
    thresholds: Thresholds = STANDARD,
) -> str:
    """One of ``STATUSES`` for a tie whose last activity ended on ``last``.

    ``start`` is the last day that the record allows for the start of the tie; it only matters
    while there is no activity. With neither date nothing shows the tie to be new: inactive.
    """
    since = last or start
    if since is None:
        return INACTIVE
    today = clock_day(since, as_of, suspended)
    if last is None:
        if today <= add_months(since, thresholds.new_months):
            return NEW
    elif today <= add_months(since, thresholds.active_months):
        return ACTIVE
    elif today <= add_months(since, thresholds.cooling_months):
        return COOLING
    return DORMANT if today <= add_months(since, thresholds.inactive_months) else INACTIVE


def months_since(
    last: date | None, as_of: date, suspended: Collection[Interval] = ()
) -> int | None:
    """Whole calendar months since ``last``, suspended days not counted; None without one."""
    return None if last is None else whole_months(last, clock_day(last, as_of, suspended))


def unreported_years(
    years: Iterable[int], active: Collection[int], returned: Collection[int]
) -> tuple[int, ...]:
    """The years of ``years`` in which nothing is on record and no return says so."""
    return tuple(year for year in years if year not in active and year not in returned)


def is_not_reported(status: str, last_year: int | None, unreported: Iterable[int]) -> bool:
    """Whether “inactive” has to be read as *not reported*: a missing return may hide activity.

    ``last_year`` is the policy year of the last activity; a return missing before it cannot
    change the status.
    """
    return status == INACTIVE and any(last_year is None or year > last_year for year in unreported)
