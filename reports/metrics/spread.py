"""Whether a few ties hold most of the activities."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple


class Concentration(NamedTuple):
    """Gini coefficient of live activities per tie, and what the busiest fifth holds.

    ``gini`` is 0 if all ties have the same number and nears 1 if one has them all; None if
    there are no activities. ``top_ties`` is a fifth of the ties, rounded up.
    """

    ties: int
    activities: int
    gini: Fraction | None
    top_ties: int
    top_activities: int

    @property
    def top_share(self) -> Fraction | None:
        return Fraction(self.top_activities, self.activities) if self.activities else None


def concentration(activities_per_tie: Iterable[int]) -> Concentration:
    """How unevenly activities lie on ties; ties without any are counted in."""
    counts = sorted(activities_per_tie)
    ties, total = len(counts), sum(counts)
    top_ties = -(-ties // 5)
    return Concentration(
        ties=ties,
        activities=total,
        gini=_gini(counts, total) if total else None,
        top_ties=top_ties,
        top_activities=sum(counts[ties - top_ties :]),
    )


def _gini(ascending, total):
    weighted = sum(rank * count for rank, count in enumerate(ascending, 1))
    ties = len(ascending)
    return Fraction(2 * weighted, ties * total) - Fraction(ties + 1, ties)
