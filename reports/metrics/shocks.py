"""Dip and rebound: how far exchanges fell after a shock, and when they were back."""

from collections.abc import Collection, Mapping
from fractions import Fraction
from statistics import median
from typing import NamedTuple

YEARS_BEFORE = 3
FEWEST_BEFORE = 2
YEARS_TO_FALL = 2  # after the year of the shock
RECOVERED_TENTHS = 9


class Dip(NamedTuple):
    """What a shock in ``year`` did to a yearly count.

    ``baseline`` is the usual level; None with fewer than two ordinary years before. ``trough``
    is the least count of the year of the shock and the two after it, as far as they are over,
    and ``trough_year`` the first year that had it. ``recovered_year`` is None for “not yet”.
    """

    year: int
    ordinary: tuple[int, ...]
    baseline: Fraction | None
    trough_year: int | None
    trough: int | None
    recovered_year: int | None
    is_final: bool

    @property
    def is_defined(self) -> bool:
        """Of a usual level of nothing no depth can be told."""
        return bool(self.baseline)

    @property
    def depth(self) -> Fraction | None:
        """The share of the usual level that was lost; below 0 if even the least was more."""
        if not self.is_defined or self.trough is None:
            return None
        return 1 - self.trough / self.baseline

    @property
    def has_fallen(self) -> bool:
        """The least year lies below what counts as recovered."""
        return self.depth is not None and not _is_back(self.trough, self.baseline)

    @property
    def years_to_recover(self) -> int | None:
        """From the trough to the first year back; None for “not yet”."""
        return self.recovered_year and self.recovered_year - self.trough_year


def dip(counts: Mapping[int, int], year: int, *, last: int, shocked: Collection[int] = ()) -> Dip:
    """The dip of ``counts``, by policy year, around a shock in ``year``.

    A year without an entry counts 0. ``last`` is the last year that is over; later ones do not
    exist yet. ``shocked`` are the years of other shocks: as years before they are left out.
    """
    before = [one for one in range(year - YEARS_BEFORE, year) if one <= last]
    ordinary = tuple(one for one in before if one not in shocked)
    baseline = _usual([counts.get(one, 0) for one in ordinary])
    fall = [one for one in range(year, year + YEARS_TO_FALL + 1) if one <= last]
    trough_year = min(fall, key=lambda one: counts.get(one, 0), default=None)
    return Dip(
        year=year,
        ordinary=ordinary,
        baseline=baseline,
        trough_year=trough_year,
        trough=None if trough_year is None else counts.get(trough_year, 0),
        recovered_year=_first_year_back(counts, baseline, trough_year, last),
        is_final=last >= year + YEARS_TO_FALL,
    )


def _usual(counts: list[int]) -> Fraction | None:
    return Fraction(median(counts)) if len(counts) >= FEWEST_BEFORE else None


def _first_year_back(counts, baseline, trough_year, last):
    if not baseline or trough_year is None:
        return None
    later = range(trough_year, last + 1)
    return next((one for one in later if _is_back(counts.get(one, 0), baseline)), None)


def _is_back(count, baseline) -> bool:
    return 10 * count >= RECOVERED_TENTHS * baseline
