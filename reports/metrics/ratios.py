"""How many times as likely: the ratio of two likelihoods and how sure we are of it."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate
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
MOST_ONE_BY_ONE = 256  # ties; more of them are drawn by blocks
MOST_SUMS = 50_000  # products computed to double a block

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
    def is_enough(self) -> bool:
        """Both sides have the pair-years without which no percent is said, and so no ratio."""
        return self.group.is_enough and self.base.is_enough

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
    group, base = _Ties(group), _Ties(base)
    draws = []
    for _ in range(DRAWS):
        above, below = group.draw(choices), base.draw(choices)
        draws.append(above / below if below else inf)
    draws.sort()
    return draws[TAIL - 1], draws[-TAIL]


class _Ties:
    """As many ties drawn with replacement as there are, and their likelihood.

    Both figures of a tie are packed in one number, so that one sum adds both. Many ties are drawn
    by blocks: what a block of ties adds up to has few values, whose chances are computed once.
    """

    def __init__(self, ties: tuple[Tie, ...]):
        self.single = [n << HALF | of for n, of in ties]
        self.block, chances = 1, _chances(self.single)
        if len(ties) > MOST_ONE_BY_ONE:
            while len(chances) ** 2 <= MOST_SUMS and 2 * self.block <= len(ties):
                self.block, chances = 2 * self.block, _twice(chances)
        self.sums, self.cumulated = list(chances), list(accumulate(chances.values()))

    def draw(self, choices) -> float:
        n, of = divmod(self._drawn(choices), 1 << HALF)
        return n / of if of else 0.0

    def _drawn(self, choices) -> int:
        if self.block == 1:
            return sum(choices(self.single, k=len(self.single)))
        blocks, rest = divmod(len(self.single), self.block)
        drawn = choices(self.sums, cum_weights=self.cumulated, k=blocks)
        return sum(drawn) + sum(choices(self.single, k=rest))


def _chances(values: list[int]) -> dict[int, float]:
    return {value: n / len(values) for value, n in Counter(values).items()}


def _twice(chances: dict[int, float]) -> dict[int, float]:
    """The chances of the sum of two independent ones."""
    summed = Counter()
    for one, chance in chances.items():
        for other, its_chance in chances.items():
            summed[one + other] += chance * its_chance
    return summed
