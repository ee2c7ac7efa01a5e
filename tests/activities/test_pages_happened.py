"""What happened? A planned activity whose days are past asks, and takes three answers."""

from datetime import date

import pytest
from django.contrib.messages import get_messages

from activities.models import Activity
from tests.factories import ActivityFactory, RelationshipFactory

TODAY = date(2026, 3, 2)
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture(autouse=True)
def _today(time_machine):
    time_machine.move_to("2026-03-02T18:00:00+00:00", tick=False)


@pytest.fixture
def planned(office):
    tie = RelationshipFactory(office=office)
    return ActivityFactory(
        relationships=[tie], when="2026-02-14", status="planned", recorded_date="2026-01-05"
    )


def answer(browser, activity, answer="held", **more):
    address = f"/activities/{activity.pk}/happened/"
    return browser.post(address, {"answer": answer, "next": "/alerts/"}, **more)


def said(response):
    (message,) = get_messages(response.wsgi_request)
    return message


def test_the_page_of_the_activity_asks(officer_client, councillor_client, planned):
    asked = "Did this take place?"

    assert asked in officer_client.get(planned.get_absolute_url()).text
    assert asked not in councillor_client.get(planned.get_absolute_url()).text


def test_what_is_still_to_come_is_not_asked_about(officer_client, office):
    coming = ActivityFactory(office=office, when="2026-03-02", status="planned")

    assert "Did this take place?" not in officer_client.get(coming.get_absolute_url()).text


def test_held_counts_at_once_and_asks_who_took_part(officer_client, officer, planned):
    response = answer(officer_client, planned)

    planned.refresh_from_db()
    assert (planned.status, planned.recorded_date) == ("held", TODAY)
    assert planned.is_live
    assert planned.updated_by == officer
    assert response.url == f"/activities/{planned.pk}/counts/?next=%2Falerts%2F"
    page = officer_client.get(response.url)
    assert "It counts as: not classified." in page.text
    assert "Undo" in page.text


def test_the_missing_numbers_are_added_in_one_short_form(officer_client, planned):
    where = answer(officer_client, planned).url
    version = officer_client.get(where).context["form"]["version"].value()

    response = officer_client.post(where, {"students": "15", "version": version})

    planned.refresh_from_db()
    assert response.url == "/alerts/"
    assert (planned.students, planned.involvement) == (15, "C")


def test_numbers_are_checked(officer_client, planned):
    where = answer(officer_client, planned).url

    response = officer_client.post(where, {"students": "-1", "teachers": "1" * 30})

    assert response.status_code == 200
    assert set(response.context["form"].errors) == {"students", "teachers"}


def test_the_second_who_adds_numbers_is_told(officer_client, planned):
    where = answer(officer_client, planned).url

    response = officer_client.post(where, {"students": "15", "version": 1})

    assert response.status_code == 409
    assert Activity.objects.get().students is None


def test_held_is_taken_as_it_is_where_it_says_who_took_part(officer_client, planned):
    Activity.objects.update(students=15)

    response = answer(officer_client, planned)

    assert response.url == "/alerts/"
    assert str(said(response)) == "Recorded as held. It counts as: community."


@pytest.mark.parametrize("words", ["held", "later"])
def test_an_answer_is_undone_in_one_step(officer_client, planned, words):
    undo = said(answer(officer_client, planned, words)).extra_tags

    response = officer_client.post(undo)

    planned.refresh_from_db()
    assert response.url == "/alerts/"
    assert (planned.status, planned.recorded_date) == ("planned", date(2026, 1, 5))
    assert planned.ask_again_date is None


def test_later_asks_again_in_a_month(officer_client, planned):
    answer(officer_client, planned, "later")

    planned.refresh_from_db()
    assert planned.status == "planned"
    waiting = Activity.objects.awaiting_confirmation
    assert not waiting(TODAY).exists()
    assert not waiting(date(2026, 3, 31)).exists()
    assert waiting(date(2026, 4, 1)).exists()


def test_not_held_asks_why_on_a_page_that_leads_back(officer_client, planned):
    response = answer(officer_client, planned, "not_held")

    assert response.url == f"/activities/{planned.pk}/not-held/?next=%2Falerts%2F"
    assert officer_client.get(response.url).status_code == 200


def test_an_answer_given_twice_changes_nothing_more(officer_client, planned):
    answer(officer_client, planned)

    response = answer(officer_client, planned, "later")

    planned.refresh_from_db()
    assert (planned.status, planned.ask_again_date) == ("held", None)
    assert "is on record already: Held." in [str(said) for said in get_messages(
        response.wsgi_request)][-1]  # fmt: skip


def test_what_has_not_ended_cannot_be_said_to_be_held(officer_client, office):
    coming = ActivityFactory(
        office=office, when="2026-05-01", status="planned", recorded_date="2026-01-01"
    )

    response = answer(officer_client, coming)

    assert "has not ended yet" in str(said(response))
    coming.refresh_from_db()
    assert coming.status == "planned"


@pytest.mark.parametrize(
    ("words", "shown"),
    [("held", "How many took part"), ("not_held", "What became of it"), ("later", "30 days")],
)
def test_with_scripts_only_the_question_is_replaced(officer_client, planned, words, shown):
    response = answer(officer_client, planned, words, **HTMX)

    assert response.status_code == 200
    assert shown in response.text
    assert "<html" not in response.text


def test_nothing_leads_away_from_the_portal(officer_client, planned):
    address = f"/activities/{planned.pk}/happened/"

    response = officer_client.post(address, {"answer": "later", "next": "//evil.example/"})

    assert response.url == planned.get_absolute_url()


@pytest.mark.parametrize("words", ["", "maybe", "\x00"])
def test_without_an_answer_the_question_is_asked(officer_client, planned, words):
    response = answer(officer_client, planned, words)

    assert "Did this take place?" in response.text
    assert Activity.objects.get().status == "planned"
