"""What of an activity everybody may read."""

import pytest

from reports.register.published import people_of, slug_of
from tests.factories import ActivityFactory, RelationshipFactory

pytestmark = pytest.mark.django_db

NOBODY = dict.fromkeys(
    ["elected", "officials", "students", "teachers", "artists", "athletes", "business",
     "academics", "civic", "residents"],
)  # fmt: skip


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"students": 3, "teachers": 2}, (5, "", ("students", "teachers"))),
        ({"students": 3, "teachers": 1}, (None, "fewer_than_5", ())),
        ({"students": 7, "civic_unnumbered": True}, (7, "at_least", ("students", "civic"))),
        ({"students": 2, "civic_unnumbered": True}, (None, "not_known", ("students", "civic"))),
        ({}, (None, "not_known", ())),
    ],
)
def test_groups_of_fewer_than_five_are_neither_counted_nor_named(office, counts, expected):
    tie = RelationshipFactory(office=office)
    activity = ActivityFactory(relationships=[tie], **NOBODY | counts)
    activity.refresh_from_db()

    assert tuple(people_of(activity)) == expected


@pytest.mark.parametrize(
    ("cities", "expected"),
    [
        (("Québec", "Xi'an"), "quebec-xian"),
        (("Port Alberni", "Abashiri"), "port-alberni-abashiri"),
        (("大阪", "上海"), "tie"),
    ],
)
def test_an_address_says_the_cities(cities, expected):
    assert slug_of(*cities) == expected
