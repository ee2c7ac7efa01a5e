from datetime import date

import pytest

from reports import metrics

AS_OF = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 12, 15), 1, date(2025, 1, 15)),
        (date(2024, 1, 31), 0, date(2024, 1, 31)),
    ],
)
def test_months_are_added_by_the_calendar(day, months, later):
    assert metrics.add_months(day, months) == later


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        (date(2024, 12, 31), date(2025, 12, 30), 11),
        (date(2024, 12, 31), date(2025, 12, 31), 12),
        (date(2024, 8, 31), date(2025, 2, 27), 5),
        (date(2024, 8, 31), date(2025, 2, 28), 6),
    ],
)
def test_only_whole_months_are_counted(since, until, months):
    assert metrics.whole_months(since, until) == months


@pytest.mark.parametrize(
    ("last", "status"),
    [
        (date(2025, 12, 31), "active"),
        (date(2024, 12, 31), "active"),  # 12 months to the day
        (date(2024, 12, 30), "cooling"),
        (date(2023, 12, 31), "cooling"),  # 24 months to the day
        (date(2023, 12, 30), "dormant"),
        (date(2020, 12, 31), "dormant"),  # 60 months to the day
        (date(2020, 12, 30), "inactive"),
    ],
)
def test_the_boundary_day_belongs_to_the_better_status(last, status):
    assert metrics.activity_status(last, AS_OF) == status


@pytest.mark.parametrize(
    ("start", "status"),
    [
        (date(2026, 5, 1), "new"),  # agreed, not yet begun
        (date(2023, 12, 31), "new"),
        (date(2023, 12, 30), "dormant"),
        (date(2020, 12, 31), "dormant"),
        (date(2020, 12, 30), "inactive"),
        (None, "inactive"),
    ],
)
def test_without_an_activity_the_start_of_the_tie_decides(start, status):
    assert metrics.activity_status(None, AS_OF, start=start) == status


def test_an_activity_makes_the_start_of_the_tie_irrelevant():
    status = metrics.activity_status(date(2019, 5, 1), AS_OF, start=date(2025, 5, 1))

    assert status == "inactive"


@pytest.mark.parametrize(
    ("suspended", "status", "months"),
    [
        ([], "cooling", 14),
        ([(date(2025, 1, 1), date(2025, 4, 1))], "active", 11),  # 90 days do not run
        ([(date(2025, 1, 1), None)], "active", 2),  # suspended to this day
        ([(None, date(2024, 10, 15))], "cooling", 14),  # over before the clock began
        ([(date(2024, 1, 1), date(2024, 11, 1)), (date(2024, 10, 20), date(2024, 12, 1))],
         "cooling", 13),  # overlapping: 47 days, not 59
    ],
)  # fmt: skip
def test_suspended_time_does_not_run(suspended, status, months):
    last = date(2024, 10, 14)

    assert metrics.activity_status(last, AS_OF, suspended=suspended) == status
    assert metrics.months_since(last, AS_OF, suspended) == months


def test_thresholds_are_a_policy():
    strict = metrics.Thresholds(active_months=6, cooling_months=12, inactive_months=36)

    assert metrics.activity_status(date(2024, 12, 31), AS_OF, thresholds=strict) == "cooling"
    assert metrics.activity_status(date(2022, 12, 30), AS_OF, thresholds=strict) == "inactive"


@pytest.mark.parametrize(
    "wrong",
    [
        {"active_months": 0},
        {"active_months": 24, "cooling_months": 24},
        {"inactive_months": 20},
        {"heavy_percent": 101},
        {"heavy_minimum": 0},
        {"new_months": -1},
    ],
)
def test_thresholds_refuse_what_cannot_be_meant(wrong):
    with pytest.raises(ValueError, match=r"must|cannot"):
        metrics.Thresholds(**wrong)


def test_last_activity_is_the_latest_end_but_never_after_as_of():
    assert metrics.last_activity([], AS_OF) is None
    assert metrics.last_activity([date(2024, 5, 1), date(2023, 5, 1)], AS_OF) == date(2024, 5, 1)
    # Begun in 2025, known to the year 2026 only for its end.
    assert metrics.last_activity([date(2026, 12, 31)], AS_OF) == AS_OF


@pytest.mark.parametrize(
    ("active", "returned", "missing"),
    [
        ([], [], (2021, 2022, 2023)),
        ([], [2021, 2022, 2023], ()),
        ([2022], [2021], (2023,)),  # a year with activity needs no return
    ],
)
def test_a_silent_year_without_a_return_is_not_reported(active, returned, missing):
    assert metrics.unreported_years([2021, 2022, 2023], active, returned) == missing


@pytest.mark.parametrize(
    ("status", "last_year", "unreported", "not_reported"),
    [
        ("inactive", None, [2022], True),
        ("inactive", None, [], False),
        ("inactive", 2016, [2022], True),
        ("inactive", 2021, [2020], False),  # missing before the last activity
        ("dormant", None, [2022], False),
        ("active", 2023, [2022], False),
    ],
)
def test_inactive_reads_not_reported_while_a_return_is_missing(
    status, last_year, unreported, not_reported
):
    assert metrics.is_not_reported(status, last_year, unreported) is not_reported
