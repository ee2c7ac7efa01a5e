from datetime import date

import pytest
from django.conf import settings
from django.utils import timezone

from accounts.history.change import Change
from relationships.models import Contact, PrimaryContact
from relationships.people.anonymising import anonymise, due_before
from relationships.people.merging import merge
from reports.summary import annual_summary
from tests.factories import ActivityFactory, AttachmentFactory

pytestmark = pytest.mark.django_db

WORD = "zanzibarius"
TEXTS = ["family_name", "given_name", "native_name", "salutation", "post", "reached_by", "source"]


@pytest.fixture
def contact(person, tie, foreign_office):
    """A person whose every text holds one word, with a history and a merged double."""
    texts = {name: f"{name} {WORD}" for name in TEXTS}
    made = person("x", organisation=foreign_office, from_date=date(2012, 3, 1),
                  to_date=date(2018, 6, 30), verified_date=date(2017, 1, 1),
                  notice_date=date(2013, 1, 1), **texts)  # fmt: skip
    made.email, made.phone = f"{WORD}@shanghai.example", f"+86 {WORD}"
    made.save()
    PrimaryContact.objects.create(contact=made, relationship=tie, side="partner")
    double = person(f"Double {WORD}", email=f"double@{WORD}.example")
    merge(kept=made, merged=double, values={"email": double.email}, by=None, now=timezone.now(),
          versions=(made.version, double.version))  # fmt: skip
    return Contact.objects.get(pk=made.pk)


def everything_on_record():
    return [
        str(value)
        for rows in [Contact.with_merged.values_list(), Change.objects.values_list()]
        for row in rows
        for value in row
    ]


def test_nothing_that_tells_who_it_was_is_left_anywhere(contact, coordinator):
    assert any(WORD in value for value in everything_on_record())

    anonymise(contact=contact, by=coordinator, now=timezone.now())

    assert not [value for value in everything_on_record() if WORD in value]


def test_the_row_its_post_and_its_relationships_stay(contact, coordinator, tie, foreign_office):
    anonymise(contact=contact, by=coordinator, now=timezone.now())

    contact = Contact.objects.get(pk=contact.pk)
    assert contact.name == "Former contact"
    assert (contact.side, contact.organisation) == ("partner", foreign_office)
    assert (contact.from_date, contact.to_date) == (date(2012, 3, 1), date(2018, 6, 30))
    assert list(contact.relationships.all()) == [tie]
    assert contact.updated_by == coordinator
    assert not PrimaryContact.objects.exists()


def test_no_figure_changes_and_no_file_is_touched(contact, coordinator, tie, foreign_office):
    activity = ActivityFactory(
        relationships=[tie], when="2025-05-01", students=4, lead_organisation=foreign_office
    )
    attachment = AttachmentFactory(activity=activity)
    relationships = type(tie).objects.filter(pk=tie.pk)
    asked = {"year": 2025, "as_of": date(2026, 2, 3), "relationships": relationships}
    before = annual_summary(**asked)

    anonymise(contact=contact, by=coordinator, now=timezone.now())

    assert annual_summary(**asked) == before
    attachment.refresh_from_db()
    assert attachment.file


def test_it_is_asked_on_a_page_and_then_done(coordinator_client, contact):
    address = f"/people/{contact.pk}/anonymise/"
    assert "This cannot be undone." in coordinator_client.get(address).text

    answer = coordinator_client.post(address, follow=True)

    assert "Former contact" in answer.text
    assert WORD not in answer.text
    assert WORD not in coordinator_client.get("/people/").text


def test_the_years_of_who_was_anonymised_stay_in_who_knew_whom(coordinator_client, contact, tie):
    coordinator_client.post(f"/people/{contact.pk}/anonymise/")

    page = coordinator_client.get(f"/relationships/{tie.pk}/people/").text

    assert "Former contact" in page
    assert "1 Mar 2012 to 30 Jun 2018" in page


@pytest.mark.parametrize("address", ["edit", "handover", "merge"])
def test_an_anonymised_record_is_not_worked_on(coordinator_client, contact, person, address):
    coordinator_client.post(f"/people/{contact.pk}/anonymise/")
    other = f"{person('Li Na').pk}/" if address == "merge" else ""

    answer = coordinator_client.get(f"/people/{contact.pk}/{address}/{other}")

    assert answer.status_code in {302, 404}


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 2, 3), date(2021, 2, 3)),
        (date(2024, 2, 29), date(2019, 2, 28)),
        (date(2026, 12, 31), date(2021, 12, 31)),
    ],
)
def test_the_day_before_which_one_is_due(today, day):
    assert due_before(today, settings.CONTACTS_KEPT_YEARS) == day
