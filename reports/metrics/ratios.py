"""How many times as likely: the ratio of two likelihoods and how sure we are of it."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from math import inf
from random import Random
from typing import NamedTuple

from reports.metrics.pair_years import Likelihood
from reports.metrics.rounding import one_decimal

# 1,999 draws make the 50th smallest and the 50th largest the ends of the middle 95 %.
DRAWS = 1_999
TAIL = 50
SEED = 20200331
HALF = 40  # bits; more pair-years than any record has

Tie = tuple[int, int]
"""A tie's pair-years with such an activity, and all its pair-years."""


class Ratio(NamedTuple):
    """How many times as likely in ``group`` as in ``base``, with a 95 % interval.

    ``value`` is None, “not defined”, if the base has none. ``high`` is infinite if the base
    had none in more than one draw in forty.
    """

    group: Likelihood
    base: Likelihood
    value: Fraction | None
    low: float | None
    high: float | None

    @property
    def text(self) -> str | None:
        return None if self.value is None else one_decimal(self.value)

    @property
    def interval(self) -> tuple[str, str | None] | None:
        """Low and high as text; high is None where there is no upper bound."""
        if self.value is None:
            return None
        return one_decimal(self.low), None if self.high == inf else one_decimal(self.high)


def ratio(group: Iterable[Tie], base: Iterable[Tie]) -> Ratio:
    """The ratio of the likelihoods of two groups of ties, from each tie's figures.

    The interval draws ties, not years, because the years of one tie resemble each other. The
    draws are the same every time and do not depend on the order of the ties.
    """
    group, base = tuple(sorted(group)), tuple(sorted(base))
    above, below = _likelihood(group), _likelihood(base)
    if below.n == 0 or above.of == 0:
        return Ratio(above, below, None, None, None)
    value = Fraction(above.n, above.of) / Fraction(below.n, below.of)
    return Ratio(above, below, value, *_ends(group, base))


def _likelihood(ties: tuple[Tie, ...]) -> Likelihood:
    return Likelihood(sum(n for n, _ in ties), sum(of for _, of in ties))


@lru_cache(maxsize=256)
def _ends(group: tuple[Tie, ...], base: tuple[Tie, ...]) -> tuple[float, float]:
    """The ends of the middle 95 % of the draws. A page, its file and its print ask for the same."""
    choices = Random(SEED).choices  # noqa: S311
    group, base = _packed(group), _packed(base)
    draws = []
    for _ in range(DRAWS):
        above, below = _draw(group, choices), _draw(base, choices)
        draws.append(above / below if below else inf)
    draws.sort()
    return draws[TAIL - 1], draws[-TAIL]


def _packed(ties: tuple[Tie, ...]) -> list[int]:
    """Both figures of a tie in one number, so that one sum adds both."""
    return [n << HALF | of for n, of in ties]


def _draw(ties: list[int], choices) -> float:
    """The likelihood in as many ties drawn with replacement."""
    n, of = divmod(sum(choices(ties, k=len(ties))), 1 << HALF)
    return n / of if of else 0.0
