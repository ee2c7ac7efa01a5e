"""Putting a relationship on record, correcting it, deciding about it, and the city it needs."""

import pytest

from relationships.models import City, Decision, Relationship
from tests.factories import (
    CityFactory,
    DecisionFactory,
    HomeCityFactory,
    OrganisationFactory,
    RelationshipFactory,
    TagFactory,
    UserFactory,
)

NEW = "/relationships/new/"


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def home(office):
    return HomeCityFactory(office=office).city


@pytest.fixture
def filled(home):
    partner = CityFactory(name="Wuxi", region="Jiangsu")
    return {
        "home_city": home.pk,
        "partner_city": partner.pk,
        "tier": "friendship",
        "tier_label": "sister port",
        "beginning": "in_force",
        "starts": "1990-05",
    }


def errors(answer):
    assert answer.status_code == 200
    return answer.context["form"].errors


def test_a_new_tie_is_put_on_record(officer_client, officer, office, filled):
    ports = TagFactory(office=office, name="ports")
    told = filled | {"owner": officer.pk, "tags": [ports.pk], "new_tags": "Ports, asia , asia"}

    answer = officer_client.post(NEW, told, follow=True)

    tie = Relationship.objects.get()
    assert (tie.office, str(tie.since), tie.legal_status) == (office, "1990-05", "in_force")
    assert (tie.owner, tie.created_by) == (officer, officer)
    assert sorted(tie.tags.values_list("name", flat=True)) == ["asia", "ports"]
    assert "is now on record" in answer.content.decode()


def test_a_proposal_has_not_begun_and_its_day_can_be_corrected(officer_client, filled):
    officer_client.post(NEW, filled | {"beginning": "proposed", "starts": ""})
    tie = Relationship.objects.get()
    assert (tie.legal_status, tie.start_date, tie.proposal()) == ("proposed", None, None)

    for version, day in enumerate(["2025-11", "2025-10-06"], start=1):
        told = filled | {"starts": day, "version": version}
        officer_client.post(f"{tie.get_absolute_url()}edit/", told)

    tie.refresh_from_db()
    assert (tie.legal_status, tie.start_date) == ("proposed", None)
    assert str(tie.legal_status_changes.get().since) == "2025-10-06"


@pytest.mark.parametrize("other_way", [False, True])
def test_the_same_tie_is_told_with_a_link(officer_client, office, home, filled, other_way):
    cities = [home, City.objects.get(pk=filled["partner_city"])]
    home_city, partner_city = reversed(cities) if other_way else cities
    known = RelationshipFactory(office=office, home_city=home_city, partner_city=partner_city)

    page = officer_client.post(NEW, filled).content.decode()

    assert "Your office already has this relationship:" in page
    assert f'<a href="/relationships/{known.pk}/">' in page
    assert Relationship.objects.count() == 1


def test_what_is_wrong_is_said(officer_client, filled, home, other_office):
    foreign = OrganisationFactory(office=other_office)
    told = {"partner_city": home.pk, "starts": "2026-03", "owner": UserFactory().pk,
            "community_body": foreign.pk, "beginning": "ended", "new_tags": "x" * 61}  # fmt: skip

    found = errors(officer_client.post(NEW, filled | told))

    assert set(found) == set(told)
    assert found["partner_city"] == ["A city cannot be twinned with itself."]
    assert found["starts"] == ["This day is still to come."]


@pytest.mark.parametrize("city", ["x", "9" * 30, "0", "%00"])
def test_an_odd_city_in_the_address_is_no_city(officer_client, home, city):
    assert officer_client.get(f"{NEW}?city={city}").status_code == 200


def test_an_office_that_is_just_beginning_says_for_which_city_it_works(officer_client, office):
    home, partner = CityFactory(country="CA"), CityFactory()
    told = {"home_city": home.pk, "partner_city": partner.pk, "tier": "sister",
            "beginning": "in_force"}  # fmt: skip

    assert officer_client.get(NEW).status_code == 200
    officer_client.post(NEW, told)

    assert office.home_cities.get().city == home
    assert Relationship.objects.get().since is None


def test_the_second_of_two_editors_is_told(officer_client, office, filled):
    tie = RelationshipFactory(office=office, version=2)
    address = f"{tie.get_absolute_url()}edit/"
    mine = {"home_city": tie.home_city_id, "partner_city": tie.partner_city_id, "tier": "sister",
            "note": "Mine", "starts": "1990"}  # fmt: skip

    late = officer_client.post(address, mine | {"version": "1"})
    saved = officer_client.post(address, mine | {"version": "2"})

    assert late.status_code == 409
    assert "Nothing of yours is lost" in late.content.decode()
    assert saved.status_code == 302
    tie.refresh_from_db()
    assert (tie.note, str(tie.since), tie.legal_status) == ("Mine", "1990", "in_force")


def test_a_decision_suspends_the_tie_and_the_page_takes_it_back(officer_client, office):
    tie = RelationshipFactory(office=office)
    told = {"body": "City Council", "decided_date": "2022-03-03", "motion": "Suspend it",
            "result": "carried", "votes_for": "8", "votes_against": "1",
            "status": "suspended"}  # fmt: skip

    page = officer_client.post(f"{tie.get_absolute_url()}decisions/new/", told, follow=True)

    words = page.content.decode()
    assert "The legal status is now: suspended, from 3 Mar 2022." in words
    assert "8 for, 1 against" in words
    change = tie.legal_status_changes.get()
    undone = officer_client.post(f"/legal-status/{change.pk}/undo/", follow=True)
    assert "Undone. The legal status is again: in force." in undone.content.decode()
    assert Decision.objects.get().motion == "Suspend it"


def test_what_cannot_be_is_refused_and_nothing_is_kept(officer_client, office):
    tie = RelationshipFactory(office=office, legal_status="ended")
    address = f"{tie.get_absolute_url()}decisions/new/"
    told = {"body": "Council", "decided_date": "2022-03-03", "motion": "So", "result": "lost"}

    impossible = errors(officer_client.post(address, told | {"status": "suspended"}))
    lost = errors(officer_client.post(address, told | {"status": "in_force"}))
    ahead = errors(officer_client.post(address, told | {"decided_date": "2027-01-01"}))

    assert "status" in impossible
    assert lost["status"] == ["Only a decision that was carried changes the legal status."]
    assert ahead["decided_date"] == ["This day is still to come."]
    assert not Decision.objects.exists()


def test_without_a_decision_a_change_needs_its_reason(officer_client, office):
    tie = RelationshipFactory(office=office)
    address = f"{tie.get_absolute_url()}legal-status/"

    found = errors(officer_client.post(address, {"status": "ended", "since": "2020"}))
    officer_client.post(address, {"status": "ended", "since": "2020", "note": "It was merged."})

    assert found["note"] == ["Without a decision a change needs its reason."]
    assert tie.legal_status_changes.get().note == "It was merged."


def test_a_decision_that_changed_the_status_stays_carried(officer_client, office, officer):
    tie = RelationshipFactory(office=office)
    decision = DecisionFactory(relationship=tie)
    tie.record_legal_status("ended", on=decision.decided_date, by=officer, decision=decision)
    told = {"body": "Council", "decided_date": "2019-03-04", "motion": "So", "version": "1"}
    address = f"/decisions/{decision.pk}/edit/"

    found = errors(officer_client.post(address, told | {"result": "lost"}))
    saved = officer_client.post(address, told | {"result": "carried"})

    assert found["result"] == ["This decision changed the legal status. Take that back first."]
    assert saved.status_code == 302


def test_a_proposed_tie_is_listed_and_stands_out_of_the_figures(officer_client, office):
    RelationshipFactory(office=office, legal_status="proposed", start_date=None)

    context = officer_client.get("/relationships/").context

    (row,) = context["rows"]
    assert (row.tie.legal_status, row.tie.exposed_years) == ("proposed", 0)
    assert [likelihood.of for likelihood in context["summary"].exposure.values()] == [0] * 5


# Cities


def test_the_lookup_tells_cities_of_one_name_apart(officer_client):
    CityFactory(name="Taizhou", native_name="泰州", region="Jiangsu")
    CityFactory(name="Taizhou", native_name="台州", region="Zhejiang")

    rows = officer_client.get("/cities/lookup/", {"q": "taizhou"}).json()

    assert [row["note"] for row in rows] == ["Jiangsu, China", "Zhejiang, China"]
    assert rows[0] | {"value": 0} == {
        "value": 0, "text": "Taizhou", "native": "泰州", "lang": "zh", "note": "Jiangsu, China",
    }  # fmt: skip


def test_without_scripts_a_city_is_chosen_on_a_page(officer_client, home):
    wuxi = CityFactory(name="Wuxi")

    page = officer_client.get("/cities/find/", {"q": "wuxi", "next": NEW}).content.decode()
    form = officer_client.get(NEW, {"city": wuxi.pk}).context["form"]

    assert f'href="{NEW}?city={wuxi.pk}"' in page
    assert form["partner_city"].value() == wuxi.pk


def test_a_missing_city_is_added_on_the_way(officer_client):
    told = {"name": " Harbin ", "native_name": "哈尔滨", "country": "CN", "kind": "city"}

    answer = officer_client.post("/cities/new/?next=/activities/%3Fa=1", told)

    city = City.objects.get()
    assert (city.name, city.native_language) == ("Harbin", "zh")
    assert answer["Location"] == f"/activities/?a=1&city={city.pk}"


def test_cities_that_it_may_be_are_shown_first(officer_client):
    suzhou = CityFactory(name="Suzhou", region="Jiangsu")
    told = {"name": "Suzhu", "country": "CN", "kind": "city"}

    asked = officer_client.post("/cities/new/", told)
    added = officer_client.post("/cities/new/", told | {"is_none_of_them": "1"})

    assert "Is it one of these?" in asked.content.decode()
    assert f"?city={suzhou.pk}" in asked.content.decode()
    assert added.status_code == 302
    assert City.objects.filter(name="Suzhu").exists()


def test_a_city_twice_or_half_placed_is_refused(officer_client):
    CityFactory(name="Suzhou", region="Jiangsu")
    told = {"name": "suzhou", "region": "jiangsu", "country": "CN", "kind": "city",
            "latitude": "31"}  # fmt: skip

    found = errors(officer_client.post("/cities/new/", told))

    assert found["name"] == ["This city of this region is already on record."]
    assert "or neither" in found["longitude"][0]


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:x"])
def test_nobody_is_led_out_of_the_portal(officer_client, elsewhere):
    told = {"name": "Harbin", "country": "CN", "kind": "city"}

    answer = officer_client.post(f"/cities/new/?next={elsewhere}", told)

    assert answer["Location"].startswith(NEW)
