"""Against values of the published formula, worked out by hand."""

from math import cos, radians

import pytest

from reports.charts.equal_earth import UNIT, WIDTH, projected


@pytest.mark.parametrize(
    ("longitude", "latitude", "x", "y"),
    [
        # On the equator theta is 0: x is 2√3 λ / (3 A1); at the pole theta is 60 degrees.
        (180, 0, 2.7066, 0),
        (-90, 0, -1.3533, 0),
        (0, 90, 0, 1.3174),
        (180, 90, 1.6036, 1.3174),
        (0, -45, 0, -0.8602),
    ],
)
def test_points_stand_where_the_formula_has_them(longitude, latitude, x, y):
    across, down = projected(longitude, latitude)

    assert across / UNIT == pytest.approx(x, abs=0.0005)
    assert -down / UNIT == pytest.approx(y, abs=0.0005)


def test_the_whole_world_is_as_wide_as_the_drawing():
    assert projected(180, 0)[0] - projected(-180, 0)[0] == pytest.approx(WIDTH)


@pytest.mark.parametrize("latitude", [-75, -45, 0, 30, 60, 85])
def test_a_field_keeps_the_size_that_it_has_on_the_globe(latitude):
    step = 0.01
    west, south = projected(50, latitude)
    east, _south = projected(50 + step, latitude)
    _west, north = projected(50, latitude + step)

    on_the_globe = radians(step) ** 2 * cos(radians(latitude + step / 2))

    drawn = (east - west) * (south - north) / UNIT**2
    assert drawn == pytest.approx(on_the_globe, rel=0.001)
