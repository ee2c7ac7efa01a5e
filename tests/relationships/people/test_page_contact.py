import json
from datetime import date

import pytest

from relationships.models import Contact, PrimaryContact
from tests.factories import ContactFactory, RelationshipFactory

pytestmark = pytest.mark.django_db


def test_the_page_says_who_it_is_and_how_they_are_reached(officer_client, person, foreign_office):
    contact = person(
        "Zhang Wei",
        native_name="张伟",
        native_language="zh",
        salutation="Director Zhang",
        organisation=foreign_office,
        email="zhang@shanghai.example",
        reached_by="WeChat",
        from_date=date(2019, 9, 1),
    )

    page = officer_client.get(contact.get_absolute_url()).text

    for words in [
        "Zhang Wei", '<span class="native" lang="zh">张伟</span>', "Director Zhang",
        "mailto:zhang@shanghai.example", "WeChat", "since 1 Sep 2019", "never verified",
        "Shanghai Foreign Affairs Office", "Montréal – Shanghai",
    ]:  # fmt: skip
        assert words in page


def test_still_right_today_and_its_undoing(officer_client, person):
    contact = person("Zhang Wei", verified_date=date(2024, 1, 1))

    answer = officer_client.post(f"/people/{contact.pk}/verify/", follow=True)

    contact.refresh_from_db()
    assert contact.verified_date == date(2026, 2, 3)
    (message,) = answer.context["messages"]
    assert "Zhang Wei: still right on 3 Feb 2026." in str(message)
    token = str(message).partition('name="was" value="')[2].partition('"')[0]
    officer_client.post(f"/people/{contact.pk}/verify/", {"was": token})
    contact.refresh_from_db()
    assert contact.verified_date == date(2024, 1, 1)
    assert contact.version == 3


def test_the_answer_leads_back_to_where_it_was_given_and_nowhere_else(officer_client, person, tie):
    contact = person("Zhang Wei")
    address = f"/people/{contact.pk}/verify/"

    back = officer_client.post(address, {"next": tie.get_absolute_url()})
    away = officer_client.post(address, {"next": "https://elsewhere.example/"})

    assert back.url == tie.get_absolute_url()
    assert away.url == contact.get_absolute_url()


def test_the_new_first_to_call_replaces_the_old_and_says_so(officer_client, person, tie):
    old, new, ours = person("Zhang Wei"), person("Li Na"), person("Berg Anna", side="ours")
    for contact in [old, ours, new]:
        answer = officer_client.post(
            f"/people/{contact.pk}/primary/", {"relationship": tie.pk}, follow=True
        )

    (message,) = answer.context["messages"]
    assert str(message) == (
        "Montréal – Shanghai: Li Na is now the first to call, in place of Zhang Wei."
    )
    assert set(PrimaryContact.objects.values_list("contact", "side")) == {
        (new.pk, "partner"),
        (ours.pk, "ours"),
    }


def test_nobody_need_be_the_first_to_call(officer_client, person, tie):
    contact = person("Zhang Wei")
    officer_client.post(f"/people/{contact.pk}/primary/", {"relationship": tie.pk})

    officer_client.post(
        f"/people/{contact.pk}/primary/", {"relationship": tie.pk, "no_longer": "1"}
    )

    assert not PrimaryContact.objects.exists()


@pytest.mark.parametrize("odd", ["", "x", "9" * 30, "foreign"])
def test_the_first_to_call_is_one_of_a_tie_of_the_office(officer_client, person, other_office, odd):
    contact = person("Zhang Wei")
    foreign = RelationshipFactory(office=other_office).pk if odd == "foreign" else odd

    answer = officer_client.post(f"/people/{contact.pk}/primary/", {"relationship": foreign})

    assert answer.status_code == 302
    assert not PrimaryContact.objects.exists()


def test_the_page_of_a_relationship_names_the_first_to_call_first(officer_client, person, tie):
    person("Anders Per")
    first = person("Zhang Wei")
    PrimaryContact.objects.create(contact=first, relationship=tie, side="partner")

    contacts = officer_client.get(tie.get_absolute_url()).context["contacts"]

    assert [(contact.family_name, contact.is_primary) for contact in contacts] == [
        ("Zhang", True),
        ("Anders", False),
    ]


def test_a_person_is_handed_all_that_is_on_record_about_them(administrator_client, person, tie):
    contact = person("Zhang Wei", email="zhang@shanghai.example")
    contact.phone = "+86 21 555 0100"
    contact.save()
    hidden = ContactFactory(office=contact.office, name="Zhang W.")
    Contact.with_merged.filter(pk=hidden.pk).update(
        merged_into=contact, merged_at="2026-02-01T00:00:00Z"
    )

    answer = administrator_client.get(f"/people/{contact.pk}/export/")

    told = json.loads(answer.content)
    assert answer["Content-Disposition"] == f'attachment; filename="person-{contact.pk}.json"'
    assert "no-store" in answer["Cache-Control"]
    own, other = told["records"]
    assert own["fields"]["family_name"] == "Zhang"
    assert own["relationships"] == ["Montréal – Shanghai"]
    assert "+86 21 555 0100" in json.dumps(own["history"])
    assert other["fields"]["given_name"] == "W."


def test_every_field_of_a_contact_is_handed_out_or_says_nothing_of_the_person(
    administrator_client, person
):
    contact = person("Zhang Wei")

    told = json.loads(administrator_client.get(f"/people/{contact.pk}/export/").content)

    left_out = {field.name for field in Contact._meta.concrete_fields} - set(
        told["records"][0]["fields"]
    )
    assert left_out == {"id", "office", "search_text", "moved_by_merge", "version", "merged_into"}
