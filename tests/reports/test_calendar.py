"""The month on a page."""

from datetime import date

import pytest
from django.urls import reverse

from reports.calendar import Month
from tests.factories import ActivityFactory, AgreementFactory, CityFactory, RelationshipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fifth_of_may_2026(time_machine):
    time_machine.move_to("2026-05-05T15:00:00+00:00")


@pytest.fixture
def tie(office):
    home, jinan = CityFactory(name="Regina", country="CA"), CityFactory(name="Jinan")
    return RelationshipFactory(
        office=office, home_city=home, partner_city=jinan, start_date=date(1987, 5, 20)
    )


def page_of(browser, **query):
    return browser.get(reverse("calendar"), query)


def on_days(answer):
    """What stands in the grid: the title with the days of the month on which it does."""
    found = {}
    for week in answer.context["weeks"]:
        for day in week:
            for entry in day.entries:
                found.setdefault(entry.title, []).append(day.day.day)
    return found


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2026-05", date(2026, 5, 1)),
        ("2024-2", date(2024, 2, 1)),
        ("0002-01", date(2, 1, 1)),
        *[(odd, date(2026, 5, 1)) for odd in (
            "", "2026", "2026-13", "2026-00", "9999-12", "0001-01", "x-1", "２０２６-05", "2026-٥٥",
            "2026-05-01", "\x00", "9" * 40,
        )],
    ],
)  # fmt: skip
def test_a_month_is_read_from_the_address_or_it_is_this_one(text, first):
    assert Month.asked_for(text, date(2026, 5, 5)).first == first


@pytest.mark.parametrize(("week_start", "begins"), [(0, date(2026, 4, 26)), (1, date(2026, 4, 27))])
def test_weeks_begin_where_they_begin(week_start, begins):
    assert Month(date(2026, 5, 1), week_start).weekdays[0] == begins


def test_it_shows_each_thing_on_its_days(officer_client, tie):
    ActivityFactory(
        relationships=[tie], title="Choir", when="2026-04-29", until="2026-05-02",
        recorded_date=date(2026, 5, 5),
    )  # fmt: skip
    ActivityFactory(relationships=[tie], title="School", when="2026-05-31", status="planned")
    ActivityFactory(relationships=[tie], title="Later", when="2026-06-01", status="planned")
    AgreementFactory(relationship=tie, title="Accord", end_date=date(2026, 5, 30), notice_days=10)

    assert on_days(page_of(officer_client)) == {
        "Choir": [1, 2],
        "School": [31],
        "39 years: Regina – Jinan": [20],
        "Last day for notice: Accord": [20],
        "Ends: Accord": [30],
    }


def test_what_is_known_to_the_month_or_year_stands_apart(officer_client, tie):
    ActivityFactory(relationships=[tie], title="Choir", when="2026-05", status="planned")
    ActivityFactory(relationships=[tie], title="School", when="2026", status="planned")

    answer = page_of(officer_client)

    apart = {entry.title: entry.some_time_in for entry in answer.context["some_time"]}
    assert apart == {"Choir": "May 2026", "School": "2026"}
    assert "Some time in May 2026" in answer.content.decode()
    assert "Choir" not in on_days(answer)


def test_void_activities_and_other_offices_are_not_in_it(officer_client, tie, other_office):
    ActivityFactory(
        relationships=[tie], title="Void", when="2026-05-03", status="void", reason_code="mistake"
    )
    theirs = RelationshipFactory(office=other_office, start_date=date(1987, 5, 20))
    ActivityFactory(relationships=[theirs], title="Theirs", when="2026-05-03")
    AgreementFactory(relationship=theirs, end_date=date(2026, 5, 30))

    assert on_days(page_of(officer_client)) == {"39 years: Regina – Jinan": [20]}


def test_it_can_be_narrowed_to_a_tie_and_to_a_status(officer_client, office, tie):
    other = RelationshipFactory(office=office, start_date=date(1990, 5, 7))
    ActivityFactory(relationships=[tie], title="Choir", when="2026-05-07", status="planned")
    ActivityFactory(relationships=[other], title="School", when="2026-05-08", status="idea")

    assert "School" not in on_days(page_of(officer_client, relationship=tie.pk))
    assert on_days(page_of(officer_client, status="idea")) == {"School": [8]}


@pytest.mark.parametrize("ended", ["ended", "historical"])
def test_a_tie_that_is_over_has_no_anniversaries(officer_client, tie, ended):
    tie.legal_status = ended
    tie.save()

    assert on_days(page_of(officer_client)) == {}


@pytest.mark.parametrize(
    "query",
    [{"month": "2026-99"}, {"relationship": "x"}, {"relationship": "9" * 30}, {"status": "\x00"},
     {"relationship": "\x00"}, {"status": "void"}, {"month": "0002-01"}, {"month": "9998-12"}],
)  # fmt: skip
def test_an_odd_address_shows_a_month_all_the_same(officer_client, tie, query):
    assert page_of(officer_client, **query).status_code == 200


def test_it_leads_to_the_months_beside_it(officer_client):
    page = page_of(officer_client, month="2026-01", status="planned").content.decode()

    assert "?month=2025-12&amp;status=planned" in page
    assert "?month=2026-02&amp;status=planned" in page


def test_an_officer_plans_from_a_day_and_a_councillor_does_not(
    officer_client, councillor_client, tie
):
    link = "?start=2026-05-14&amp;status=planned"

    assert link in page_of(officer_client).content.decode()
    assert link not in page_of(councillor_client).content.decode()


def test_twenty_ties_ask_no_more_than_two(
    officer_client, office, django_assert_num_queries, django_assert_max_num_queries
):
    def add(number):
        for _ in range(number):
            tie = RelationshipFactory(office=office, start_date=date(1990, 5, 7))
            ActivityFactory(relationships=[tie], when="2026-05-03")
            AgreementFactory(relationship=tie, end_date=date(2026, 5, 30))

    add(2)
    with django_assert_max_num_queries(20) as few:
        page_of(officer_client)
    add(18)

    with django_assert_num_queries(len(few)):
        page_of(officer_client)
