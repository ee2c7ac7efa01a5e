"""How regular a tie is: exposed years, sporadic, vulnerable, continuity and gap."""

from collections.abc import Collection, Iterable
from datetime import date

from reports.metrics.clock import Interval, days_within_ordered, in_order
from reports.metrics.official_share import Balance
from reports.metrics.status import DORMANT, INACTIVE
from reports.metrics.thresholds import STANDARD, Thresholds
from reports.metrics.years import first_day, last_day

EXPOSURE_DAYS = 183


def exposed_years(
    years: Iterable[int], in_force: Collection[Interval], first_month: int = 1
) -> tuple[int, ...]:
    """The policy years of which at least 183 days lie in an interval in force, not suspended."""
    ordered = in_order(in_force)

    def days(year):
        first, last = first_day(year, first_month), last_day(year, first_month)
        return days_within_ordered(ordered, first, last)

    return tuple(year for year in years if days(year) >= EXPOSURE_DAYS)


def is_sporadic(active: int, exposed: int, status: str, thresholds: Thresholds = STANDARD) -> bool:
    """Whether at most 40 % of the exposed years were active, in a tie that is not inactive.

    ``active`` counts the exposed years with a live activity. Undefined, so false, if no year
    was exposed.
    """
    if status == INACTIVE or exposed == 0:
        return False
    return 100 * active <= thresholds.sporadic_percent * exposed


def is_vulnerable(status: str, sporadic: bool, balance: Balance) -> bool:
    """Low activity and official lead at once, the article's confluence."""
    low = sporadic or status in (DORMANT, INACTIVE)
    return low and (balance.is_official_heavy or balance.is_official_only)


def continuity(years: Iterable[int]) -> int:
    """The longest run of consecutive years among ``years``, the active ones."""
    longest = run = 0
    previous = None
    for year in sorted(set(years)):
        run = run + 1 if previous is not None and year == previous + 1 else 1
        longest = max(longest, run)
        previous = year
    return longest


def longest_gap(periods: Iterable[tuple[date, date]], as_of: date) -> int | None:
    """The longest silence in days: between two live activities, or since the last one.

    Counts the days on which certainly nothing was on, ``as_of`` included; a period of month
    or year precision fills all the days that it allows. None if nothing was ever held.
    """
    longest, reached = None, None
    for start, end in sorted(periods):
        end = min(end, as_of)
        if reached is not None:
            longest = max(longest, (start - reached).days - 1)
        longest = longest or 0
        reached = end if reached is None else max(reached, end)
    return None if reached is None else max(longest, (as_of - reached).days)
