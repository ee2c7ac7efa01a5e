"""Ties with an activity, year by year, a line a class."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil

from reports.charts.axes import Tick, ink_of, scale, spread


@dataclass(frozen=True, slots=True)
class TrendLine:
    """Ties with such an activity by complete policy year; ``to_date`` is the running year's.

    ``doors`` are the addresses of the rows behind the values, by year, where one may read them.
    """

    name: str
    mark: str
    values: Mapping[int, int]
    to_date: int | None = None
    doors: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TrendShock:
    """A shock by the policy year in which it began."""

    name: str
    year: int


@dataclass(frozen=True, slots=True)
class DrawnShock:
    """``name_y`` is None where its name has no room; it is told beside the drawing then."""

    shock: TrendShock
    x: float
    name_y: int | None

    @property
    def is_at_the_right(self) -> bool:
        return self.x > 100 / 2


@dataclass(frozen=True, slots=True)
class Point:
    x: float
    y: float
    year: int
    value: int


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A line of the trend: its points, the running year's apart, and where its name stands."""

    line: TrendLine
    points: tuple[Point, ...]
    to_date: Point | None
    name_y: float

    @property
    def ink(self) -> str:
        return ink_of(self.line.mark)

    @property
    def doors(self) -> tuple[tuple[Point, str], ...]:
        """Each point with the address of its rows, empty where they may not be read."""
        points = [*self.points, *filter(None, [self.to_date])]
        return tuple((point, self.line.doors.get(point.year, "")) for point in points)

    @property
    def segments(self) -> tuple[tuple[Point, Point], ...]:
        return tuple(pairwise(self.points))


@dataclass(frozen=True, slots=True)
class Trend:
    lines: tuple[DrawnLine, ...]
    years: tuple[Tick, ...]
    values: tuple[Tick, ...]
    running_year: Tick | None
    shocks: tuple[DrawnShock, ...]
    bottom: int


TREND_TOP, TREND_BOTTOM = 14, 220  # pixels; below the bottom stand the years
NAME_HEIGHT = 17
LETTER = 2.2  # percent across that a letter of a shock's name takes
SHOCK_ROWS = (10, 26, 42)  # pixels down


def trend(
    lines: Sequence[TrendLine],
    running_year: int | None = None,
    shocks: Sequence[TrendShock] = (),
) -> Trend:
    """One line a class over the same complete years; ``running_year`` stands apart at the right.

    ``shocks`` of other years are not drawn.
    """
    years = sorted({year for line in lines for year in line.values})
    slots = max(len(years) - 1, 1) + (1 if running_year else 0)
    x = {year: round(100 * index / slots, 2) for index, year in enumerate(years)}
    step, end = scale(max((n for line in lines for n in _all_values(line)), default=0))

    def y(value):
        return round(TREND_BOTTOM - value / end * (TREND_BOTTOM - TREND_TOP), 1)

    drawn = []
    for line in lines:
        points = tuple(Point(x[year], y(n), year, n) for year, n in sorted(line.values.items()))
        to_date = None
        if running_year and line.to_date is not None:
            to_date = Point(100, y(line.to_date), running_year, line.to_date)
        last = to_date or (points[-1] if points else None)
        drawn.append((line, points, to_date, last.y if last else TREND_BOTTOM))
    names = spread([at for *_, at in drawn], NAME_HEIGHT, TREND_BOTTOM)
    every = ceil(len(years) / 7) or 1
    return Trend(
        lines=tuple(
            DrawnLine(line, points, to_date, at)
            for (line, points, to_date, _), at in zip(drawn, names, strict=True)
        ),
        years=tuple(Tick(x[year], year) for year in years[::-1][::every][::-1]),
        values=tuple(Tick(y(value), value) for value in range(0, end + 1, step)),
        running_year=Tick(100, running_year) if running_year else None,
        shocks=_shocks(shocks, x | ({running_year: 100.0} if running_year else {})),
        bottom=TREND_BOTTOM,
    )


def _shocks(shocks, x):
    """Each in the first row in which its name covers no other name."""
    taken, drawn = [], []
    for shock in sorted(shocks, key=lambda shock: shock.year):
        if shock.year not in x:
            continue
        at = x[shock.year]
        length = LETTER * len(shock.name)
        left, right = (at - length, at) if at > 100 / 2 else (at, at + length)
        is_inside = left >= 0 and right <= 100
        rows = [
            row
            for row in SHOCK_ROWS
            if is_inside
            and not any(
                row == other and left < end and start < right for other, start, end in taken
            )
        ]
        taken += [(row, left, right) for row in rows[:1]]
        drawn.append(DrawnShock(shock, at, rows[0] if rows else None))
    return tuple(drawn)


def _all_values(line: TrendLine):
    yield from line.values.values()
    if line.to_date is not None:
        yield line.to_date
