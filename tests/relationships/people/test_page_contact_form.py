from datetime import date

import pytest
from django.utils import timezone

from relationships.models import Contact, Organisation, PrimaryContact
from relationships.people.anonymising import anonymise
from tests.factories import ContactFactory, OrganisationFactory, RelationshipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def filled(tie, foreign_office):
    return {
        "side": "partner",
        "name_order": "family",
        "family_name": "Zhang",
        "given_name": "Wei",
        "native_name": "张伟",
        "post": "Deputy director",
        "organisation": foreign_office.pk,
        "relationships": [tie.pk],
        "from_date": "2019-09-01",
        "email": "zhang@shanghai.example",
        "verified_date": "2026-02-03",
    }


def test_a_person_is_put_on_record(officer_client, officer, filled, tie, foreign_office):
    answer = officer_client.post("/people/new/", filled)

    contact = Contact.objects.get()
    assert answer.url == contact.get_absolute_url()
    assert contact.name == "Zhang Wei"
    assert contact.native_language == "zh"
    assert contact.organisation == foreign_office
    assert list(contact.relationships.all()) == [tie]
    assert contact.created_by == officer


def test_the_language_of_a_native_name_follows_the_country_of_the_relationship(
    officer_client, filled, office
):
    tie = RelationshipFactory(office=office, partner_city__country="JP")

    officer_client.post("/people/new/", filled | {"organisation": "", "relationships": [tie.pk]})

    assert Contact.objects.get().native_language == "ja"


def test_the_form_of_a_relationship_knows_side_tie_and_the_order_of_names(officer_client, tie):
    answer = officer_client.get("/people/new/", {"relationship": tie.pk, "side": "partner"})

    initial = answer.context["form"].initial
    assert initial["side"] == "partner"
    assert initial["relationships"] == [tie.pk]
    assert initial["name_order"] == "family"
    assert initial["verified_date"] == date(2026, 2, 3)


@pytest.mark.parametrize("odd", ["9" * 30, "x", "-1", "\x00"])
def test_odd_addresses_choose_nothing(officer_client, odd):
    answer = officer_client.get(
        "/people/new/", {"relationship": odd, "side": odd, "organisation": odd}
    )

    assert answer.status_code == 200
    assert not answer.context["form"]["relationships"].initial


def test_an_organisation_is_made_in_the_same_act(officer_client, filled, office):
    new = {
        "organisation": "",
        "new_organisation": "No. 2 School",
        "new_organisation_kind": "school",
    }

    officer_client.post("/people/new/", filled | new)

    body = Contact.objects.get().organisation
    assert (body.name, body.kind, body.side, body.office) == (
        "No. 2 School", "school", "partner", office,
    )  # fmt: skip


def test_an_organisation_of_that_name_is_not_made_twice(officer_client, filled, foreign_office):
    new = {
        "organisation": "",
        "new_organisation": "shanghai foreign affairs office",
        "new_organisation_kind": "government",
    }

    officer_client.post("/people/new/", filled | new)

    assert Organisation.objects.count() == 1
    assert Contact.objects.get().organisation == foreign_office


@pytest.mark.parametrize(
    ("changes", "box"),
    [
        ({"side": ""}, "side"),
        ({"name_order": ""}, "name_order"),
        ({"family_name": "  "}, "family_name"),
        ({"family_name": "Zh\x00ang"}, "family_name"),
        ({"to_date": "2019-08-31"}, "to_date"),
        ({"verified_date": "2026-02-04"}, "verified_date"),
        ({"notice_date": "2026-02-04"}, "notice_date"),
        ({"email": "nobody"}, "email"),
        ({"organisation": "9" * 30}, "organisation"),
        ({"relationships": ["9" * 30]}, "relationships"),
        ({"new_organisation": "X", "new_organisation_kind": "school"}, "new_organisation"),
        ({"organisation": "", "new_organisation": "X"}, "new_organisation_kind"),
    ],
)
def test_what_cannot_be_is_said_at_its_box(officer_client, filled, changes, box):
    answer = officer_client.post("/people/new/", filled | changes)

    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [box]
    assert not Contact.objects.exists()


def test_nothing_of_another_office_can_be_chosen(officer_client, filled, other_office):
    foreign = {
        "organisation": OrganisationFactory(office=other_office).pk,
        "relationships": [RelationshipFactory(office=other_office).pk],
    }

    answer = officer_client.post("/people/new/", filled | foreign)

    assert set(answer.context["form"].errors) == {"organisation", "relationships"}


def test_a_record_is_corrected(officer_client, officer, filled, person):
    contact = person("Zhang Wie")

    answer = officer_client.post(f"/people/{contact.pk}/edit/", filled | {"version": 1})

    contact.refresh_from_db()
    assert answer.url == contact.get_absolute_url()
    assert contact.name == "Zhang Wei"
    assert (contact.updated_by, contact.version) == (officer, 2)


def test_the_second_of_two_editors_is_told_and_loses_nothing(officer_client, filled, person):
    contact = person("Zhang Wie")
    officer_client.post(f"/people/{contact.pk}/edit/", filled | {"version": 1})

    late = filled | {"version": 1, "post": "Director"}
    answer = officer_client.post(f"/people/{contact.pk}/edit/", late)

    contact.refresh_from_db()
    assert answer.status_code == 409
    assert contact.post == "Deputy director"
    assert ("Post", "Director", "Deputy director") in answer.context["differences"]


def test_whoever_leaves_a_relationship_is_no_longer_the_first_to_call_there(
    officer_client, filled, person, tie
):
    contact = person("Zhang Wei")
    PrimaryContact.objects.create(contact=contact, relationship=tie, side="partner")

    officer_client.post(f"/people/{contact.pk}/edit/", filled | {"version": 1, "relationships": []})

    assert not PrimaryContact.objects.exists()


def test_an_anonymised_contact_cannot_be_filled_again(
    officer_client, filled, office, administrator
):
    contact = ContactFactory(office=office)
    anonymise(contact=contact, by=administrator, now=timezone.now())

    answer = officer_client.post(
        f"/people/{contact.pk}/edit/", filled | {"version": contact.version}
    )

    assert answer.status_code == 404
