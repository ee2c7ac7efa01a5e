from datetime import date

import pytest

from relationships.models import Contact, PrimaryContact
from tests.factories import RelationshipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def leaving(person, tie, office, foreign_office):
    """First to call in one of two relationships."""
    other = RelationshipFactory(office=office)
    contact = person(
        "Zhang Wei", [tie, other], from_date=date(2012, 3, 1), organisation=foreign_office
    )
    PrimaryContact.objects.create(contact=contact, relationship=tie, side="partner")
    return contact


@pytest.fixture
def hand_over(officer_client, leaving, tie):
    def post(**said):
        sent = {"last_day": "2026-01-31", "relationships": [tie.pk], "version": 1}
        return officer_client.post(f"/people/{leaving.pk}/handover/", sent | said, follow=True)

    return post


def first_to_call(tie):
    return [row.contact for row in tie.primary_contacts.all()]


def test_somebody_new_takes_over(hand_over, leaving, tie, foreign_office):
    answer = hand_over(family_name="Li", given_name="Na", native_name="李娜", post="Director")

    successor = Contact.objects.get(family_name="Li")
    leaving.refresh_from_db()
    assert leaving.to_date == date(2026, 1, 31)
    assert leaving.relationships.count() == 2
    assert successor.name == "Li Na"
    assert successor.native_language == "zh"
    assert (successor.from_date, successor.side) == (date(2026, 2, 1), "partner")
    assert successor.organisation == foreign_office
    assert list(successor.relationships.all()) == [tie]
    assert first_to_call(tie) == [successor]
    (message,) = answer.context["messages"]
    assert str(message) == "Zhang Wei is in post until 31 Jan 2026; Li Na takes over."


def test_somebody_on_record_takes_over_and_keeps_what_they_had(hand_over, person, office, tie):
    own = RelationshipFactory(office=office)
    successor = person("Li Na", [own], from_date=date(2020, 1, 1))

    hand_over(successor=successor.pk)

    successor.refresh_from_db()
    assert set(successor.relationships.all()) == {own, tie}
    assert successor.from_date == date(2020, 1, 1)
    assert first_to_call(tie) == [successor]


def test_nobody_need_take_over_yet(hand_over, leaving, tie):
    answer = hand_over()

    leaving.refresh_from_db()
    assert leaving.to_date == date(2026, 1, 31)
    assert first_to_call(tie) == []
    (message,) = answer.context["messages"]
    assert str(message) == "Zhang Wei is in post until 31 Jan 2026. Nobody takes over yet."


@pytest.mark.parametrize(
    ("said", "box"),
    [
        ({"last_day": ""}, "last_day"),
        ({"last_day": "2012-02-29"}, "last_day"),
        ({"given_name": "Na"}, "family_name"),
        ({"successor": "9" * 30}, "successor"),
        ({"relationships": ["9" * 30]}, "relationships"),
        ({"version": "x"}, "version"),
        ({"version": 7}, "__all__"),
    ],
)
def test_what_cannot_be_changes_nothing(hand_over, leaving, said, box):
    answer = hand_over(**said)

    leaving.refresh_from_db()
    assert list(answer.context["form"].errors) == [box]
    assert leaving.to_date is None
    assert Contact.objects.count() == 1


def test_only_one_of_the_two_ways_is_taken(hand_over, person):
    answer = hand_over(successor=person("Li Na").pk, family_name="Wu")

    assert list(answer.context["form"].errors) == ["family_name"]


def test_the_page_shows_both_sides_in_time(officer_client, person, leaving, tie):
    tie.start_date = date(2010, 1, 1)
    tie.save()
    person("Berg Anna", side="ours", from_date=date(2015, 1, 1))

    answer = officer_client.get(f"/relationships/{tie.pk}/people/")

    assert [str(period.first) for period in answer.context["periods"]] == [
        "2015-01-01",
        "2012-03-01",
        "2010-01-01",
    ]
    assert answer.text.count("Nobody on record") == 3
