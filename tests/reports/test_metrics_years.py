from datetime import date

import pytest

from reports import metrics


@pytest.mark.parametrize(
    ("day", "first_month", "year"),
    [
        (date(2024, 1, 1), 1, 2024),
        (date(2024, 12, 31), 1, 2024),
        (date(2024, 3, 31), 4, 2023),
        (date(2024, 4, 1), 4, 2024),
        (date(2025, 3, 31), 4, 2024),
        (date(2024, 11, 30), 12, 2023),
        (date(2024, 12, 1), 12, 2024),
    ],
)
def test_a_policy_year_is_named_after_the_calendar_year_it_begins_in(day, first_month, year):
    assert metrics.policy_year(day, first_month) == year


def test_a_policy_year_runs_to_the_day_before_the_next():
    assert metrics.first_day(2023, 4) == date(2023, 4, 1)
    assert metrics.last_day(2023, 4) == date(2024, 3, 31)
    assert metrics.last_day(2023) == date(2023, 12, 31)


@pytest.mark.parametrize(
    ("as_of", "first_month", "years", "running"),
    [
        (date(2025, 12, 30), 1, [2020, 2021, 2022, 2023, 2024], 2025),
        (date(2025, 12, 31), 1, [2021, 2022, 2023, 2024, 2025], None),
        (date(2026, 1, 1), 1, [2021, 2022, 2023, 2024, 2025], 2026),
        (date(2025, 3, 30), 4, [2019, 2020, 2021, 2022, 2023], 2024),
        (date(2025, 3, 31), 4, [2020, 2021, 2022, 2023, 2024], None),
    ],
)
def test_the_window_holds_complete_years_and_the_running_year_stands_apart(
    as_of, first_month, years, running
):
    assert list(metrics.window(as_of, first_month)) == years
    assert metrics.running_year(as_of, first_month) == running


def test_the_window_may_be_of_another_length():
    assert list(metrics.window(date(2025, 12, 31), k=2)) == [2024, 2025]


@pytest.mark.parametrize(
    ("start", "end", "precisions", "first_month", "touched", "counted"),
    [
        # Known to the day.
        (date(2015, 6, 3), date(2015, 6, 9), ("day", "day"), 1, [2015], 2015),
        (date(2015, 12, 30), date(2016, 1, 2), ("day", "day"), 1, [2015, 2016], 2015),
        (date(2015, 3, 30), date(2015, 4, 2), ("day", "day"), 4, [2014, 2015], 2014),
        # Known to the month: a month lies in one policy year.
        (date(2015, 3, 1), date(2015, 3, 31), ("month", "month"), 4, [2014], 2014),
        (date(2015, 12, 1), date(2016, 1, 31), ("month", "month"), 1, [2015, 2016], 2015),
        # Known to the year: certain where policy and calendar year coincide, else not.
        (date(2015, 1, 1), date(2015, 12, 31), ("year", "year"), 1, [2015], 2015),
        (date(2015, 1, 1), date(2015, 12, 31), ("year", "year"), 4, [], 2015),
        # From some day of 2014 to some day of 2015: it was on at the turn of the year.
        (date(2014, 1, 1), date(2015, 12, 31), ("year", "year"), 4, [2014], 2014),
        (date(2014, 1, 1), date(2016, 12, 31), ("year", "year"), 4, [2014, 2015], 2014),
        # One side known better than the other.
        (date(2015, 5, 10), date(2015, 12, 31), ("day", "year"), 4, [2015], 2015),
        (date(2015, 1, 1), date(2015, 2, 10), ("year", "day"), 4, [2014], 2014),
        (date(2015, 5, 1), date(2016, 12, 31), ("month", "year"), 4, [2015], 2015),
    ],
)
def test_a_period_touches_the_policy_years_it_can_only_lie_in(
    start, end, precisions, first_month, touched, counted
):
    period = (start, end, *precisions, first_month)

    assert list(metrics.years_touched(*period)) == touched
    assert metrics.counting_year(*period) == counted
