"""The map of the dashboard and of the public register: an arc a tie, its list beside it."""

import re
from datetime import date
from html import unescape

import pytest
from django.core.cache import cache

from activities.models import Activity
from reports import map_of_ties
from tests.factories import ActivityFactory, AnnualReturnFactory, CityFactory, RelationshipFactory


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")
    cache.clear()


@pytest.fixture
def ties(office):
    """Montréal with Shanghai (students), with Lyon (nothing), with a city without a place."""
    home = CityFactory(name="Montréal", country="CA", latitude=45.5, longitude=-73.6)
    cities = [
        CityFactory(name="Shanghai", latitude=31.2, longitude=121.5),
        CityFactory(name="Lyon", country="FR", latitude=45.8, longitude=4.8),
        CityFactory(name="Nowhere", country="KR"),
    ]
    ties = [RelationshipFactory(office=office, home_city=home, partner_city=c) for c in cities]
    ActivityFactory(relationships=[ties[0]], when="2025-05-14", students=9)
    return ties


def map_of(browser, address="/dashboard/"):
    page = browser.get(address).content.decode()
    return page.split('id="map"')[1].split("</section>")[0]


def arcs(found):
    links = re.findall(r'<a class="tie" href="(.+?)" aria-label="(.+?)"', found)
    return {label: address for address, label in links}


def test_each_tie_with_places_is_an_arc_that_leads_to_it(officer_client, ties):
    shanghai, lyon, _nowhere = ties

    assert arcs(map_of(officer_client)) == {
        "Montréal – Shanghai: community; Active": f"/relationships/{shanghai.pk}/",
        "Montréal – Lyon: not reported; Not reported": f"/relationships/{lyon.pk}/",
    }


def test_the_line_says_who_took_part_and_its_dashes_the_status(officer_client, ties):
    lines = re.findall(r'class="(arc [^"]+)" clip-path', map_of(officer_client))

    assert sorted(lines) == [
        "arc k-com is-active",
        "arc k-sil is-not_reported",
    ]


def test_a_tie_without_a_place_is_counted_and_named(officer_client, ties):
    said = " ".join(map_of(officer_client).split())

    assert "1 relationship is not on the map" in said
    assert "Montréal – Nowhere" in said


def test_the_list_has_the_same_ties_as_the_map(officer_client, ties):
    found = map_of(officer_client)

    rows = re.findall(r'<th scope="row"><a href="(.+?)">(.+?)</a>', found)
    assert sorted(address for address, _name in rows) == sorted(arcs(found).values())
    assert [name for _address, name in rows] == ["Montréal – Shanghai", "Montréal – Lyon"]


def test_what_began_before_the_window_and_went_on_in_it_is_seen(officer_client, ties):
    ActivityFactory(
        relationships=[ties[1]], start_date=date(2020, 11, 1), end_date=date(2021, 3, 1), students=2
    )

    assert "Montréal – Lyon: community; Dormant" in arcs(map_of(officer_client))


def test_it_says_of_which_years_the_colours_speak(officer_client, ties):
    assert "Who took part, 2021 to 2025" in map_of(officer_client)


def test_the_mark_of_a_row_opens_the_activities_behind_it(officer_client, ties):
    behind, _nothing = re.findall(r'<td><a href="([^"]+)">', map_of(officer_client))

    found = officer_client.get(unescape(behind)).context["page_obj"].object_list
    assert [activity.pk for activity in found] == list(
        Activity.objects.values_list("pk", flat=True)
    )


def test_of_very_many_ties_the_liveliest_are_drawn_and_the_others_counted(
    officer_client, ties, monkeypatch
):
    monkeypatch.setattr(map_of_ties, "MOST", 1)

    found = map_of(officer_client)

    assert list(arcs(found)) == ["Montréal – Shanghai: community; Active"]
    assert "1 more relationship is not drawn; it stands in the list." in found
    assert found.count('<th scope="row">') == 1
    assert 'href="/relationships/?office=montreal">See relationships' in found


def test_the_list_of_ties_without_room_is_narrowed_as_the_map_is(
    officer_client, ties, office, monkeypatch
):
    monkeypatch.setattr(map_of_ties, "MOST", 0)

    found = map_of(officer_client, "/dashboard/?country=FR")

    assert 'href="/relationships/?office=montreal&amp;country=FR">See relationships' in found


def test_somebody_who_reads_sums_alone_sees_no_map(network_viewer, sign_in, ties):
    page = sign_in(network_viewer).get("/dashboard/")

    assert b'id="map"' not in page.content


def test_the_register_leads_from_its_map_to_public_pages(client, ties, office):
    office.has_public_register = True
    office.save()

    found = map_of(client, "/register/montreal/")

    assert set(arcs(found).values()) == {
        f"/register/montreal/{ties[0].pk}-montreal-shanghai/?lang=en",
        f"/register/montreal/{ties[1].pk}-montreal-lyon/?lang=en",
    }
    assert client.get(arcs(found)["Montréal – Shanghai: community; Active"]).status_code == 200


def test_a_silent_tie_and_one_not_reported_never_have_the_same_sign(officer_client, ties):
    def drawn():
        return map_of(officer_client).split("<details")[0]

    not_reported = drawn()
    for year in range(2021, 2026):
        AnnualReturnFactory(relationship=ties[1], year=year)
    silent = drawn()

    assert 'href="#m-not_reported"' in not_reported
    assert 'href="#m-not_reported"' not in silent
    assert "Montréal – Lyon: silent; Inactive" in arcs(silent)
