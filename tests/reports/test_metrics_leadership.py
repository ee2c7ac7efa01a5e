from datetime import date

import pytest

from reports import metrics

CHANGE = date(2018, 11, 5)
LATER = date(2026, 2, 3)


@pytest.mark.parametrize(
    ("day", "follows"),
    [
        (date(2018, 11, 4), False),
        (date(2018, 11, 5), True),
        (date(2020, 11, 5), True),
        (date(2020, 11, 6), False),
    ],
)
def test_a_watch_takes_24_months_with_both_its_ends(day, follows):
    found = metrics.watch(CHANGE, [(day, "G")], LATER)

    assert (found.followed == day) == follows


@pytest.mark.parametrize(
    ("day", "letter", "had"),
    [
        (date(2016, 11, 5), "C", True),
        (date(2016, 11, 4), "C", False),
        (date(2018, 11, 4), "M", True),
        (date(2018, 11, 5), "C", False),
        (date(2017, 5, 1), "G", False),
        (date(2017, 5, 1), "B", False),
    ],
)
def test_citizens_in_the_24_months_before_are_told(day, letter, had):
    assert metrics.watch(CHANGE, [(day, letter)], LATER).had_community == had


def test_a_watch_is_open_until_something_is_held_or_its_time_is_over():
    held = [(date(2019, 5, 1), "G")]

    assert metrics.watch(CHANGE, held, date(2019, 4, 30)).is_open
    assert not metrics.watch(CHANGE, held, date(2019, 5, 1)).is_open
    assert metrics.watch(CHANGE, [], date(2020, 11, 5)).is_open
    assert not metrics.watch(CHANGE, [], date(2020, 11, 6)).is_open


def test_survival_counts_only_watches_that_are_over():
    followed = metrics.watch(CHANGE, [(date(2018, 1, 1), "C"), (date(2019, 1, 1), "C")], LATER)
    silent = metrics.watch(CHANGE, [], LATER)
    early = metrics.watch(date(2025, 6, 1), [(date(2025, 9, 1), "C")], LATER)
    waiting = metrics.watch(date(2025, 6, 1), [], LATER)

    found = metrics.survival([followed, silent, early, waiting])

    assert found.all == (1, 2)
    assert (found.with_community, found.without_community) == ((1, 1), (0, 1))
    assert found.open == 1


def test_without_a_change_there_is_nothing_to_tell():
    assert metrics.survival([]).all == (0, 0)
