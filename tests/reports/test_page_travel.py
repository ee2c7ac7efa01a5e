"""The table of travel: what a council publishes of its members' trips."""

import csv
import io

import openpyxl
import pytest

from tests.factories import (
    ActivityFactory,
    OfficeFactory,
    RelationshipFactory,
    TravelLineFactory,
)

pytestmark = pytest.mark.django_db
TRAVEL = "/dashboard/travel/"


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def trip(office):
    """``trip("Ada", "2025-05-01")`` puts a trip of one day on record."""
    tie = RelationshipFactory(office=office)

    def make(member, day, status="held", **fields):
        reason = {"reason_code": "other"} if status in ("void", "cancelled") else {}
        activity = ActivityFactory(relationships=[tie], when=day, status=status, **reason)
        return TravelLineFactory(
            activity=activity, member=member, from_date=day, to_date=day, **fields
        )

    return make


def members(lines):
    return [line.member for line in lines]


def shown(browser, **query):
    return browser.get(TRAVEL, query).context["travel"]


def test_the_latest_year_with_a_trip_is_shown(councillor_client, trip):
    trip("Ada", "2023-05-01")
    trip("Ben", "2024-05-01")

    answer = councillor_client.get(TRAVEL)

    assert (answer.context["travel"].year, answer.context["years"]) == (2024, [2026, 2024, 2023])
    assert members(answer.context["travel"].taken) == ["Ben"]
    assert members(shown(councillor_client, year=2023).taken) == ["Ada"]


def test_a_trip_falls_into_the_policy_year_in_which_it_began(councillor_client, office, trip):
    office.fiscal_year_start_month = 4
    office.save()
    trip("Ada", "2025-03-31")

    assert shown(councillor_client).year == 2024


def test_currencies_are_not_added_up(councillor_client, trip):
    trip("Ada", "2025-05-01", cost_to_council="10.50", total_cost=20)
    trip("Ben", "2025-06-01", cost_to_council=1, total_cost=2)
    trip("Cas", "2025-07-01", cost_to_council=9000, total_cost=9000, currency="JPY")

    assert [tuple(total) for total in shown(councillor_client).totals] == [
        ("CAD", 2, 11.5, 22),
        ("JPY", 1, 9000, 9000),
    ]


def test_what_did_not_take_place_stands_apart_and_void_is_nowhere(councillor_client, trip):
    trip("Ada", "2025-05-01")
    trip("Ben", "2025-06-01", status="cancelled")
    trip("Cas", "2025-07-01", status="void")
    trip("Dan", "2025-08-01", status="planned")

    answer = councillor_client.get(TRAVEL)

    found = answer.context["travel"]
    assert (members(found.taken), members(found.called_off)) == (["Ada"], ["Ben"])
    assert found.totals[0].trips == 1
    assert "1 trip is left out" in answer.content.decode()


def test_the_files_have_the_same_rows(councillor_client, trip):
    trip("=Ada", "2025-05-01", cost_to_council="10.50", total_cost=20)
    trip("Ben", "2025-06-01", status="cancelled")

    text = councillor_client.get(f"{TRAVEL}csv/").content.decode("utf-8-sig")
    book = openpyxl.load_workbook(io.BytesIO(councillor_client.get(f"{TRAVEL}xlsx/").content))

    rows = list(csv.DictReader(io.StringIO(text)))
    assert [(row["Elected member"], row["Cost to council"]) for row in rows] == [
        ("'=Ada", "10.50"),
        ("Ben", "4000.00"),
    ]
    assert [row[5] for row in book["Travel"].values][1:] == [10.5, 4000]


@pytest.mark.parametrize("year", ["x", "\x00", "-1", "9" * 40, "1999"])
def test_a_year_without_meaning_shows_the_latest(councillor_client, trip, year):
    trip("Ada", "2025-05-01")

    assert shown(councillor_client, year=year).year == 2025


def test_a_file_of_another_kind_is_not_found(councillor_client):
    assert councillor_client.get(f"{TRAVEL}pdf/").status_code == 404


def test_trips_of_another_office_are_never_shown(councillor_client):
    elsewhere = RelationshipFactory(office=OfficeFactory(slug="elsewhere"))
    TravelLineFactory(activity=ActivityFactory(relationships=[elsewhere], when="2025-05-01"))

    assert shown(councillor_client).lines == []
    assert councillor_client.get(TRAVEL, {"office": "elsewhere"}).status_code == 404


def test_an_office_without_trips_says_how_they_get_here(councillor_client):
    answer = councillor_client.get(TRAVEL).content.decode()

    assert "No trip on record in 2026" in answer


@pytest.mark.parametrize("trips", [2, 20])
def test_the_number_of_queries_does_not_grow(
    councillor_client, trip, trips, django_assert_max_num_queries
):
    for number in range(trips):
        trip(f"Member {number}", "2025-05-01")

    with django_assert_max_num_queries(10):
        councillor_client.get(TRAVEL)
