"""Where the marks of a chart stand: geometry a person can check by hand."""

from types import SimpleNamespace

import pytest

from reports import charts
from reports.charts.axes import scale, spread
from reports.metrics import Likelihood


def year(number, mark="silent", in_window=False):
    return SimpleNamespace(year=number, mark=mark, in_window=in_window)


def test_a_strip_has_a_cell_a_year_and_underlines_the_window():
    cells = [year(2019), year(2020, "G"), year(2021, "M", True), year(2022, "C", True)]

    strip = charts.strip(cells)

    assert [(cell.x, cell.year, cell.mark) for cell in strip.cells] == [
        (0, 2019, "silent"),
        (20, 2020, "G"),
        (40, 2021, "M"),
        (60, 2022, "C"),
    ]
    assert strip.width == 78
    assert (strip.window_x, strip.window_width) == (40, 38)


def test_a_strip_without_a_window_underlines_nothing():
    strip = charts.strip([year(2019)])

    assert strip.window_width == 0


def test_a_strip_of_no_years_has_no_width():
    assert charts.strip([]).width == 0


@pytest.mark.parametrize(
    ("highest", "step", "end"),
    [(0, 1, 1), (1, 1, 1), (5, 1, 5), (5.1, 2, 6), (12.9, 5, 15), (49.6, 10, 50), (430, 100, 500)],
)
def test_a_scale_starts_at_zero_and_takes_at_most_five_steps(highest, step, end):
    assert scale(highest) == (step, end)


def test_bars_share_one_scale_and_carry_their_interval():
    rows = [
        charts.LikelihoodRow("Japan", "C", Likelihood(127, 290)),
        charts.LikelihoodRow("Canada", "C", Likelihood(11, 160)),
    ]

    drawn = charts.bars(rows)

    assert [tick.value for tick in drawn.ticks] == [0, 10, 20, 30, 40, 50]
    japan, canada = drawn.bars
    assert japan.end == pytest.approx(100 * 0.4379 / 0.5, abs=0.1)
    assert japan.low < japan.end < japan.high < 100
    assert canada.end == pytest.approx(100 * 0.06875 / 0.5, abs=0.1)


def test_of_fewer_than_ten_years_no_bar_is_drawn():
    drawn = charts.bars([charts.LikelihoodRow("Few", "G", Likelihood(2, 7))])

    assert drawn.bars[0].end is None


def test_a_trend_stands_on_complete_years_with_the_running_year_apart():
    lines = [
        charts.TrendLine("with officials", "G", {2023: 0, 2024: 2, 2025: 4}, to_date=1),
        charts.TrendLine("with citizens", "C", {2023: 4, 2024: 4, 2025: 4}),
    ]

    drawn = charts.trend(lines, running_year=2026)

    officials, citizens = drawn.lines
    assert [point.x for point in officials.points] == [0, 33.33, 66.67]
    assert [point.y for point in officials.points] == [220, 117, 14]
    assert (officials.to_date.x, officials.to_date.value) == (100, 1)
    assert citizens.to_date is None
    assert [tick.value for tick in drawn.values] == [0, 1, 2, 3, 4]


def test_a_trend_without_a_running_year_ends_at_the_edge():
    drawn = charts.trend([charts.TrendLine("all", "A", {2024: 1, 2025: 1})])

    assert [point.x for point in drawn.lines[0].points] == [0, 100]
    assert drawn.running_year is None


def test_shocks_stand_in_their_years_and_their_names_in_rows_of_their_own():
    line = charts.TrendLine("with citizens", "C", dict.fromkeys(range(2006, 2026), 1))
    shocks = [
        charts.TrendShock("Epidemic of a long name", 2009),
        charts.TrendShock("Of a name that would run out of the drawing on both sides", 2010),
        charts.TrendShock("Earthquake", 2011),
        charts.TrendShock("Before the years drawn", 1999),
        charts.TrendShock("Dispute", 2025),
    ]

    drawn = charts.trend([line], shocks=shocks).shocks

    assert [each.shock.year for each in drawn] == [2009, 2010, 2011, 2025]
    assert [each.x for each in drawn] == [15.79, 21.05, 26.32, 100.0]
    assert [each.name_y for each in drawn] == [10, None, 26, 10]
    assert drawn[-1].is_at_the_right


def test_the_name_of_a_shock_without_room_is_left_to_the_words_below():
    line = charts.TrendLine("with citizens", "C", dict.fromkeys(range(2006, 2026), 1))
    shocks = [charts.TrendShock(f"A shock of many letters {n}", 2010) for n in range(4)]

    drawn = charts.trend([line], shocks=shocks).shocks

    assert [each.name_y for each in drawn] == [10, 26, 42, None]


def test_a_trend_of_nothing_is_empty():
    drawn = charts.trend([charts.TrendLine("all", "A", {})])

    assert drawn.lines[0].points == ()


def test_names_that_would_lie_over_each_other_are_spread():
    assert spread([100, 100, 102], 17, 220) == [100, 117, 134]


def test_names_at_the_bottom_are_spread_upwards():
    assert spread([220, 220, 220], 17, 220) == [186, 203, 220]
