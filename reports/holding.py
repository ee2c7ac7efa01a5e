"""Whether a finding holds, from how a tie reads: pure, so that what is can be asked as well as
what would be.
"""

from collections.abc import Collection
from typing import NamedTuple

from reports.metrics import (
    Balance,
    Counts,
    Thresholds,
    balance,
    is_sporadic,
    is_vulnerable,
)

ASLEEP = ("dormant", "inactive")


class Reading(NamedTuple):
    """What the findings of a tie are judged from.

    ``balances`` are those over the window, and over the window with the year under way: who
    carries a tie is only said while both say it. ``missing`` are years without a return.
    """

    status: str
    balances: tuple[Balance, ...]
    active_years: int
    exposed_years: int
    missing: Collection[int]
    thresholds: Thresholds

    @property
    def is_sporadic(self) -> bool:
        return is_sporadic(self.active_years, self.exposed_years, self.status, self.thresholds)


def balances(counts: Counts, to_date: Counts, thresholds: Thresholds) -> tuple[Balance, ...]:
    """Over the window, and with what the year under way adds to it."""
    both = Counts(*map(sum, zip(counts, to_date, strict=True)))
    return balance(counts, thresholds), balance(both, thresholds)


def _is_vulnerable(reading):
    sporadic = reading.is_sporadic
    return all(is_vulnerable(reading.status, sporadic, one) for one in reading.balances)


HOLDS = {
    "not_reported": lambda reading: reading.status == "inactive" and bool(reading.missing),
    "inactive": lambda reading: reading.status == "inactive",
    "dormant": lambda reading: reading.status in ASLEEP,
    "vulnerable": _is_vulnerable,
    "official_heavy": lambda reading: all(one.is_official_heavy for one in reading.balances),
    "official_only": lambda reading: all(one.is_official_only for one in reading.balances),
    "sporadic": lambda reading: reading.is_sporadic,
    "classify_first": lambda reading: all(one.is_classify_first for one in reading.balances),
}


def holds(kind: str, reading: Reading) -> bool:
    return HOLDS[kind](reading)
