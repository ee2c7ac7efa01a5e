import csv

import pytest

from tests.factories import ActivityFactory, CityFactory, RelationshipFactory

STRESS = "/dashboard/stress-test/"


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def ties(office):
    """Jinan rests on officials, Busan soon will, Nagoya has its students."""

    home = CityFactory(name="Regina", country="CA")

    def tie_with(name, country, *held):
        tie = RelationshipFactory(
            office=office,
            home_city=home,
            partner_city=CityFactory(name=name, country=country),
        )
        for when, took_part in held:
            ActivityFactory(relationships=[tie], when=when, **took_part)
        return tie

    official, students = {"government_role": "lead"}, {"students": 9}
    mixed = official | students
    return {
        "jinan": tie_with("Jinan", "CN", ("2025-06-01", official), ("2022-06-01", students)),
        "busan": tie_with("Busan", "KR", ("2025-12-01", official), ("2025-05-14", students)),
        "nagoya": tie_with("Nagoya", "JP", ("2025-06-01", mixed)),
    }


def opened(browser, **query):
    answer = browser.get(STRESS, query)
    assert answer.status_code == 200
    return answer


def partners(rows):
    return [row.tie.partner for row in rows]


def test_it_says_which_ties_rest_on_official_visits_and_by_when(officer_client, ties):
    answer = opened(officer_client)
    found = answer.context["found"]

    assert partners(found.at_once) == ["Jinan"]
    jinan, busan = found.rows
    assert (jinan.status, jinan.day.isoformat()) == ("dormant", "2024-06-02")
    assert (jinan.next.status, jinan.next.day.isoformat()) == ("inactive", "2027-06-02")
    assert (busan.status, busan.day.isoformat()) == ("cooling", "2026-05-15")
    page = answer.content.decode()
    assert "If official visits stop tomorrow, 1 of 3 ties is worse off at once" in page
    assert "1 more follows within twelve months" in page


def test_without_mixed_activities_more_ties_are_worse_off(officer_client, ties):
    found = opened(officer_client, scenario="without_government_or_mixed").context["found"]

    assert "Nagoya" in partners(found.at_once)


def test_it_looks_at_one_country_alone(officer_client, ties):
    answer = opened(officer_client, country="CN")

    assert answer.context["found"].ties == 1
    assert "in ties with China, 1 of 1 ties" in answer.content.decode()


@pytest.mark.parametrize("query", [{"country": "XX"}, {"scenario": "no\x00ne"}, {"country": "FR"}])
def test_what_is_not_offered_is_said_and_passed_over(officer_client, ties, query):
    answer = opened(officer_client, **query)

    assert answer.context["found"].ties == 3
    assert "is not one of the available choices" in answer.content.decode()


def test_both_likelihoods_stand_with_their_counts_and_open_their_rows(officer_client, ties):
    answer = opened(officer_client, country="CN")
    found = answer.context["found"]

    assert (found.before, found.after) == ((2, 5), (1, 5))
    left = officer_client.get(answer.context["doors"]["after"]).context["page_obj"].object_list
    assert [activity.start_date.year for activity in left] == [2022]


def test_the_last_activity_left_opens_what_is_left(officer_client, ties):
    row, address = opened(officer_client).context["rows"][0]

    left = officer_client.get(address).context["page_obj"].object_list
    assert max(activity.end_date for activity in left) == row.left


def test_the_same_ties_come_as_a_file(officer_client, ties):
    page = opened(officer_client, country="CN").content.decode()
    assert "/export/?country=CN&amp;office=montreal" in page

    answer = officer_client.get(f"{STRESS}export/", {"country": "CN"})

    rows = list(csv.DictReader(answer.content.decode("utf-8-sig").splitlines()))
    assert [row["Relationship"] for row in rows] == ["Regina – Jinan"]
    assert rows[0]["From"] == "2024-06-02"


def test_a_network_viewer_reads_how_many_and_never_which(network_viewer, sign_in, ties):
    page = opened(sign_in(network_viewer), country="CN").content.decode()

    assert "1 of 3 ties is worse off" in page
    assert "Jinan" not in page


def test_an_office_without_ties_is_told_so(officer_client):
    assert "There are no ties to test yet." in opened(officer_client).content.decode()


def test_twenty_ties_ask_no_more_of_the_database_than_two(
    officer_client, office, django_assert_num_queries, django_assert_max_num_queries
):
    def add(number):
        for _ in range(number):
            tie = RelationshipFactory(office=office)
            ActivityFactory(relationships=[tie], when="2025", government_role="lead")

    add(2)
    with django_assert_max_num_queries(22) as few:
        opened(officer_client)
    add(18)

    with django_assert_num_queries(len(few)):
        assert opened(officer_client).context["found"].ties == 20
