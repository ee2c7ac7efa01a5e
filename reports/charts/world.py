"""The land under a map: Natural Earth's shores, projected around a meridian and cut to a view."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from reports.charts.equal_earth import projected

LAND = Path(__file__).with_name("land.json")  # made by tools/land.py
TURNS = (-360, 0, 360)  # of the world, beside each other: the outline cuts what is beyond it
EDGE = range(-90, 91, 5)


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the drawing, in its units."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return round(self.right - self.left, 1)

    @property
    def height(self) -> float:
        return round(self.bottom - self.top, 1)

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


Points = Iterable[tuple[float, float]]


def box_of(points: Points) -> Box:
    across, down = zip(*points, strict=True)
    return Box(min(across), min(down), max(across), max(down))


def path_of(points: Points) -> str:
    """``points``, to a unit, as the data of an SVG path: the first, then the step to each next."""
    (x, y), *others = [(round(x), round(y)) for x, y in points]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise([(x, y), *others])]
    drawn = "".join(_number(across) + _number(down) for across, down in steps if across or down)
    return f"M{x}{_number(y)}l{drawn.lstrip() or '0 0'}"


def land_in(view: Box, centre: int) -> str:
    """The shores that meet ``view`` as one path; the meridian in the middle is ``centre``."""
    return "".join(path for box, path in _shores(centre) if box.meets(view))


@cache
def outline() -> str:
    """The edge of the world."""
    right = [projected(180, latitude) for latitude in EDGE]
    left = [projected(-180, latitude) for latitude in reversed(EDGE)]
    return path_of([*right, *left]) + "Z"


WHOLE = Box(
    projected(-180, 0)[0], projected(0, 90)[1], projected(180, 0)[0], projected(0, -90)[1]
)  # fmt: skip


@lru_cache(maxsize=72)
def _shores(centre):
    """``(box, path)`` of each shore on each turn that the outline does not cut off whole."""
    drawn = []
    for ring in _rings():
        for turn in TURNS:
            points = [
                projected(longitude - centre + turn, latitude) for longitude, latitude in ring
            ]
            box = box_of(points)
            if box.meets(WHOLE):
                drawn.append((box, path_of(points) + "Z"))
    return drawn


@cache
def _rings():
    """Shores as points in degrees."""
    tenths = json.loads(LAND.read_text())
    return [
        [(x / 10, y / 10) for x, y in zip(ring[::2], ring[1::2], strict=True)] for ring in tenths
    ]


def _number(value):
    """A minus parts two numbers as well as a blank does."""
    return str(value) if value < 0 else f" {value}"
