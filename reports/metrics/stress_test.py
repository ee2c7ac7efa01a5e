"""The stress test: which ties would still be alive if official visits stopped?"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from reports.metrics.clock import Interval
from reports.metrics.status import LIVELINESS, activity_status
from reports.metrics.thresholds import STANDARD, Thresholds

SCENARIOS = {"without_government": "G", "without_government_or_mixed": "GM"}


class Stressed(NamedTuple):
    """A tie with some involvements taken away, against what it is."""

    status: str
    active_years: int
    is_worse: bool


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

    def status_without(removed):
        kept = [day for letter, day in last_by_letter.items() if letter not in removed]
        return activity_status(
            max(kept, default=None),
            as_of,
            start=start,
            suspended=suspended,
            thresholds=thresholds,
        )

    before = status_without("")
    return {
        name: _stressed(status_without(removed), before, letters_by_year, removed)
        for name, removed in SCENARIOS.items()
    }


def _stressed(status, before, letters_by_year, removed):
    active = sum(1 for letters in letters_by_year.values() if set(letters) - set(removed))
    return Stressed(status, active, LIVELINESS[status] < LIVELINESS[before])
