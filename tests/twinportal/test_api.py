"""The API: the scope and the rights of the pages, the same filters, few queries."""

import pytest
from django.test import Client

from tests.factories import (
    ActivityFactory,
    AlertFactory,
    AlertStepFactory,
    CityFactory,
    ContactFactory,
    LegalStatusChangeFactory,
    MembershipFactory,
    ReferenceTieFactory,
    RelationshipFactory,
    TagFactory,
)

pytestmark = pytest.mark.django_db


def a_relationship(office):
    tie = RelationshipFactory(office=office)
    tie.tags.add(TagFactory(office=office))
    LegalStatusChangeFactory(relationship=tie)
    return tie


def an_activity(office):
    return ActivityFactory(office=office, students=3, fields=["youth", "education"])


def an_alert(office):
    alert = AlertFactory(relationship__office=office)
    AlertStepFactory(alert=alert)
    alert.activities.add(ActivityFactory(office=office))
    return alert


MADE = {"relationships": a_relationship, "activities": an_activity, "alerts": an_alert}
each_list = pytest.mark.parametrize("kind", MADE)


def rows(browser, kind, **chosen):
    answer = browser.get(f"/api/{kind}/", chosen)
    assert answer.status_code == 200, answer.json()
    return answer.json()["results"]


@each_list
def test_a_stranger_is_refused(kind):
    assert Client().get(f"/api/{kind}/").status_code == 403


@each_list
def test_a_list_holds_the_rows_of_ones_office(kind, officer_client, office, other_office):
    own = MADE[kind](office)
    MADE[kind](other_office)

    assert [row["id"] for row in rows(officer_client, kind)] == [own.pk]


@each_list
def test_a_record_of_another_office_is_not_found(kind, officer_client, other_office):
    theirs = MADE[kind](other_office)

    assert officer_client.get(f"/api/{kind}/{theirs.pk}/").status_code == 404


@each_list
def test_a_role_without_the_right_is_refused(kind, network_viewer, sign_in, office):
    own, browser = MADE[kind](office), sign_in(network_viewer)

    assert browser.get(f"/api/{kind}/").status_code == 403
    assert browser.get(f"/api/{kind}/{own.pk}/").status_code == 403


@each_list
def test_a_right_in_one_office_opens_nothing_in_another(
    kind, network_viewer, sign_in, office, other_office
):
    MembershipFactory(user=network_viewer, office=other_office, role="officer")
    own, browser = MADE[kind](office), sign_in(network_viewer)
    readable = MADE[kind](other_office)

    assert [row["id"] for row in rows(browser, kind)] == [readable.pk]
    assert browser.get(f"/api/{kind}/{own.pk}/").status_code == 403


@each_list
@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(kind, method, officer_client, office):
    record = MADE[kind](office)

    answer = getattr(officer_client, method)(f"/api/{kind}/{record.pk}/")

    assert answer.status_code == 405


@each_list
def test_a_filter_that_is_not_declared_is_refused(kind, officer_client):
    answer = officer_client.get(f"/api/{kind}/", {"owner__email": "a@example.org"})

    assert answer.status_code == 400
    assert answer.json() == {"owner__email": ["There is no such filter."]}


@each_list
def test_an_order_that_is_not_declared_is_refused(kind, officer_client):
    answer = officer_client.get(f"/api/{kind}/", {"ordering": "created_by__email"})

    assert answer.status_code == 400
    assert "ordering" in answer.json()


@each_list
def test_the_office_of_somebody_else_is_no_choice(kind, officer_client, other_office):
    answer = officer_client.get(f"/api/{kind}/", {"office": other_office.slug})

    assert answer.status_code == 400
    assert "office" in answer.json()


@each_list
def test_the_number_of_queries_does_not_grow_with_the_rows(
    kind, officer_client, office, django_assert_max_num_queries
):
    for _ in range(2):
        MADE[kind](office)
    with django_assert_max_num_queries(9) as few:
        assert len(rows(officer_client, kind)) == 2
    for _ in range(18):
        MADE[kind](office)

    with django_assert_max_num_queries(9) as many:
        assert len(rows(officer_client, kind)) == 20

    assert len(many) == len(few)


def test_the_pages_of_a_list_follow_each_other(officer_client, office):
    made = [RelationshipFactory(office=office, tier="sister").pk for _ in range(5)]

    pages = [
        officer_client.get(
            "/api/relationships/", {"ordering": "tier", "page_size": 2, "page": page}
        ).json()
        for page in [1, 2, 3]
    ]

    assert {page["count"] for page in pages} == {5}
    assert [row["id"] for page in pages for row in page["results"]] == made


def test_a_city_is_found_in_any_script_and_told_in_its_own(officer_client, office):
    xian = CityFactory(name="Xi'an", native_name="西安", country="CN", region="Shaanxi")
    found = RelationshipFactory(office=office, partner_city=xian)
    RelationshipFactory(office=office)

    for typed in ["xian", "Xi an", "XI’AN", "西安"]:
        assert [row["id"] for row in rows(officer_client, "relationships", q=typed)] == [found.pk]
    told = rows(officer_client, "relationships", q="西安")[0]["partner_city"]
    assert (told["name"], told["native_name"], told["native_language"]) == ("Xi'an", "西安", "zh")
    assert told["country"] == "CN"


def test_dates_are_told_as_they_are_known_beside_the_days_they_allow(officer_client, office):
    tie = RelationshipFactory(office=office, start_date="1980-07-01", start_precision="month")
    ActivityFactory(relationships=[tie], when="2015-02", until="2016")

    told = rows(officer_client, "relationships")[0]
    activity = rows(officer_client, "activities")[0]

    assert [told[f"since{part}"] for part in ["", "_first_day", "_last_day"]] == [
        "1980-07", "1980-07-01", "1980-07-31"]  # fmt: skip
    assert [activity[f"start{part}"] for part in ["", "_first_day", "_last_day"]] == [
        "2015-02", "2015-02-01", "2015-02-28"]  # fmt: skip
    assert [activity[f"end{part}"] for part in ["", "_first_day", "_last_day"]] == [
        "2016", "2016-01-01", "2016-12-31"]  # fmt: skip


def test_a_tie_without_a_start_says_so(officer_client, office):
    RelationshipFactory(office=office, start_date=None)

    told = rows(officer_client, "relationships")[0]

    assert (told["since"], told["since_first_day"], told["since_last_day"]) == (None, None, None)


def test_an_activity_tells_who_took_part_and_what_it_counts_as(officer_client, office):
    ActivityFactory(office=office, students=12, teachers_unnumbered=True, government_role="lead")

    told = rows(officer_client, "activities")[0]

    assert (told["groups"]["students"], told["groups"]["teachers"]) == (12, None)
    assert told["groups_without_number"] == ["teachers"]
    assert (told["participants"], told["is_unnumbered"]) == (12, True)
    assert (told["involvement"], told["is_live"]) == ("M", True)


def test_an_alert_says_why_by_which_rule_and_what_clears_it(officer_client, office):
    AlertFactory(relationship__office=office)

    told = rows(officer_client, "alerts")[0]

    assert "61 months" in told["reason"]
    assert "60 months" in told["rule_in_words"]
    assert told["what_clears"]
    assert told["figures"]["months"] == 61


def test_reference_ties_are_for_everybody_who_has_a_role(councillor_client, outsider_client):
    tie = ReferenceTieFactory()

    for browser in [councillor_client, outsider_client]:
        assert browser.get(f"/api/relationships/{tie.pk}/").json()["office"] is None


@each_list
def test_contacts_are_never_told(kind, officer_client, office):
    record = MADE[kind](office)
    tie = record if kind == "relationships" else RelationshipFactory(office=office)
    contact = ContactFactory(
        office=office, name="Wang Canary", native_name="王金丝雀", email="canary@example.org"
    )
    contact.relationships.add(tie)

    told = officer_client.get(f"/api/{kind}/{record.pk}/").content.decode()

    for word in ["Canary", "王金丝雀", "canary@example.org"]:
        assert word not in told
