"""Whatever is typed into an address, a list answers with a page or with 404."""

import pytest

from tests.factories import ActivityFactory, RelationshipFactory

ODD = [
    "page=abc",
    "page=-1",
    "page=99999999999999999999",
    "ordering=status,name",
    "ordering=office__users",
    "q=%00",
    "q=%F0%9F%8F%99",
    "office=%00",
    "country=XX",
    "owner=99999999999999999999",
    "tag=abc",
    "scope=everything",
    "relationship=99999999999999999999",
    "relationship=%D9%A3",
    "year=0",
    "year=99999",
    "date_from=never",
    "live=perhaps",
    "status=wild",
    "activity_status=wild&took_part=wild&flag=wild",
]


@pytest.mark.parametrize("path", ["/relationships/", "/activities/", "/activities/new/"])
@pytest.mark.parametrize("query", ODD)
def test_an_odd_address_is_answered(officer_client, office, path, query):
    ActivityFactory(relationships=[RelationshipFactory(office=office)])

    answer = officer_client.get(f"{path}?{query}")

    assert answer.status_code in {200, 404}


@pytest.mark.parametrize("number", ["0", "99999999999999999999999"])
def test_a_record_that_is_not_there_is_not_found(officer_client, number):
    for address in ["relationships/{}/", "activities/{}/", "activities/{}/edit/"]:
        assert officer_client.get("/" + address.format(number)).status_code == 404
