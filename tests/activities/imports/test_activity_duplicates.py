"""Files that come in twice, and rows that tell of one thing twice."""

import pytest

from activities.imports.outcomes import Outcome
from activities.models import Activity
from tests.activities.imports.making import ACTIVITY, without
from tests.activities.imports.taking import fates, sentence, take_activities

pytestmark = pytest.mark.django_db


def test_the_same_file_twice_adds_nothing(tie):
    take_activities(ACTIVITY)

    result = take_activities(ACTIVITY)

    assert fates(result) == [Outcome.KNOWN]
    assert Activity.objects.count() == 1


def test_the_same_file_twice_adds_nothing_even_without_keys(tie):
    row = without(ACTIVITY, "activity_id")
    take_activities(row)

    result = take_activities(row)

    assert fates(result) == [Outcome.KNOWN]
    assert Activity.objects.count() == 1


def test_a_row_that_repeats_another_word_for_word_is_a_possible_duplicate(tie):
    row = without(ACTIVITY, "activity_id") | {"date_start": "2018"}

    result = take_activities(row, row)

    assert fates(result) == [Outcome.CREATED, Outcome.DUPLICATE]
    assert not Activity.objects.exists()


def test_the_same_tie_day_and_type_is_a_possible_duplicate(tie):
    take_activities(ACTIVITY)

    result = take_activities(ACTIVITY | {"activity_id": "E2", "title": "Concert"})

    assert fates(result) == [Outcome.DUPLICATE]
    assert "Choir from Shanghai" in sentence(result)


def test_the_same_month_is_no_duplicate(tie):
    month = {"date_start": "2018-05"}

    result = take_activities(ACTIVITY | month, ACTIVITY | month | {"activity_id": "E2"})

    assert fates(result) == [Outcome.CREATED, Outcome.CREATED]


def test_possible_duplicates_come_in_when_they_are_to_be_kept(tie):
    row = without(ACTIVITY, "activity_id")

    result = take_activities(row, row, keep_duplicates=True)

    assert fates(result) == [Outcome.CREATED, Outcome.CREATED]
    assert Activity.objects.count() == 2
