"""Which city a row means: names, then Wikidata numbers, then coordinates within 25 km."""

import itertools

import pytest

from activities.imports.cities.places import Places
from activities.imports.cities.words import CityWords
from activities.imports.refusals import CellRefused
from tests.factories import CityAliasFactory, CityFactory

pytestmark = pytest.mark.django_db


def china(name, **facts):
    return CityWords(name=name, country="CN", **facts)


def found(*mentions):
    places = Places(mentions).resolve(mentions)
    return [places[words] for words in mentions]


def test_a_city_is_found_by_name_country_and_region():
    city = CityFactory(name="Taizhou", region="Jiangsu", country="CN")

    (place,) = found(china("TAIZHOU", region="jiangsu"))

    assert place.city == city


def test_one_name_in_two_regions_is_two_cities():
    CityFactory(name="Taizhou", region="Jiangsu", country="CN")

    (place,) = found(china("Taizhou", region="Zhejiang"))

    assert place.is_new


@pytest.mark.parametrize("name", ["Xian", "Xi’an", "西安", "Chang'an"])
def test_a_city_is_found_by_every_name_it_has(name):
    city = CityFactory(name="Xi'an", native_name="西安", region="Shaanxi", country="CN")
    CityAliasFactory(city=city, name="Chang'an")

    (place,) = found(china(name))

    assert place.city == city


def test_the_same_name_in_another_country_is_another_city():
    CityFactory(name="Windsor", country="CA")

    (place,) = found(CityWords(name="Windsor", country="US"))

    assert place.is_new


def test_a_wikidata_number_joins_two_names():
    city = CityFactory(name="Kunming", region="Yunnan", country="CN", wikidata_id="Q182852")

    (place,) = found(china("Yunnanfu", wikidata_id="Q182852"))

    assert place.city == city


def test_a_wikidata_number_of_another_country_is_refused():
    CityFactory(name="Windsor", country="CA", wikidata_id="Q182625")

    (refusal,) = found(CityWords(name="Windsor", country="US", wikidata_id="Q182625"))

    assert "another country" in refusal.sentence


@pytest.mark.parametrize(("latitude", "is_new"), [(36.22, False), (36.24, True)])
def test_coordinates_join_two_regions_within_25_km(latitude, is_new):
    CityFactory(name="Jinan", region="Shandong", country="CN", latitude=36.0, longitude=117.0)

    (place,) = found(china("Jinan", region="Lu", latitude=latitude, longitude=117.0))

    assert place.is_new is is_new


def test_neighbours_with_other_names_stay_two_cities():
    CityFactory(name="Burnaby", country="CA", latitude=49.25, longitude=-122.98)

    (place,) = found(CityWords(name="Vancouver", country="CA", latitude=49.25, longitude=-123.1))

    assert place.is_new


def test_a_name_without_region_means_the_only_city_of_that_name():
    city = CityFactory(name="Taizhou", region="Jiangsu", country="CN")

    (place,) = found(china("Taizhou"))

    assert place.city == city


def test_a_name_without_region_that_may_be_two_cities_is_refused_with_both():
    CityFactory(name="Taizhou", region="Jiangsu", country="CN")
    CityFactory(name="Taizhou", region="Zhejiang", country="CN")

    (refusal,) = found(china("Taizhou"))

    assert isinstance(refusal, CellRefused)
    assert "Taizhou (Jiangsu) or Taizhou (Zhejiang)" in refusal.sentence


def test_a_name_without_region_that_lies_elsewhere_is_another_city():
    CityFactory(name="Suzhou", region="Jiangsu", country="CN", latitude=31.3, longitude=120.6)

    (place,) = found(china("Suzhou", latitude=33.6, longitude=117.0))

    assert place.is_new


def test_two_cities_of_the_file_make_a_third_mention_doubtful_wherever_it_stands():
    mentions = [
        china("Taizhou"),
        china("Taizhou", region="Jiangsu"),
        china("Taizhou", region="Zhejiang"),
    ]

    for order in itertools.permutations(mentions):
        places = Places(order).resolve(order)

        assert isinstance(places[mentions[0]], CellRefused)
        assert places[mentions[1]] is not places[mentions[2]]


def test_a_new_city_learns_what_any_mention_says_of_it():
    bare = china("Harbin")
    full = china("Harbin", region="Heilongjiang", native_name="哈尔滨", wikidata_id="Q42956")

    first, second = found(bare, full)

    assert first is second
    assert first.city.region == "Heilongjiang"
    assert first.city.native_name == "哈尔滨"
    assert first.city.wikidata_id == "Q42956"


def test_two_cities_of_one_name_cannot_both_be_without_region():
    CityFactory(name="Hythe", country="CA", latitude=55.3, longitude=-119.6)

    (refusal,) = found(CityWords(name="Hythe", country="CA", latitude=45.0, longitude=-75.0))

    assert "Give the region" in refusal.sentence


def test_a_namesake_by_its_other_name_only_is_another_city_if_it_lies_elsewhere():
    district = CityFactory(
        name="Jinzhou (Dalian)", region="Liaoning", country="CN", latitude=39.05, longitude=121.78
    )
    CityAliasFactory(city=district, name="Jinzhou")

    (place,) = found(china("Jinzhou", region="Liaoning", latitude=41.1, longitude=121.1))

    assert place.is_new
