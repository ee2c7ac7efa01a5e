"""Where the dots of a quadrant stand: places a person can check by hand."""

from fractions import Fraction

from reports.charts import QuadrantTie, quadrant

HALF = Fraction(1, 2)


def tie(name="Jinan", years=1, share=HALF):
    return QuadrantTie(name, f"Regina – {name}", "M", years, share, "/relationships/1/")


def test_years_stand_across_and_the_share_stands_up():
    chart = quadrant([tie(years=1, share=Fraction(0)), tie(years=5, share=Fraction(1))], 5)

    assert [(dot.x, dot.y) for dot in chart.dots] == [(10, 274), (90, 26)]


def test_it_splits_at_half_the_window_and_at_half_of_the_activities():
    chart = quadrant([], 5)

    assert (chart.split_x, chart.split_y) == (40, 150)
    assert [(tick.value, tick.at) for tick in chart.years][::4] == [(1, 10), (5, 90)]


def test_ties_of_one_place_stand_beside_each_other():
    chart = quadrant([tie(), tie(), tie()], 5)

    assert [(dot.x, dot.y) for dot in chart.dots] == [(6.67, 150), (13.33, 150), (6.67, 172)]


def test_a_name_stands_beside_a_dot_that_is_alone_and_a_short_one_only():
    chart = quadrant([tie(years=1), tie(years=2), tie(years=2), tie("Prince George", years=4)], 5)

    assert [dot.is_named for dot in chart.dots] == [True, False, False, False]


def test_what_has_no_room_in_its_place_is_counted():
    chart = quadrant([tie()] * 300, 5)

    assert (len(chart.dots), chart.hidden) == (10, 290)
