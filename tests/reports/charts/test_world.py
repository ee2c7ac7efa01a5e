import json
import re
from itertools import accumulate, pairwise

from reports.charts.equal_earth import projected
from reports.charts.world import LAND, WHOLE, Box, land_in, outline, path_of


def places(path):
    """The points of one stroke, from its steps."""
    numbers = iter(map(int, re.findall(r"-?\d+", path)))
    steps = zip(numbers, numbers, strict=True)
    return list(accumulate(steps, lambda at, step: (at[0] + step[0], at[1] + step[1])))


def test_shores_are_closed_and_nowhere_jump_across_the_map():
    """Only the way along the South Pole, which closes Antarctica, is long."""
    for ring in json.loads(LAND.read_text()):
        points = list(zip(ring[::2], ring[1::2], strict=True))
        assert points[0] == points[-1] or points[-1][1] == -900
        for (east, north), (next_east, next_north) in pairwise(points):
            assert abs(next_east - east) < 500 or north == next_north == -900


def test_land_around_two_meridians_is_the_same_land_turned():
    """Somewhere in Canada is land around its own meridian and around the Pacific's."""
    assert is_land(projected_at(-100, 60, centre=-100), centre=-100)
    assert is_land(projected_at(-100, 60, centre=180), centre=180)
    assert not is_land(projected_at(-150, 20, centre=180), centre=180)
    assert is_land(projected_at(140, -25, centre=-100), centre=-100)


def test_land_of_a_view_is_only_what_meets_it():
    part = land_in(Box(-100, -100, 100, 100), 0)

    assert 0 < len(part) < len(land_in(WHOLE, 0)) / 2


def test_the_outline_is_as_high_and_as_wide_as_the_world():
    across, down = zip(*places(outline()), strict=True)

    assert (round(min(across)), round(max(across))) == (-2500, 2500)
    assert (round(min(down)), round(max(down))) == (-1217, 1217)


def test_a_path_tells_its_steps_and_leaves_out_those_of_no_length():
    assert path_of([(1, -2), (4, 2), (4.2, 2), (3, 1)]) == "M1-2l3 4-1-1"
    assert path_of([(1, 2)]) == "M1 2l0 0"


def projected_at(longitude, latitude, *, centre):
    return projected((longitude - centre + 180) % 360 - 180, latitude)


def is_land(point, centre):
    """Whether a ray from ``point`` to the right crosses the shores an odd number of times."""
    x, y = point
    crossings = 0
    for points in map(places, land_in(WHOLE, centre).split("Z")[:-1]):
        for (ax, ay), (bx, by) in zip(points, points[1:] + points[:1], strict=True):
            if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                crossings += 1
    return crossings % 2 == 1
