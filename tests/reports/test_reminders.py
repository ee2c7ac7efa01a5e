"""The monthly reminder: who is told how much waits, once a month."""

from datetime import date

import pytest

from reports.emails import email_of
from reports.reminders import write_reminders
from tests.factories import (
    ActivityFactory,
    AnnualReturnFactory,
    ContactFactory,
    RelationshipFactory,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 2)


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office, start_date="1987-08-10")


def test_everybody_who_answers_is_told_how_much_waits(office, officer, councillor, tie):
    ActivityFactory(relationships=[tie], when="2026-02-14", status="planned")

    [message] = write_reminders(office=office, as_of=TODAY)

    assert message.recipient == officer
    assert message.waiting["confirm"] == 1
    assert message.waiting["overdue"] == 1


def test_twice_in_a_month_adds_nothing_and_the_next_month_does(office, officer, tie):
    write_reminders(office=office, as_of=TODAY)

    assert write_reminders(office=office, as_of=date(2026, 3, 31)) == []
    assert len(write_reminders(office=office, as_of=date(2026, 4, 1))) == 1


def test_nobody_is_reminded_of_nothing(office, officer, tie):
    ActivityFactory(relationships=[tie], when="2025-05-14")

    assert write_reminders(office=office, as_of=TODAY) == []


def test_who_wants_no_digest_gets_no_reminder(office, officer, tie):
    officer.memberships.update(wants_digest=False)

    assert write_reminders(office=office, as_of=TODAY) == []


def test_who_has_ties_of_their_own_is_told_of_these(office, officer, coordinator, tie):
    own = RelationshipFactory(office=office, owner=officer, start_date="1987-08-10")
    AnnualReturnFactory(relationship=own, year=2025, state="nil")

    [message] = write_reminders(office=office, as_of=TODAY)

    assert message.recipient == coordinator


def test_the_mail_speaks_the_language_of_its_reader_and_names_no_contact(office, officer, tie):
    contact = ContactFactory(office=office, verified_date="2020-01-01")
    contact.relationships.add(tie)
    [message] = write_reminders(office=office, as_of=TODAY)

    letter = email_of(message)

    html = letter.alternatives[0][0]
    assert "Contacts not verified for a year: 1" in letter.body
    assert "Yearly returns overdue: 1" in html
    assert f"/desk/?office={office.slug}" in letter.body
    assert str(contact) not in letter.body + html
