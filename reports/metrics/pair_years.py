"""Pair-year likelihood: of all years of all ties, in how many was there such an activity?"""

from collections import Counter
from collections.abc import Iterable
from math import sqrt
from statistics import NormalDist
from typing import NamedTuple

from reports.metrics.involvement import CLASSES, indicator
from reports.metrics.rounding import one_decimal, percent

FEWEST_FOR_A_PERCENT = 10
Z_95 = NormalDist().inv_cdf(0.975)


class Likelihood(NamedTuple):
    """``n`` pair-years with such an activity out of ``of``; text is in percent."""

    n: int
    of: int

    @property
    def is_enough(self) -> bool:
        """Of fewer than ten pair-years no percent is printed."""
        return self.of >= FEWEST_FOR_A_PERCENT

    @property
    def percent(self) -> str | None:
        return percent(self.n, self.of) if self.is_enough else None

    @property
    def interval(self) -> tuple[str, str] | None:
        """The Wilson 95 % interval, low and high."""
        if not self.is_enough:
            return None
        low, high = wilson(self.n, self.of)
        return one_decimal(100 * low), one_decimal(100 * high)


def wilson(n: int, of: int) -> tuple[float, float]:
    """Wilson's 95 % interval of the share ``n`` / ``of``, within 0 and 1."""
    share, z2 = n / of, Z_95**2
    centre = share + z2 / (2 * of)
    margin = Z_95 * sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    low, high = (centre - margin) / (1 + z2 / of), (centre + margin) / (1 + z2 / of)
    # The bounds are exactly 0 and 1 at the ends; floating point only nearly so.
    return (0.0 if n == 0 else low), (1.0 if n == of else high)


def likelihood(pair_years: Iterable[str], name: str) -> Likelihood:
    """The likelihood of the class ``name`` over pair-years, each given by its letters.

    The letters of a silent year are the empty text. Which pair-years are passed in is the
    denominator: all years of all ties (fixed panel) or only the exposed ones.
    """
    return likelihoods(pair_years)[name]


def likelihoods(pair_years: Iterable[str] | Counter[str]) -> dict[str, Likelihood]:
    """The likelihood of every class of ``CLASSES`` over the same pair-years, or so many alike."""
    alike = Counter(pair_years)
    of = alike.total()
    return {
        name: Likelihood(sum(n for letters, n in alike.items() if indicator(letters, name)), of)
        for name in CLASSES
    }
