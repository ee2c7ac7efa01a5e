"""What the database derives about an activity: METRICS.md, “What counts”, by hand."""

import pytest

from activities.choices import COMMUNITY_GROUPS, Group, unnumbered
from reports.metrics import classify
from tests.factories import ActivityFactory

pytestmark = pytest.mark.django_db

NOBODY, OFFICIALS, STUDENTS, FIRMS, BOTH = (
    {},
    {"elected": 2, "officials": 4},
    {"students": 12},
    {"business": 5},
    {"students": 12, "business": 5},
)

LETTERS = [
    # government's part   nobody officials students business students and business
    ("none", "U", "U", "C", "B", "C"),
    ("courtesy", "U", "U", "C", "B", "C"),
    ("participant", "G", "G", "M", "G", "M"),
    ("lead", "G", "G", "M", "G", "M"),
]


@pytest.mark.parametrize(
    ("role", "who", "letter"),
    [
        (row[0], who, letter)
        for row in LETTERS
        for who, letter in zip([NOBODY, OFFICIALS, STUDENTS, FIRMS, BOTH], row[1:], strict=True)
    ],
)
def test_the_letter_follows_from_the_role_and_from_who_took_part(role, who, letter):
    activity = ActivityFactory(government_role=role, **who)

    activity.refresh_from_db()
    assert activity.involvement == letter


@pytest.mark.parametrize("role", ["none", "courtesy", "participant", "lead"])
@pytest.mark.parametrize("group", Group.values)
def test_every_group_counts_as_the_metrics_say_with_and_without_a_number(role, group):
    expected = classify(
        role=role, community=group in COMMUNITY_GROUPS, business=group == Group.BUSINESS
    )

    numbered = ActivityFactory(government_role=role, **{group: 1})
    without = ActivityFactory(government_role=role, **{unnumbered(group): True})
    none_came = ActivityFactory(government_role=role, **{group: 0})

    for activity in [numbered, without, none_came]:
        activity.refresh_from_db()
    assert (numbered.involvement, without.involvement) == (expected, expected)
    assert none_came.involvement == classify(role=role, community=False, business=False)


@pytest.mark.parametrize(
    ("led_by", "role", "letter"),
    [
        ("community", "none", "C"),
        ("community", "participant", "M"),
        ("business", "none", "B"),
        ("business", "lead", "G"),
        ("government", "none", "U"),
        ("", "none", "U"),
    ],
)
def test_who_leads_counts_as_taking_part(led_by, role, letter):
    activity = ActivityFactory(led_by=led_by, government_role=role)

    activity.refresh_from_db()
    assert activity.involvement == letter


@pytest.mark.parametrize(
    ("status", "substance", "is_live"),
    [
        ("held", "substantive", True),
        ("held", "courtesy", False),
        ("planned", "substantive", False),
        ("idea", "substantive", False),
        ("postponed", "substantive", False),
        ("declined", "substantive", False),
        ("cancelled", "substantive", False),
    ],
)
def test_only_what_was_held_in_substance_is_live(status, substance, is_live):
    activity = ActivityFactory(status=status, substance=substance)

    activity.refresh_from_db()
    assert activity.is_live == is_live


def test_what_was_made_void_is_not_live():
    activity = ActivityFactory(status="void", reason_code="mistake")

    activity.refresh_from_db()
    assert not activity.is_live


def test_people_are_added_over_the_ten_groups_and_no_further():
    counts = {group: number for number, group in enumerate(Group.values, start=1)}
    activity = ActivityFactory(**counts, travellers=100, minors=100, women=100)

    activity.refresh_from_db()
    assert activity.participants == 55
    assert not activity.is_unnumbered


def test_a_total_says_that_a_number_is_missing():
    activity = ActivityFactory(students=12, teachers_unnumbered=True)

    activity.refresh_from_db()
    assert (activity.participants, activity.is_unnumbered) == (12, True)
    assert activity.groups == [Group.STUDENTS, Group.TEACHERS]


def test_a_change_of_mind_changes_what_is_derived():
    activity = ActivityFactory(government_role="lead", students=12)

    activity.government_role = "courtesy"
    activity.save()

    activity.refresh_from_db()
    assert activity.involvement == "C"
