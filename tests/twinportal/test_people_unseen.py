"""Contacts are met by nobody but those whose role reaches them: a word stands in every text of a
contact, and every address, edition and mail is read for it.
"""

import io
import zipfile
from datetime import date
from pathlib import Path

import pypdf
import pytest
from django.core import mail
from django.db import models
from django.utils import timezone

from accounts.roles import Role
from relationships.models import Contact, Relationship
from reports import delivery
from reports.daily_round import make_round
from reports.editions.building import build_edition, request_edition
from tests.conftest import member
from tests.factories import ActivityFactory, ContactFactory, OrganisationFactory
from tests.twinportal.test_access import address_of, names  # noqa: F401

pytestmark = pytest.mark.django_db

WORD, HALF = "kanarienvogel", "kanarien"


def put_the_word_into(contact):
    for field in Contact._meta.concrete_fields:
        if isinstance(field, models.EmailField):
            setattr(contact, field.name, f"{WORD}@{field.name}.example")
        elif isinstance(field, (models.CharField, models.TextField)) and not field.choices:
            setattr(contact, field.name, f"{WORD} {field.name}"[: field.max_length])
    contact.native_language = "zh"
    contact.save()


@pytest.fixture
def address(office, address_of):  # noqa: F811
    """The address of a row of the office, all of whose contacts hold the word."""
    ContactFactory(office=office, verified_date=date(2020, 1, 1))
    body = OrganisationFactory(office=office)
    ties = Relationship.objects.of_office(office)
    for tie in ties:
        ActivityFactory(relationships=[tie], lead_organisation=body)
    for contact in Contact.with_merged.all():
        contact.organisation = body
        put_the_word_into(contact)
        contact.relationships.add(*ties)
        contact.verify(date(2021, 1, 1), by=None)  # so that the history holds something too
    return address_of


def body_of(answer) -> str:
    content = answer.getvalue() if answer.streaming else answer.content
    return content.decode(errors="replace") + str(answer.headers)


def where_the_word_stands(browser, address):
    # Half a word finds the whole one; what a page says back of the question is not the answer.
    questions = [{}, {"q": HALF}]
    asked = [(name, question) for name in names() for question in questions]
    return {
        name
        for name, question in asked
        if WORD in body_of(browser.get(address(name), question)).lower()
    }


@pytest.mark.parametrize("person", ["councillor", "network_viewer", "outsider"])
def test_on_no_page_and_in_no_answer(person, request, sign_in, address):
    browser = sign_in(request.getfixturevalue(person))

    assert where_the_word_stands(browser, address) == set()


def test_whose_role_reaches_them_does_meet_them(officer_client, address):
    assert where_the_word_stands(officer_client, address) >= {
        "contact_list",
        "contact_detail",
        "relationship_detail",
        "relationship_people",
    }


def words_of(name: str, content: bytes) -> str:
    if name.endswith(".pdf"):
        return "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
    if name.endswith(".xlsx"):
        book = zipfile.ZipFile(io.BytesIO(content))
        return "".join(book.read(part).decode(errors="replace") for part in book.namelist())
    return content.decode(errors="replace")


def test_in_no_file_of_an_edition(office, coordinator, address):
    edition = request_edition(office=office, year=2025, as_of=date(2026, 2, 3), language="en-ca")

    build_edition(edition=edition)

    files = {file.file.name: Path(file.file.path).read_bytes() for file in edition.files.all()}
    assert len(files) > 2
    assert not [name for name, content in files.items() if WORD in words_of(name, content).lower()]


def test_in_no_mail(office, address, officer, councillor):
    member(office, Role.COORDINATOR, "Corinne")
    make_round(office=office, as_of=date(2026, 2, 3))

    delivery.send_due(now=timezone.now())

    assert mail.outbox
    assert not [letter for letter in mail.outbox if WORD in str(letter.message()).lower()]
