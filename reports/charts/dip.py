"""A yearly count around a shock: usual level, lowest year, recovery."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

from reports.charts.axes import Tick, scale

LEFT, RIGHT = 6, 96  # percent
TOP, BOTTOM = 34, 204  # pixels


@dataclass(frozen=True, slots=True)
class DipPoint:
    x: float
    y: float
    year: int
    value: int
    is_lowest: bool
    is_back: bool


@dataclass(frozen=True, slots=True)
class DipChart:
    """``before_x`` and ``before_width`` are the three years before, ``shock_x`` the year of it."""

    points: tuple[DipPoint, ...]
    years: tuple[Tick, ...]
    values: tuple[Tick, ...]
    usual_y: float | None
    shock_x: float
    before_x: float
    before_width: float
    bottom: int = BOTTOM

    @property
    def segments(self) -> tuple[tuple[DipPoint, DipPoint], ...]:
        return tuple(pairwise(self.points))


def dip_chart(counts: Mapping[int, int], years: Sequence[int], dip) -> DipChart:
    """``years`` of ``counts``, and the year of the shock also where it is not over yet."""
    shown = list(years)
    axis = sorted({*shown, dip.year})
    step, end = scale(max([*(counts.get(year, 0) for year in shown), float(dip.baseline or 0)]))
    width = (RIGHT - LEFT) / max(len(axis) - 1, 1)
    x = {year: round(LEFT + index * width, 2) for index, year in enumerate(axis)}

    def y(value):
        return round(BOTTOM - float(value) / end * (BOTTOM - TOP), 1)

    has_fallen = dip.has_fallen
    points = tuple(
        DipPoint(
            x[year], y(counts.get(year, 0)), year, counts.get(year, 0),
            is_lowest=has_fallen and year == dip.trough_year,
            is_back=has_fallen and year == dip.recovered_year,
        )
        for year in shown
    )  # fmt: skip
    before = [x[year] for year in axis if year < dip.year]
    every = ceil(len(axis) / 7) or 1
    return DipChart(
        points=points,
        years=tuple(Tick(x[year], year) for year in axis[::-1][::every][::-1]),
        values=tuple(Tick(y(value), value) for value in range(0, end + 1, step)),
        usual_y=None if dip.baseline is None else y(dip.baseline),
        shock_x=x[dip.year],
        before_x=round(before[0] - 1, 2) if before else 0,
        before_width=round(before[-1] - before[0] + 2, 2) if before else 0,
    )
