from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reports import metrics

LAST = date(2022, 6, 1)
DAYS = st.dates(date(2010, 1, 1), date(2020, 12, 31))


def days(found):
    return {status: day.isoformat() for status, day in found}


def test_each_status_begins_the_day_after_its_months_have_run():
    assert days(metrics.crossings(LAST)) == {
        "cooling": "2023-06-02",
        "dormant": "2024-06-02",
        "inactive": "2027-06-02",
    }


def test_a_tie_without_an_activity_counts_from_its_start():
    assert days(metrics.crossings(None, start=LAST)) == {
        "dormant": "2024-06-02",
        "inactive": "2027-06-02",
    }
    assert metrics.crossings(None) == ()


def test_a_suspension_puts_off_what_lies_behind_it():
    suspended = [(date(2023, 7, 1), date(2023, 7, 31))]  # 30 days

    found = days(metrics.crossings(LAST, suspended=suspended))

    assert found["cooling"] == "2023-06-02"
    assert found["dormant"] == "2024-07-02"


def test_nothing_is_crossed_while_a_suspension_has_no_end():
    found = days(metrics.crossings(LAST, suspended=[(date(2023, 7, 1), None)]))

    assert found == {"cooling": "2023-06-02"}


@given(DAYS, st.lists(st.tuples(DAYS, st.integers(1, 400)), max_size=3))
def test_the_status_changes_on_that_day_and_not_before(last, spells):
    suspended = [(since, since + timedelta(days=length)) for since, length in spells]

    for status, day in metrics.crossings(last, suspended=suspended):
        before = day - timedelta(days=1)
        assert metrics.activity_status(last, day, suspended=suspended) == status
        assert metrics.activity_status(last, before, suspended=suspended) != status
