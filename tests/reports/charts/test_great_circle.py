from itertools import pairwise

import pytest

from reports.charts.great_circle import STEP, great_circle, mean_longitude


def test_along_the_equator_it_stays_on_it():
    way = great_circle((-20, 0), (20, 0))

    assert way[0] == pytest.approx((-20, 0))
    assert way[-1] == pytest.approx((20, 0))
    assert all(latitude == pytest.approx(0) for _longitude, latitude in way)
    assert len(way) == 40 / STEP + 1


def test_between_places_of_one_latitude_it_bends_to_the_pole():
    """Half of 90 degrees apart at 45 north: tan of the top is tan 45 / cos 45, 54.74 degrees."""
    way = great_circle((-45, 45), (45, 45))

    assert max(latitude for _longitude, latitude in way) == pytest.approx(54.74, abs=0.05)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ((170, 10), (-170, -10)),
        ((-123, 49), (130, 33)),
        ((0, 80), (179, 80)),
        ((10, 5), (-170, -5)),
    ],
)
def test_its_longitudes_run_on_without_a_jump(start, end):
    way = great_circle(start, end)

    assert all(abs(b[0] - a[0]) <= 180 for a, b in pairwise(way))
    assert (way[-1][0] - end[0]) % 360 == pytest.approx(0, abs=1e-6) or way[-1][1] > 89


def test_from_a_place_to_itself_it_is_a_point():
    assert great_circle((12, 50), (12, 50)) == [(12, 50)]


def test_between_opposite_places_it_goes_over_the_north_pole():
    way = great_circle((10, 0), (-170, 0))

    assert max(latitude for _longitude, latitude in way) == pytest.approx(90)
    assert way[-1][1] == pytest.approx(0)


def test_the_middle_of_longitudes_looks_across_the_date_line():
    assert mean_longitude([170, -170]) == pytest.approx(180)
    assert mean_longitude([10, 30]) == pytest.approx(20)
    assert mean_longitude([0, 180]) == 0
