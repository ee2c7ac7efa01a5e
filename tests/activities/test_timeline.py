from datetime import date
from types import SimpleNamespace

from activities.timeline import timeline


def activity(first, last=None):
    return SimpleNamespace(start_date=date(first, 5, 1), end_date=date(last or first, 5, 2))


def said(lines):
    return [(line.year, line.gap) for line in lines]


def test_the_year_is_said_once():
    lines = timeline([activity(2019), activity(2019), activity(2018)])

    assert said(lines) == [("2019", 0), ("", 0), ("2018", 0)]


def test_silent_years_between_are_said():
    lines = timeline([activity(2019), activity(2015)])

    assert said(lines) == [("2019", 0), ("", 3), ("2015", 0)]


def test_the_silence_up_to_now_comes_first_without_the_running_year():
    lines = timeline([activity(2015)], this_year=2026)

    assert said(lines) == [("2016–25", 10), ("2015", 0)]


def test_one_silent_year_up_to_now():
    assert said(timeline([activity(2024)], this_year=2026)) == [("2025", 1), ("2024", 0)]


def test_a_long_activity_leaves_no_silence_in_its_years():
    lines = timeline([activity(2019), activity(2012, 2017)])

    assert said(lines) == [("2019", 0), ("", 1), ("2012", 0)]


def test_nothing_held_is_no_line():
    assert timeline([], this_year=2026) == []
