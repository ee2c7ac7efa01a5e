"""The shortest way between two places on the globe, as points to draw."""

from collections.abc import Iterator, Sequence
from math import acos, asin, atan2, ceil, cos, degrees, hypot, radians, sin

Place = tuple[float, float]  # longitude and latitude in degrees
STEP = 4  # degrees between two points
LEAST = 1e-6  # radians; places nearer than this, or nearer to being opposite, have no one way


def great_circle(start: Place, end: Place) -> list[Place]:
    """Points from ``start`` to ``end``; longitudes run on past 180 and never jump.

    Of places that are opposite every way is the shortest; the one over the North Pole is taken.
    """
    a, b = _vector(start), _vector(end)
    angle = acos(max(-1.0, min(1.0, sum(x * y for x, y in zip(a, b, strict=True)))))
    if angle < LEAST:
        return [start]
    if sin(angle) < LEAST:
        pole = (start[0], 90.0)
        return _running_on([*great_circle(start, pole), *great_circle((end[0], 90.0), end)])
    steps = max(2, ceil(degrees(angle) / STEP))
    return _running_on([_between(a, b, angle, index / steps) for index in range(steps + 1)])


def mean_longitude(longitudes: Sequence[float]) -> float:
    """The middle of ``longitudes`` around the globe, in degrees; 0 where they cancel out."""
    east = sum(sin(radians(longitude)) for longitude in longitudes)
    north = sum(cos(radians(longitude)) for longitude in longitudes)
    return degrees(atan2(east, north)) if hypot(east, north) > LEAST else 0.0


def _vector(place):
    longitude, latitude = map(radians, place)
    return cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude)


def _between(a, b, angle, part):
    near, far = sin((1 - part) * angle) / sin(angle), sin(part * angle) / sin(angle)
    x, y, z = (near * p + far * q for p, q in zip(a, b, strict=True))
    return degrees(atan2(y, x)), degrees(asin(max(-1.0, min(1.0, z))))


def _running_on(points) -> list[Place]:
    return list(_unwrapped(points))


def _unwrapped(points) -> Iterator[Place]:
    before = None
    for longitude, latitude in points:
        if before is not None:
            longitude += 360 * round((before - longitude) / 360)
        before = longitude
        yield longitude, latitude
