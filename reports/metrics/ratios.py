"""How many times as likely: the ratio of two likelihoods and how sure we are of it."""

from collections.abc import Iterable
from fractions import Fraction
from math import inf
from random import Random
from typing import NamedTuple

from reports.metrics.pair_years import Likelihood
from reports.metrics.rounding import one_decimal

# 1,999 draws make the 50th smallest and the 50th largest the ends of the middle 95 %.
DRAWS = 1_999
TAIL = 50
SEED = 20200331

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
    group, base = sorted(group), sorted(base)
    above, below = _likelihood(group), _likelihood(base)
    if below.n == 0 or above.of == 0:
        return Ratio(above, below, None, None, None)
    draws = sorted(_draws(group, base))
    return Ratio(
        above,
        below,
        Fraction(above.n, above.of) / Fraction(below.n, below.of),
        draws[TAIL - 1],
        draws[-TAIL],
    )


def _likelihood(ties: list[Tie]) -> Likelihood:
    return Likelihood(sum(n for n, _ in ties), sum(of for _, of in ties))


def _draws(group, base):
    random = Random(SEED).random  # noqa: S311
    for _ in range(DRAWS):
        above, below = _draw(group, random), _draw(base, random)
        yield above / below if below else inf


def _draw(ties: list[Tie], random) -> float:
    """The likelihood in as many ties drawn with replacement."""
    size = len(ties)
    drawn = [ties[int(random() * size)] for _ in ties]
    of = sum(tie[1] for tie in drawn)
    return sum(tie[0] for tie in drawn) / of if of else 0.0
