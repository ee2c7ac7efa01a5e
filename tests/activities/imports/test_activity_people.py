"""Who took part in the activity of a row, and what government had to do with it."""

import pytest

from activities.models import Activity, SourceRow
from tests.activities.imports.making import ACTIVITY, without
from tests.activities.imports.taking import take_activities

pytestmark = pytest.mark.django_db


def test_the_groups_of_a_list_take_part_without_number(tie):
    take_activities(without(ACTIVITY, "artists") | {"participants": "officials;students"})

    activity = Activity.objects.get()
    assert (activity.students, activity.students_unnumbered) == (None, True)
    assert (activity.government_role, activity.involvement) == ("participant", "M")
    assert SourceRow.objects.get(kind="activity").words["participants"] == "officials;students"


def test_a_number_goes_before_the_mere_mention_of_a_group(tie):
    take_activities(ACTIVITY | {"participants": "artists"})

    activity = Activity.objects.get()
    assert (activity.artists, activity.artists_unnumbered) == (40, False)


@pytest.mark.parametrize(("told", "role"), [("yes", "participant"), ("non", "none")])
def test_government_involved_or_not_becomes_its_role(tie, told, role):
    take_activities(ACTIVITY | {"government_involved": told})

    assert Activity.objects.get().government_role == role


@pytest.mark.parametrize(
    ("row", "role"),
    [
        ({"officials": "2"}, "participant"),
        ({"type": "official visit"}, "participant"),
        ({}, "none"),
    ],
)
def test_where_the_role_is_not_told_officials_and_official_visits_tell_it(tie, row, role):
    take_activities(ACTIVITY | row)

    assert Activity.objects.get().government_role == role
