"""The list of alerts. The page of one is tested in test_page_alert.py."""

from datetime import UTC, date, datetime

import pytest

from reports.models import Alert
from tests.factories import (
    AlertFactory,
    CityFactory,
    MembershipFactory,
    RelationshipFactory,
)

LIST = "/alerts/"


@pytest.fixture
def alert_of(office):
    """``alert_of("Jinan", kind="dormant")`` is an alert about a tie of Montréal's with Jinan."""
    home = CityFactory(name="Montréal", country="CA")

    def make(name, native="", country="CN", **fields):
        partner = CityFactory(name=name, native_name=native, country=country)
        tie = RelationshipFactory(office=office, home_city=home, partner_city=partner)
        return AlertFactory(relationship=tie, **fields)

    return make


@pytest.fixture
def four_alerts(alert_of):
    """Open, seen, snoozed and resolved."""
    alert_of("Jinan", "济南")
    alert_of("Québec-sur-Mer", country="FR", kind="dormant", state="acknowledged")
    alert_of("Busan", country="KR", state="snoozed", snoozed_until=date(2030, 1, 1))
    resolved_at = datetime(2020, 3, 4, tzinfo=UTC)
    alert_of("Xi'an", "西安", state="resolved", resolved_at=resolved_at)


def listed(browser, **query):
    answer = browser.get(LIST, query)
    assert answer.status_code == 200
    return [str(alert.relationship.partner_city) for alert, _ in answer.context["rows"]]


def test_what_is_not_resolved_is_listed_the_newest_first(officer_client, four_alerts):
    assert listed(officer_client) == ["Busan", "Québec-sur-Mer", "Jinan"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"state": "resolved"}, ["Xi'an"]),
        ({"state": "acknowledged"}, ["Québec-sur-Mer"]),
        ({"state": ""}, ["Xi'an", "Busan", "Québec-sur-Mer", "Jinan"]),
        ({"kind": "dormant"}, ["Québec-sur-Mer"]),
        ({"country": "KR"}, ["Busan"]),
        ({"q": "济南"}, ["Jinan"]),
        ({"q": "quebec"}, ["Québec-sur-Mer"]),
        ({"q": "xian", "state": "resolved"}, ["Xi'an"]),
        ({"ordering": "raised_at"}, ["Jinan", "Québec-sur-Mer", "Busan"]),
        ({"ordering": "-state"}, ["Busan", "Jinan", "Québec-sur-Mer"]),
    ],
)
def test_the_list_is_narrowed_and_sorted_as_asked(officer_client, four_alerts, query, expected):
    assert listed(officer_client, **query) == expected


@pytest.mark.parametrize("name", ["state", "kind", "country", "ordering"])
def test_a_filter_that_does_not_exist_narrows_nothing_and_is_named(
    officer_client, four_alerts, name
):
    answer = officer_client.get(LIST, {name: "nonsense"})

    assert answer.status_code == 200
    assert "nonsense" in answer.content.decode()


def test_each_line_says_why_and_leads_to_the_alert_and_the_tie(officer_client, alert_of):
    alert = alert_of("Jinan", "济南")

    page = officer_client.get(LIST).content.decode()

    assert "Nothing has been held since 30 Nov 2014: 61 months on 31 Dec 2019." in page
    assert f'<a href="{alert.get_absolute_url()}">Inactive</a>' in page
    assert f'href="{alert.relationship.get_absolute_url()}"' in page


def test_a_snoozed_alert_says_until_when(officer_client, four_alerts):
    page = officer_client.get(LIST, {"state": "snoozed"}).content.decode()

    assert "Snoozed until 1 Jan 2030" in page


def test_fifty_stand_on_a_page_and_the_filters_go_along(officer_client, office):
    tie = RelationshipFactory(office=office)
    for year in range(51):
        AlertFactory(relationship=tie, period=str(1950 + year), kind="dormant")

    first = officer_client.get(LIST, {"kind": "dormant"})

    assert len(first.context["rows"]) == 50
    assert "?kind=dormant&amp;page=2" in first.content.decode()
    assert len(listed(officer_client, kind="dormant", page=2)) == 1


def test_alerts_of_another_office_are_never_listed(officer_client, other_office):
    AlertFactory(relationship=RelationshipFactory(office=other_office))

    assert listed(officer_client) == []
    assert officer_client.get(LIST, {"office": other_office.slug}).status_code == 404


def test_a_person_of_two_offices_looks_at_one_at_a_time(officer, sign_in, alert_of, other_office):
    MembershipFactory(user=officer, office=other_office)
    alert_of("Jinan")
    there = AlertFactory(relationship=RelationshipFactory(office=other_office))
    browser = sign_in(officer)

    assert listed(browser) == ["Jinan"]
    assert listed(browser, office="quebec") == [str(there.relationship.partner_city)]
    assert 'href="?office=quebec"' in browser.get(LIST).content.decode()


def test_nothing_to_answer_says_what_will_stand_here(officer_client):
    page = officer_client.get(LIST).content.decode()

    assert "Nothing to answer" in page


def test_no_match_offers_to_show_all(officer_client, four_alerts):
    page = officer_client.get(LIST, {"q": "nowhere"}).content.decode()

    assert "No alert answers to that" in page
    assert '<a class="btn btn-primary" href="/alerts/">' in page


def test_twenty_alerts_ask_no_more_of_the_database_than_two(
    officer_client, office, django_assert_num_queries, django_assert_max_num_queries
):
    def add(number):
        for _ in range(number):
            AlertFactory(relationship=RelationshipFactory(office=office))

    add(2)
    with django_assert_max_num_queries(12) as few:
        officer_client.get(LIST)
    add(18)

    with django_assert_num_queries(len(few)):
        officer_client.get(LIST)

    assert Alert.objects.count() == 20


def test_only_the_countries_of_the_alerts_are_offered(officer_client, office):
    AlertFactory(relationship__office=office, relationship__partner_city__country="KR")

    field = officer_client.get("/alerts/").context["filter"].form.fields["country"]

    assert [code for code, _ in field.choices if code] == ["KR"]
