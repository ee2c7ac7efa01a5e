"""Ties on a map of the world: a great circle each, from the home city to the partner."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from reports.charts.equal_earth import projected
from reports.charts.great_circle import Place, great_circle, mean_longitude
from reports.charts.labels import LEFT, placed
from reports.charts.world import TURNS, WHOLE, Box, box_of, land_in, outline, path_of

MOST = 300  # ties drawn; more would be a blot
ASPECT = 2.05  # of the drawing, across to down
NARROWEST = 180  # units across: nearer than that the shores are too coarse
MARGIN = 0.08  # of the view, around what is drawn
WIDTH = 640  # pixels for which names are placed; narrower, they show when a tie is pointed at
COARSE = 5  # degrees to which the meridian in the middle is rounded, so that land is drawn once


@dataclass(frozen=True, slots=True)
class TieOnMap:
    """A tie with the activity ``status`` and ``mark`` of its window, and the place of each city."""

    title: str
    partner: str
    mark: str
    status: str
    is_live: bool
    address: str
    home: Place
    away: Place


@dataclass(frozen=True, slots=True)
class Arc:
    """``path`` in units of the view; the partner's point in percent; ``side`` of its name."""

    tie: TieOnMap
    path: str
    x: float
    y: float
    side: str

    @property
    def is_at_the_left(self) -> bool:
        """Whether the name stands left of the point; where it has no room, inside the drawing."""
        return self.side == LEFT if self.side else self.x > 100 / 2


@dataclass(frozen=True, slots=True)
class TieMap:
    """``unnamed`` live ties have no room for their names, ``hidden`` ties are not drawn at all."""

    view: Box
    land: str
    outline: str
    arcs: tuple[Arc, ...]
    homes: tuple[tuple[float, float], ...]
    hidden: int

    @property
    def unnamed(self) -> list[TieOnMap]:
        named = {(arc.tie.partner, arc.tie.away) for arc in self.arcs if arc.side}
        live = {(arc.tie.partner, arc.tie.away): arc.tie for arc in self.arcs if arc.tie.is_live}
        return [tie for key, tie in live.items() if key not in named]


def tie_map(ties: Sequence[TieOnMap]) -> TieMap:
    """At least one tie; the first are drawn, and named, first."""
    drawn = ties[:MOST]
    longitudes = [place[0] for tie in drawn for place in (tie.home, tie.away)]
    centre = COARSE * round(mean_longitude(longitudes) / COARSE)
    lines = [_line(tie, centre) for tie in drawn]
    view = _view(_inside(chain.from_iterable(lines)))
    ends = [_percent(_point(tie.away, centre), view) for tie in drawn]
    homes = dict.fromkeys(_percent(_point(tie.home, centre), view) for tie in drawn)
    sides = _sides(drawn, ends, homes)
    return TieMap(
        view=view,
        land=land_in(view, centre),
        outline=outline(),
        arcs=tuple(
            Arc(tie, _path(line), *end, side)
            for tie, line, end, side in zip(drawn, lines, ends, sides, strict=True)
        ),
        homes=tuple(homes),
        hidden=len(ties) - len(drawn),
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
    width = min(width, WHOLE.width)
    height = width / ASPECT
    left = _kept_inside((box.left + box.right - width) / 2, width, WHOLE.left, WHOLE.right)
    top = _kept_inside((box.top + box.bottom - height) / 2, height, WHOLE.top, WHOLE.bottom)
    return Box(*(round(edge, 1) for edge in (left, top, left + width, top + height)))


def _kept_inside(start, length, lowest, highest):
    return max(lowest, min(start, highest - length))


def _percent(point, view):
    x, y = point
    across, down = (x - view.left) / view.width, (y - view.top) / view.height
    return round(100 * across, 2), round(100 * down, 2)


def _sides(ties, ends, homes):
    """Where the name of each tie stands; a partner of several live ties is named once."""
    named = {}
    for index, tie in enumerate(ties):
        if tie.is_live:
            named.setdefault((tie.partner, tie.away), index)
    height = WIDTH / ASPECT
    points = [(WIDTH * x / 100, height * y / 100) for x, y in (*ends, *homes)]
    names = [(ties[index].partner, *points[index]) for index in named.values()]
    sides = dict(zip(named.values(), placed(names, points, WIDTH, height), strict=True))
    return [sides.get(index, "") for index in range(len(ties))]
