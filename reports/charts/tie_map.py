"""Ties on a map of the world: a great circle each, from the home city to the partner."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from reports.charts.equal_earth import projected
from reports.charts.great_circle import Place, great_circle, mean_longitude
from reports.charts.labels import LEFT, placed
from reports.charts.world import TURNS, WHOLE, Box, box_of, land_in, outline, path_of

ASPECT = 2.05  # of the drawing, across to down
NARROWEST = 900  # units across: nearer than that the shores are too coarse
MARGIN = 0.08  # of the view, around what is drawn
BEYOND = 25  # units that a view may show beyond the world, so that no line is cut in half
WIDE, NARROW = 430, 270  # pixels: the smallest drawing in a wide and in a narrow window
AROUND = Box(
    WHOLE.left - BEYOND, WHOLE.top - BEYOND, WHOLE.right + BEYOND, WHOLE.bottom + BEYOND
)  # fmt: skip
SIGN = 12  # pixels, the height of a sign
COARSE = 5  # degrees to which the meridian in the middle is rounded, so that land is drawn once


@dataclass(frozen=True, slots=True)
class TieOnMap:
    """A tie with the activity ``status`` and ``mark`` of its window, and the place of each city.

    ``behind`` is the address of the activities that ``mark`` stands for; empty where those are
    not to be read.
    """

    title: str
    partner: str
    mark: str
    status: str
    is_live: bool
    address: str
    home: Place
    away: Place
    behind: str = ""

    @property
    def named_place(self) -> tuple[str, Place]:
        """What is named on the map: once, however many ties lead there."""
        return self.partner, self.away


@dataclass(frozen=True, slots=True)
class Arc:
    """``path`` in units of the view; the partner's point in percent.

    The sign stands ``lift`` pixels over the point: those of one place over each other, like ones
    at one height.
    """

    tie: TieOnMap
    path: str
    x: float
    y: float
    lift: int

    @property
    def is_at_the_right(self) -> bool:
        return self.x > 100 / 2


@dataclass(frozen=True, slots=True)
class Name:
    """The name of the partner of ``tie``, at its point in percent, on one side of it."""

    tie: TieOnMap
    x: float
    y: float
    side: str

    @property
    def is_at_the_left(self) -> bool:
        return self.side == LEFT


class Unnamed(NamedTuple):
    """A live tie whose name has no room in a wide window, in a narrow one, or in either."""

    tie: TieOnMap
    when_wide: bool
    when_narrow: bool


@dataclass(frozen=True, slots=True)
class TieMap:
    """``names`` have room in a wide window, ``few_names`` in a narrow one; live ties alone have
    names.
    """

    view: Box
    land: str
    outline: str
    arcs: tuple[Arc, ...]
    names: tuple[Name, ...]
    few_names: tuple[Name, ...]
    homes: tuple[tuple[float, float], ...]

    @property
    def unnamed(self) -> list[Unnamed]:
        live = {arc.tie.named_place: arc.tie for arc in self.arcs if arc.tie.is_live}
        wide, narrow = (
            {name.tie.named_place for name in it} for it in (self.names, self.few_names)
        )
        found = [Unnamed(tie, key not in wide, key not in narrow) for key, tie in live.items()]
        return [one for one in found if one.when_wide or one.when_narrow]

    @property
    def names_all_when_wide(self) -> bool:
        return not any(one.when_wide for one in self.unnamed)


def tie_map(ties: Sequence[TieOnMap]) -> TieMap:
    """Of at least one tie; where names have no room for each other the first are named."""
    longitudes = [place[0] for tie in ties for place in (tie.home, tie.away)]
    centre = COARSE * round(mean_longitude(longitudes) / COARSE)
    lines = [_line(tie, centre) for tie in ties]
    view = _view(_inside(chain.from_iterable(lines)))
    ends = [_percent(_point(tie.away, centre), view) for tie in ties]
    homes = dict.fromkeys(_percent(_point(tie.home, centre), view) for tie in ties)
    arcs = tuple(
        Arc(tie, _path(line), *end, lift)
        for tie, line, end, lift in zip(ties, lines, ends, _lifts(ties), strict=True)
    )
    points = [*dict.fromkeys(ends), *homes]
    names, few_names = (tuple(_names(arcs, points, width)) for width in (WIDE, NARROW))
    return TieMap(
        view=view,
        land=land_in(view, centre),
        outline=outline(),
        arcs=arcs,
        names=names,
        few_names=few_names,
        homes=tuple(homes),
    )


def _line(tie, centre):
    """The way as points of the drawing, on the turn on which it starts inside the outline."""
    start = (_turned(tie.home[0] - centre), tie.home[1])
    return great_circle(start, (tie.away[0] - centre, tie.away[1]))


def _path(line):
    """The way on each turn of the world of which a part lies inside the outline."""
    return "".join(
        path_of(projected(longitude + turn, latitude) for longitude, latitude in line)
        for turn in TURNS
        if any(abs(longitude + turn) <= 180 for longitude, _latitude in line)
    )


def _inside(points):
    return [projected(_turned(longitude), latitude) for longitude, latitude in points]


def _point(place, centre):
    return projected(_turned(place[0] - centre), place[1])


def _turned(longitude):
    """The same meridian from -180 up to 180."""
    return (longitude + 180) % 360 - 180


def _view(points):
    """What is drawn with a margin, widened to the proportion of the drawing."""
    box = box_of(points)
    width = max(NARROWEST, box.width * (1 + 2 * MARGIN), box.height * (1 + 2 * MARGIN) * ASPECT)
    width = min(width, AROUND.width)
    height = width / ASPECT
    left = _kept_inside((box.left + box.right - width) / 2, width, AROUND.left, AROUND.right)
    top = _kept_inside((box.top + box.bottom - height) / 2, height, AROUND.top, AROUND.bottom)
    return Box(*(round(edge, 1) for edge in (left, top, left + width, top + height)))


def _kept_inside(start, length, lowest, highest):
    return max(lowest, min(start, highest - length))


def _percent(point, view):
    x, y = point
    across, down = (x - view.left) / view.width, (y - view.top) / view.height
    return round(100 * across, 2), round(100 * down, 2)


def _lifts(ties):
    marks = defaultdict(list)
    for tie in ties:
        here = marks[tie.away]
        if tie.mark not in here:
            here.append(tie.mark)
        yield SIGN * here.index(tie.mark)


def _names(arcs, points, width):
    """The names that have room in a drawing of ``width`` pixels; the first arcs get theirs."""
    across, down = width / 100, width / ASPECT / 100
    first = {}
    for arc in arcs:
        if arc.tie.is_live:
            first.setdefault(arc.tie.named_place, arc)
    wanted = [(arc.tie.partner, arc.x * across, arc.y * down) for arc in first.values()]
    dots = [(x * across, y * down) for x, y in points]
    sides = placed(wanted, dots, width, width / ASPECT)
    for arc, side in zip(first.values(), sides, strict=True):
        if side:
            yield Name(arc.tie, arc.x, arc.y, side)
