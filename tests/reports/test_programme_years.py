"""What became of a programme, each table checkable by hand."""

import pytest

from reports.programme_years import course
from tests.factories import ActivityFactory, ProgrammeFactory, RelationshipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def programme(office):
    tie = RelationshipFactory(office=office)
    return ProgrammeFactory(relationship=tie, first_year=2020, every_years=2)


def held(programme, when, **values):
    tie = programme.relationship
    return ActivityFactory(relationships=[tie], programme=programme, when=when, **values)


def states(programme, *activities, complete=2025, **asked):
    found = course(programme, activities, complete=complete, **asked)
    return {one.year: one.state for one in reversed(found.years)}


def test_every_other_year_is_due_and_what_is_not_held_is_missed(programme):
    assert states(programme, held(programme, "2022-05", students=3)) == {
        2020: "missed", 2021: "not_due", 2022: "held", 2023: "not_due", 2024: "missed",
        2025: "not_due", 2026: "under_way",
    }  # fmt: skip


def test_it_may_be_held_in_a_year_in_which_it_was_not_due(programme):
    found = course(programme, [held(programme, "2023-05", students=3)], complete=2025)

    assert found.missed == [2024, 2022, 2020]
    assert [one.mark for one in found.years] == [None, None, None, "C", None, None, None]


@pytest.mark.parametrize(
    ("status", "in_2024", "in_2026"),
    [
        ("planned", "missed", "planned"),
        ("idea", "missed", "planned"),
        ("cancelled", "called_off", "called_off"),
        ("postponed", "called_off", "called_off"),
    ],
)
def test_what_was_called_off_is_not_missed_and_a_plan_that_is_past_is(
    programme, status, in_2024, in_2026
):
    activities = [held(programme, "2024-05", status=status), held(programme, "2026-05",
                                                                  status=status)]  # fmt: skip

    found = states(programme, *activities)

    assert (found[2024], found[2026]) == (in_2024, in_2026)


def test_a_courtesy_is_no_occurrence(programme):
    assert states(programme, held(programme, "2024-05", substance="courtesy"))[2024] == "missed"


def test_an_activity_over_new_year_is_held_in_both_years(programme):
    activity = held(programme, "2023-12-28", until="2024-01-04", students=3)

    found = states(programme, activity)

    assert (found[2023], found[2024]) == ("held", "held")


def test_the_policy_year_decides(programme):
    """From April on: February 2025 lies in 2024."""
    activity = held(programme, "2025-02-03", students=3)

    assert states(programme, activity, first_month=4)[2024] == "held"


@pytest.mark.parametrize(
    ("last_year", "planned", "next_due"),
    [(None, None, 2026), (2025, None, None), (2026, None, 2026), (None, "2026-05", 2028)],
)
def test_the_next_is_the_first_that_is_due_and_free(programme, last_year, planned, next_due):
    programme.last_year = last_year
    activities = [held(programme, planned, status="planned")] if planned else []

    assert course(programme, activities, complete=2025).next_due == next_due


def test_after_its_last_year_nothing_is_due(programme):
    programme.last_year = 2022

    assert states(programme) == {2020: "missed", 2021: "not_due", 2022: "missed"}
