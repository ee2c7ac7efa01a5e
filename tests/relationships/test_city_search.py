import pytest

from relationships.city_search import cities_like, near_matches
from relationships.models import City
from tests.factories import CityAliasFactory, CityFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def cities():
    for name, native, country, region in [
        ("Taizhou", "泰州", "CN", "Jiangsu"),
        ("Taizhou", "台州", "CN", "Zhejiang"),
        ("Xi'an", "西安", "CN", "Shaanxi"),
        ("Xiantao", "仙桃", "CN", "Hubei"),
        ("Québec", "", "CA", "Quebec"),
        ("Suzhou", "苏州", "CN", "Jiangsu"),
    ]:
        CityFactory(name=name, native_name=native, country=country, region=region)
    wuxi = CityFactory(name="Wuxi", native_name="无锡", country="CN", region="Jiangsu")
    CityAliasFactory(city=wuxi, name="Wushi")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("quebec", ["Québec"]),
        ("xian", ["Xi'an", "Xiantao"]),
        ("xi an", ["Xi'an", "Xiantao"]),
        ("西安", ["Xi'an"]),
        ("Wushi", ["Wuxi"]),
        ("suzhuo", ["Suzhou"]),
        ("%", []),
        ("\x00", []),
        ("", []),
        ("q" * 5000, []),
    ],
)
def test_a_city_is_found_in_any_script_and_spelling(text, found):
    assert [city.name for city in cities_like(text)] == found


@pytest.mark.parametrize("place", ["Zhejiang", "zhejiang china"])
def test_cities_of_one_name_are_told_apart_by_their_place(place):
    assert [city.region for city in cities_like("taizhou")] == ["Jiangsu", "Zhejiang"]
    assert [city.region for city in cities_like(f"taizhou {place}")] == ["Zhejiang"]
    assert cities_like("taizhou")[0].whereabouts == "Jiangsu, China"


@pytest.mark.parametrize(
    ("city", "near"),
    [
        (City(name="Suzhu", country="CN"), ["Suzhou"]),
        (City(name="Suzhou City", country="CN"), ["Suzhou"]),
        (City(name="Su-chou", native_name="苏州", country="CN"), ["Suzhou"]),
        (City(name="Suzhou", country="JP"), []),
        (City(name="Harbin", country="CN"), []),
    ],
)
def test_a_new_city_is_compared_with_those_of_its_country(city, near):
    assert [found.name for found in near_matches(city)] == near


def test_a_city_a_few_kilometres_away_may_be_the_same():
    CityFactory(name="Kyoto", country="JP", latitude=35.01, longitude=135.77)

    beside = City(name="Miyako", country="JP", latitude=35.0, longitude=135.75)

    assert [found.name for found in near_matches(beside)] == ["Kyoto"]
