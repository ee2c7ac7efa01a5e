"""Likelihoods as bars with their 95 % intervals."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports.charts.axes import Tick, ink_of, scale
from reports.metrics import Likelihood, wilson


@dataclass(frozen=True, slots=True)
class LikelihoodRow:
    """What a row of the likelihood table says; ``address`` leads to the rows behind the figure."""

    name: str
    mark: str
    likelihood: Likelihood
    note: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A row with the end of its bar and of its 95 % interval; no bar where no percent is due."""

    row: LikelihoodRow
    end: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def ink(self) -> str:
        return ink_of(self.row.mark)


@dataclass(frozen=True, slots=True)
class Bars:
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]


def bars(rows: Iterable[LikelihoodRow]) -> Bars:
    """Bars side by side on one scale from 0 %, never stacked: a year can count in several."""
    rows = list(rows)
    drawn = {
        row: (row.likelihood.n / row.likelihood.of, *wilson(*row.likelihood))
        for row in rows
        if row.likelihood.is_enough
    }
    step, end = scale(100 * max((high for _, _, high in drawn.values()), default=0))
    return Bars(
        bars=tuple(
            Bar(row, *(round(10_000 * share / end, 2) for share in drawn.get(row, ())))
            for row in rows
        ),
        ticks=tuple(Tick(100 * value / end, value) for value in range(0, end + 1, step)),
    )
