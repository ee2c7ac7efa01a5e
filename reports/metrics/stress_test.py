"""The stress test: which ties would still be alive if official visits stopped?"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from reports.metrics.clock import Interval
from reports.metrics.status import LIVELINESS, activity_status
from reports.metrics.thresholds import STANDARD, Thresholds

SCENARIOS = {"without_government": "G", "without_government_or_mixed": "GM"}


class Stressed(NamedTuple):
    """A tie with some involvements taken away, against what it is.

    ``last`` is the last activity that is left, from which ``crossings`` counts.
    """

    status: str
    active_years: int
    is_worse: bool
    last: date | None


def stress(
    last_by_letter: Mapping[str, date],
    letters_by_year: Mapping[int, str],
    as_of: date,
    *,
    start: date | None = None,
    suspended: Collection[Interval] = (),
    thresholds: Thresholds = STANDARD,
) -> dict[str, Stressed]:
    """The tie under each of ``SCENARIOS``.

    ``last_by_letter`` gives the last activity of each involvement, ``letters_by_year`` the
    involvements of each year of the window. Worse means a worse activity status.
    """

    def status(last):
        return activity_status(last, as_of, start=start, suspended=suspended, thresholds=thresholds)

    last = max(last_by_letter.values(), default=None)
    before = status(last)
    found = {}
    for name, removed in SCENARIOS.items():
        kept = [day for letter, day in last_by_letter.items() if letter not in removed]
        kept_last = max(kept, default=None)
        after = before if kept_last == last else status(kept_last)
        # Stripping leaves something only if another letter is there.
        active = sum(1 for letters in letters_by_year.values() if letters.strip(removed))
        is_worse = LIVELINESS[after] < LIVELINESS[before]
        found[name] = Stressed(after, active, is_worse, kept_last)
    return found
