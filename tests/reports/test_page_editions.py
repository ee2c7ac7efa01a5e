"""The list of editions and the form that asks for one."""

from datetime import date

import pytest

from reports.models import Edition
from reports.tasks import build_edition
from tests.factories import (
    EditionFactory,
    EditionFileFactory,
    JobRunFactory,
    MembershipFactory,
)

LIST = "/editions/"
NEW = "/editions/new/"


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


def ask(browser, **changes):
    return browser.post(NEW, {"year": "2025", "as_of": "", "language": "en-ca"} | changes)


def errors_of(answer):
    return {name: list(found) for name, found in answer.context["form"].errors.items()}


def test_the_newest_year_comes_first_and_other_offices_never(officer_client, office, other_office):
    for year in (2023, 2024):
        EditionFactory(office=office, year=year)
    EditionFactory(office=other_office, year=2025)

    found = officer_client.get(LIST).context["page"].object_list

    assert [edition.year for edition in found] == [2024, 2023]


def test_editions_of_all_offices_of_a_person_stand_together(officer, sign_in, other_office):
    MembershipFactory(user=officer, office=other_office)
    EditionFactory(office=other_office)

    assert "<td>Québec</td>" in sign_in(officer).get(LIST).content.decode()


def test_a_built_edition_is_ready_with_its_files_in_the_list(officer_client, built_edition):
    page = officer_client.get(LIST).content.decode()

    assert "ready" in page
    assert f'href="/editions/{built_edition.pk}/pdf/"' in page


def test_an_edition_in_the_making_offers_no_file_yet(officer_client, edition):
    EditionFileFactory(edition=edition)

    page = officer_client.get(LIST).content.decode()

    assert "queued" in page
    assert f'href="/editions/{edition.pk}/csv/"' not in page


def test_no_edition_yet_offers_to_make_one_to_those_who_may(officer_client, councillor_client):
    assert f'href="{NEW}"' in officer_client.get(LIST).content.decode()

    page = councillor_client.get(LIST).content.decode()

    assert "No edition yet" in page
    assert f'href="{NEW}"' not in page


def test_twenty_editions_ask_no_more_of_the_database_than_two(
    officer_client, office, django_assert_num_queries, django_assert_max_num_queries
):
    def add(number):
        for _ in range(number):
            job_run = JobRunFactory(office=office, state="done")
            EditionFileFactory(edition__office=office, edition__job_run=job_run)

    add(2)
    with django_assert_max_num_queries(12) as few:
        officer_client.get(LIST)
    add(18)

    with django_assert_num_queries(len(few)):
        page = officer_client.get(LIST).content.decode()

    assert page.count("/csv/") == 20


def test_the_last_complete_year_and_the_offices_language_are_proposed(officer_client):
    page = officer_client.get(NEW).content.decode()

    assert 'name="year" value="2025"' in page
    assert '<option value="en-ca" selected>' in page


def test_an_edition_is_queued_and_its_page_shows_how_far_it_is(
    officer_client, officer, regina_and_jinan, monkeypatch, django_capture_on_commit_callbacks
):
    queued = []
    monkeypatch.setattr(build_edition, "delay", lambda **asked: queued.append(asked))

    with django_capture_on_commit_callbacks(execute=True):
        answer = ask(officer_client)

    edition = Edition.objects.get()
    assert answer.url == edition.get_absolute_url()
    assert queued == [{"edition_id": edition.pk}]
    assert (edition.year, edition.as_of) == (2025, date(2025, 12, 31))
    assert edition.requested_by == officer
    assert "Step 0 of 7" in officer_client.get(answer.url).content.decode()


def test_asking_twice_leads_to_the_same_draft(officer_client, regina_and_jinan):
    first = ask(officer_client)

    second = officer_client.get(ask(officer_client).url)

    assert second.wsgi_request.path == first.url
    assert Edition.objects.count() == 1
    assert "This draft is there already" in second.content.decode()


def test_another_day_or_language_is_another_draft(officer_client, regina_and_jinan):
    ask(officer_client)
    ask(officer_client, language="fr-ca")
    ask(officer_client, as_of="2025-06-30")

    assert Edition.objects.count() == 3


def test_the_running_year_is_reported_as_of_today(officer_client, regina_and_jinan):
    ask(officer_client, year="2026")

    assert Edition.objects.get().as_of == date(2026, 2, 3)


def test_a_day_and_a_language_can_be_chosen(officer_client, regina_and_jinan):
    ask(officer_client, as_of="2025-06-30", language="fr-ca")

    edition = Edition.objects.get()
    assert (edition.as_of, edition.language) == (date(2025, 6, 30), "fr-ca")


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"year": ""}, "year", "This field is required."),
        ({"year": "last"}, "year", "Enter a whole number."),
        ({"year": "1944"}, "year", "Ensure this value is greater than or equal to 1945."),
        ({"year": "2027"}, "year", "The year 2027 has not begun; the latest is 2026."),
        ({"year": "99999"}, "year", "The year 99999 has not begun; the latest is 2026."),
        ({"as_of": "soon"}, "as_of", "Enter a valid date."),
        ({"as_of": "2026-02-04"}, "as_of", "This day lies in the future."),
        ({"as_of": "2024-12-31"}, "as_of", "The year had not begun on this day."),
        (
            {"language": "la"},
            "language",
            "Select a valid choice. la is not one of the available choices.",
        ),
    ],
)
def test_what_cannot_be_reported_on_is_told(
    officer_client, regina_and_jinan, typed, field, sentence
):
    answer = ask(officer_client, **typed)

    assert errors_of(answer) == {field: [sentence]}
    assert not Edition.objects.exists()


def test_a_person_of_two_offices_makes_it_for_the_one_chosen(officer, sign_in, other_office):
    MembershipFactory(user=officer, office=other_office)
    browser = sign_in(officer)

    browser.post(f"{NEW}?office=quebec", {"year": "2025", "language": "en-ca"})

    assert 'href="?office=quebec"' in browser.get(NEW).content.decode()
    assert Edition.objects.get().office == other_office


def test_a_councillor_makes_none(councillor_client, regina_and_jinan):
    assert ask(councillor_client).status_code == 403
    assert not Edition.objects.exists()


def test_only_the_editions_of_an_office_that_is_asked_for(officer, sign_in, office, other_office):
    MembershipFactory(user=officer, office=other_office)
    own = EditionFactory(office=office)
    EditionFactory(office=other_office)

    found = sign_in(officer).get(LIST, {"office": "montreal"}).context["page"].object_list

    assert list(found) == [own]


def test_an_office_of_others_is_not_found(officer_client, other_office):
    EditionFactory(office=other_office)

    assert officer_client.get(LIST, {"office": "quebec"}).status_code == 404
