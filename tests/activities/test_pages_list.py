import pytest

from activities.models import Activity
from tests.factories import (
    ActivityFactory,
    MembershipFactory,
    ReferenceTieFactory,
    RelationshipFactory,
)

LIST = "/activities/"


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office)


def listed(browser, **query):
    answer = browser.get(LIST, query)
    assert answer.status_code == 200
    return [activity.title for activity in answer.context["page_obj"].object_list]


def test_the_newest_come_first(officer_client, tie):
    ActivityFactory(relationships=[tie], title="older", when="2015")
    ActivityFactory(relationships=[tie], title="newer", when="2019-05")

    assert listed(officer_client) == ["newer", "older"]


def test_a_partial_date_is_printed_as_it_is_known(officer_client, tie):
    ActivityFactory(relationships=[tie], when="2015-06", until="2015-07")

    page = officer_client.get(LIST).content.decode()

    assert "June 2015 to July 2015" in page


def test_activities_of_other_offices_and_of_reference_ties_are_not_listed(
    officer_client, tie, other_office
):
    ActivityFactory(office=other_office)
    ActivityFactory(relationships=[ReferenceTieFactory()])

    assert listed(officer_client) == []


def test_a_person_of_two_offices_looks_at_one_at_a_time(officer, sign_in, tie, other_office):
    MembershipFactory(user=officer, office=other_office)
    ActivityFactory(relationships=[tie], title="here")
    ActivityFactory(office=other_office, title="there")
    browser = sign_in(officer)

    assert listed(browser) == ["here"]
    assert listed(browser, office="quebec") == ["there"]
    assert 'href="?office=quebec"' in browser.get(LIST).content.decode()


def test_void_ones_are_hidden_unless_asked_for(officer_client, tie):
    ActivityFactory(relationships=[tie], title="void", status="void", reason_code="mistake")

    assert listed(officer_client) == []
    assert listed(officer_client, status="void") == ["void"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"type": "sports"}, ["match"]),
        ({"status": "planned"}, ["plan"]),
        ({"involvement": "G"}, ["visit"]),
        ({"involvement_class": "community"}, ["match"]),
        ({"year": "2018"}, ["visit"]),
        ({"q": "MATCH"}, ["match"]),
        ({"live": "1"}, ["match", "visit"]),
        ({"ordering": "title"}, ["match", "plan", "visit"]),
        ({"year": "this year"}, ["plan", "match", "visit"]),
    ],
)
def test_the_list_is_narrowed_and_sorted_as_asked(officer_client, tie, query, expected):
    ActivityFactory(relationships=[tie], title="match", type="sports", athletes=11, when="2019")
    ActivityFactory(relationships=[tie], title="visit", government_role="lead", when="2018")
    ActivityFactory(relationships=[tie], title="plan", status="planned", when="2020")

    assert listed(officer_client, **query) == expected


def test_a_figure_of_a_relationship_opens_its_rows(officer_client, office, tie):
    ActivityFactory(relationships=[tie], title="match", athletes=11, when="2019")
    ActivityFactory(relationships=[tie], title="other year", athletes=11, when="2018")
    ActivityFactory(relationships=[tie], title="plan", status="planned", when="2019")
    ActivityFactory(office=office, title="other tie", athletes=11, when="2019")

    found = listed(officer_client, relationship=tie.pk, involvement="C", year=2019, live=1)

    assert found == ["match"]


def test_the_rows_of_a_reference_tie_open_too(officer_client):
    reference = ReferenceTieFactory()
    ActivityFactory(relationships=[reference], title="of the reference")

    assert listed(officer_client, relationship=reference.pk) == ["of the reference"]


def test_a_relationship_of_another_office_gives_away_nothing(officer_client, tie, other_office):
    foreign = RelationshipFactory(office=other_office)
    ActivityFactory(relationships=[foreign], title="theirs")

    assert listed(officer_client, relationship=foreign.pk) == []


def test_fifty_stand_on_a_page(officer_client, tie):
    for _ in range(51):
        ActivityFactory(relationships=[tie])

    assert len(listed(officer_client)) == 50
    assert len(listed(officer_client, page=2)) == 1


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ({"students": 15}, 'People:">15'),
        ({"students_unnumbered": True}, "not known"),
        ({"students": 15, "teachers_unnumbered": True}, "and more"),
        ({}, 'aria-label="nothing recorded"'),
    ],
)
def test_people_are_never_guessed(officer_client, tie, numbers, words):
    ActivityFactory(relationships=[tie], **numbers)

    assert words in officer_client.get(LIST).content.decode()


def test_the_column_that_sorts_says_so(officer_client, tie):
    ActivityFactory(relationships=[tie])

    page = officer_client.get(LIST, {"ordering": "title"}).content.decode()

    assert page.count("aria-sort") == 1
    assert 'aria-sort="ascending"' in page


def test_an_empty_list_says_how_to_begin(officer_client, tie):
    page = officer_client.get(LIST).content.decode()

    assert "No activities yet" in page
    assert "Nothing matches" not in page


def test_a_list_without_matches_offers_to_clear_the_filters(officer_client, tie):
    ActivityFactory(relationships=[tie])

    page = officer_client.get(LIST, {"q": "nowhere"}).content.decode()

    assert "Nothing matches these filters" in page


def test_twenty_rows_ask_no_more_of_the_database_than_two(
    officer_client, tie, django_assert_num_queries, django_assert_max_num_queries
):
    for _ in range(2):
        ActivityFactory(relationships=[tie])
    with django_assert_max_num_queries(16) as few:
        officer_client.get(LIST)
    for _ in range(18):
        ActivityFactory(relationships=[tie])

    with django_assert_num_queries(len(few)):
        officer_client.get(LIST)

    assert Activity.objects.count() == 20


def test_who_may_read_activities(councillor_client, auditor_client, network_viewer, sign_in):
    assert councillor_client.get(LIST).status_code == 200
    assert auditor_client.get(LIST).status_code == 200
    assert sign_in(network_viewer).get(LIST).status_code == 403


@pytest.mark.parametrize("page", ["abc", "-1", "0", "99999999999999999999", "%00"])
def test_a_page_that_there_is_not_leads_to_one_that_there_is(officer_client, office, page):
    ActivityFactory(relationships=[RelationshipFactory(office=office)])

    answer = officer_client.get(f"/activities/?page={page}")

    assert answer.status_code == 200
    assert len(answer.context["page_obj"]) == 1
