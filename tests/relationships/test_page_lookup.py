import pytest

from tests.factories import CityAliasFactory, CityFactory, RelationshipFactory

LOOKUP = "/relationships/lookup/"


@pytest.fixture
def tie_with(office):
    home = CityFactory(name="Montréal", country="CA")

    def make(name, native="", country="CN", **fields):
        partner = CityFactory(name=name, native_name=native, country=country)
        return RelationshipFactory(office=office, home_city=home, partner_city=partner, **fields)

    return make


def found(client, text, **parameters):
    return [row["value"] for row in client.get(LOOKUP, {"q": text, **parameters}).json()]


@pytest.mark.parametrize("typed", ["Xian", "xi'an", "Xi an", "西安", "XI’AN", "Sian"])
def test_a_tie_is_found_in_any_spelling_and_script(typed, tie_with, officer_client):
    xian = tie_with("Xi'an", "西安")
    tie_with("Wuxi", "无锡")
    CityAliasFactory(city=xian.partner_city, name="Sian")

    assert found(officer_client, typed) == [xian.pk]


@pytest.mark.parametrize("typed", ["quebec", "Québec", "QUEBEC"])
def test_accents_do_not_matter(typed, tie_with, officer_client):
    tie = tie_with("Québec-sur-Mer", country="FR")

    assert found(officer_client, typed) == [tie.pk]


def test_a_row_says_the_tie_its_native_name_and_how_it_stands(tie_with, officer_client):
    tie = tie_with("Abashiri", "網走", country="JP", legal_status="suspended")

    (row,) = officer_client.get(LOOKUP, {"q": "abas"}).json()

    assert row == {
        "value": tie.pk,
        "text": "Montréal – Abashiri",
        "native": "網走",
        "lang": "ja",
        "note": "Japan · suspended",
    }


def test_a_partner_that_begins_so_comes_first(tie_with, officer_client):
    within = tie_with("Aomori")
    first = tie_with("Morioka")

    assert found(officer_client, "mori") == [first.pk, within.pk]


def test_at_most_twenty_are_offered(tie_with, officer_client):
    for number in range(22):
        tie_with(f"Town {number}")

    assert len(found(officer_client, "")) == 20


def test_only_ties_of_the_office_are_found(tie_with, officer_client, outsider_client):
    tie_with("Shanghai")

    assert found(outsider_client, "Shanghai") == []
    assert outsider_client.get(LOOKUP, {"office": "montreal"}).status_code == 404
    assert len(found(officer_client, "Shanghai", office="montreal")) == 1


@pytest.mark.parametrize("typed", ["\x00", "%", "a" * 5000, "🎌", "'"])
def test_odd_words_find_what_they_find(typed, tie_with, officer_client):
    tie_with("Shanghai")

    assert officer_client.get(LOOKUP, {"q": typed}).status_code == 200


def test_the_number_of_queries_does_not_grow(
    tie_with, officer_client, django_assert_max_num_queries
):
    for number in range(20):
        tie_with(f"Town {number}")

    with django_assert_max_num_queries(7):
        found(officer_client, "town")
