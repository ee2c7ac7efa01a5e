"""Programmes on their pages: the list, the years, keeping and ending one."""

import pytest
from django.urls import reverse

from activities.models import Programme
from tests.factories import ActivityFactory, AlertFactory, ProgrammeFactory, RelationshipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fifth_of_may_2026(time_machine):
    time_machine.move_to("2026-05-05T15:00:00+00:00")


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office)


@pytest.fixture
def programme(tie):
    return ProgrammeFactory(relationship=tie, name="School exchange", first_year=2023)


def page_of(browser, programme):
    return browser.get(programme.get_absolute_url()).content.decode()


def edit(browser, programme, **given):
    address = reverse("programme_edit", args=[programme.pk])
    sent = {
        "name": "School exchange", "every_years": 1, "first_year": 2023, "last_year": "",
        "note": "", "version": programme.version,
    } | given  # fmt: skip
    return browser.post(address, sent)


def test_missed_years_are_said_and_the_next_is_one_click_away(officer_client, tie, programme):
    held = ActivityFactory(
        relationships=[tie], programme=programme, when="2024-06", students=20, title="Exchange"
    )

    page = page_of(officer_client, programme)

    assert "2 missed of 3 due" in page
    assert page.count("It was due, and nothing is on record.") == 2
    assert f"?programme={programme.pk}&amp;title=School%20exchange%202026&amp;start=2026" in page
    assert f"?copy={held.pk}&amp;programme={programme.pk}" in page


def test_a_plan_that_is_past_asks_whether_it_took_place(officer_client, tie, programme):
    ActivityFactory(relationships=[tie], programme=programme, when="2024-06", status="planned")

    page = page_of(officer_client, programme)

    assert page.count("It was due. Say first whether it took place.") == 1
    assert page.count("It was due, and nothing is on record.") == 2


def test_a_councillor_reads_and_changes_nothing(councillor_client, programme):
    page = page_of(councillor_client, programme)

    assert "School exchange" in page
    assert "Plan 2026" not in page
    assert "Is it over?" not in page


def test_the_list_says_how_often_when_last_and_what_was_missed(officer_client, tie, programme):
    ActivityFactory(relationships=[tie], programme=programme, when="2025-06-02", students=20)

    page = officer_client.get(reverse("programme_list")).content.decode()

    assert "every year, since 2023" in page
    assert "2 of 3" in page
    assert "2 Jun 2025" in page


def test_an_officer_starts_a_programme(officer_client, officer, tie):
    address = f"{reverse('programme_create')}?relationship={tie.pk}"
    sent = {"relationship": tie.pk, "name": "Choir", "every_years": 2, "first_year": 2026}

    answer = officer_client.post(address, sent)

    made = Programme.objects.get()
    assert answer["Location"] == made.get_absolute_url()
    assert (made.every_years, made.created_by, made.office) == (2, officer, tie.office)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"name": ""}, "Give the programme a name."),
        ({"first_year": "999999999999"}, "Ensure this value is less than or equal to 2200."),
        ({"every_years": "0"}, "Ensure this value is greater than or equal to 1."),
        ({"last_year": "2022"}, "A programme cannot end before it begins."),
        ({"name": "Taken"}, "The relationship already has this programme."),
        ({"name": "a\x00b"}, "Null characters are not allowed."),
    ],
)
def test_what_cannot_be_kept_is_said_where_it_stands(
    officer_client, tie, programme, given, sentence
):
    ProgrammeFactory(relationship=tie, name="Taken")

    assert sentence in edit(officer_client, programme, **given).content.decode()


def test_a_tie_of_another_office_cannot_be_chosen(officer_client, other_office):
    theirs = RelationshipFactory(office=other_office)
    sent = {"relationship": theirs.pk, "name": "Choir", "every_years": 1, "first_year": 2026}

    answer = officer_client.post(reverse("programme_create"), sent)

    assert answer.status_code == 200
    assert not Programme.objects.exists()


def test_of_two_editors_the_second_is_told_and_loses_nothing(officer_client, programme):
    assert edit(officer_client, programme, name="First").status_code == 302

    second = edit(officer_client, programme, name="Second")

    assert second.status_code == 409
    assert "Somebody else saved this record" in second.content.decode()
    assert "Second" in second.content.decode()


def test_a_programme_ends_with_a_year_and_can_go_on_again(officer_client, programme):
    address = reverse("programme_end", args=[programme.pk])

    officer_client.post(address, {"last_year": "2024", "version": 1})
    programme.refresh_from_db()
    assert (programme.last_year, programme.version) == (2024, 2)

    officer_client.post(address, {"last_year": "", "version": 2})
    programme.refresh_from_db()
    assert programme.last_year is None


@pytest.mark.parametrize(
    "sent", [{}, {"last_year": "1999", "version": 1}, {"last_year": "x", "version": 1},
             {"last_year": "2024", "version": 7}],
)  # fmt: skip
def test_an_end_that_cannot_be_is_refused_with_a_sentence(officer_client, programme, sent):
    answer = officer_client.post(reverse("programme_end", args=[programme.pk]), sent, follow=True)

    programme.refresh_from_db()
    assert programme.last_year is None
    assert list(answer.context["messages"])


def test_an_alert_about_a_missed_programme_leads_to_it(officer_client, tie, programme):
    alert = AlertFactory(
        relationship=tie, kind="programme_missed", period="2025/programme-1", rule={},
        figures={"as_of": "2025-12-31", "programme": programme.pk, "name": "School exchange",
                 "year": 2025, "last_held": None},
    )  # fmt: skip

    page = officer_client.get(alert.get_absolute_url()).content.decode()

    assert f'href="{programme.get_absolute_url()}"' in page


def test_twenty_programmes_ask_no_more_than_two(
    officer_client, tie, django_assert_num_queries, django_assert_max_num_queries
):
    def add(number):
        for _ in range(number):
            one = ProgrammeFactory(relationship=tie)
            ActivityFactory(relationships=[tie], programme=one, when="2024")

    add(2)
    with django_assert_max_num_queries(14) as few:
        officer_client.get(reverse("programme_list"))
    add(18)

    with django_assert_num_queries(len(few)):
        officer_client.get(reverse("programme_list"))


def test_a_year_without_an_end_is_no_error(officer_client, tie):
    """As files and the administration may have kept it."""
    far = ProgrammeFactory(relationship=tie, first_year=9000)
    old = ProgrammeFactory(relationship=tie, first_year=1, every_years=32000)

    assert officer_client.get(far.get_absolute_url()).status_code == 200
    assert officer_client.get(old.get_absolute_url()).status_code == 200
