import pytest

from tests.factories import ActivityFactory, CityFactory, RelationshipFactory


def titles(browser, **query):
    answer = browser.get("/activities/", query)
    return [activity.title for activity in answer.context["page_obj"].object_list]


@pytest.fixture
def activities(office):
    ties = [
        RelationshipFactory(office=office, partner_city=CityFactory(country=code))
        for code in ("CN", "JP", "KR")
    ]
    for tie, title in zip(ties, ("Jinan", "Nagoya", "Busan"), strict=True):
        ActivityFactory(relationships=[tie], title=title, when="2019")
    ActivityFactory(relationships=ties, title="all", when="2018")


def test_a_list_is_narrowed_to_partners_of_one_country_or_several(officer_client, activities):
    assert titles(officer_client, country="JP") == ["Nagoya", "all"]
    assert titles(officer_client, country="CN,KR") == ["Busan", "Jinan", "all"]


def test_a_country_that_is_none_is_refused(officer_client, activities):
    answer = officer_client.get("/api/activities/", {"country": "XX"})

    assert answer.status_code == 400
