"""What an association reads, and what it never does."""

import pytest

from accounts.models import Membership, Office
from accounts.roles import Role
from reports.metrics import rest_of
from tests.factories import ActivityFactory, MembershipFactory, RelationshipFactory
from tests.reports.network.conftest import office_with_ties

pytestmark = pytest.mark.django_db
ADDRESSES = ["/network/", "/network/csv/", "/network/json/"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_tie_no_title_and_no_person_is_told(network_viewer, network_client, address):
    for n in range(3):
        office_with_ties(network_viewer, n)

    told = network_client.get(address).content.decode()

    assert "Canary" not in told


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_an_office_that_does_not_share_records_changes_no_byte(
    network_viewer, network_client, address
):
    office_with_ties(network_viewer, 1)
    silent = office_with_ties(network_viewer, 2, shares=False)
    before = network_client.get(address).content

    tie = RelationshipFactory(office=silent, partner_city__country="JP")
    ActivityFactory(relationships=[tie], when="2023-05-05", students=40)
    Office.objects.filter(pk=silent.pk).update(fiscal_year_start_month=4)

    assert _without_token(network_client.get(address).content) == _without_token(before)


def _without_token(page: bytes) -> list[bytes]:
    return [line for line in page.splitlines() if b"csrfmiddlewaretoken" not in line]


def test_an_office_that_stops_is_gone_at_once_and_counted_aloud(network_viewer, network_client):
    office_with_ties(network_viewer, 1, ties=2)
    stopping = office_with_ties(network_viewer, 2)
    assert network_client.get("/network/json/").json()["ties"] == 3

    Office.objects.filter(pk=stopping.pk).update(shares_with_network=False)

    assert network_client.get("/network/json/").json()["ties"] == 2
    assert "Of 3 offices 1 does not share" in network_client.get("/network/").content.decode()


def test_an_office_in_which_one_has_another_role_is_not_of_the_network(
    network_viewer, network_client, other_office
):
    Office.objects.update(shares_with_network=True)
    RelationshipFactory(office=other_office)
    MembershipFactory(user=network_viewer, office=other_office, role=Role.OFFICER)

    assert network_client.get("/network/json/").json()["ties"] == 0


def test_a_country_of_fewer_than_three_offices_stands_with_others(network_viewer, network_client):
    for n, country in enumerate(["CN", "CN", "CN", "JP", "FR", "FR", "DE"]):
        office_with_ties(network_viewer, n, country=country)

    rows = network_client.get("/network/json/").json()["countries"]

    assert [(row["name"], row["offices"], row["ties"]) for row in rows] == [
        ("China", 3, 3),
        ("others together", 4, 4),
    ]


def test_sums_of_the_groups_are_those_of_the_whole(network_viewer, network_client):
    for n, country in enumerate(["CN", "CN", "CN", "JP", "FR", "FR", "DE"]):
        office_with_ties(network_viewer, n, country=country, ties=2)

    told = network_client.get("/network/json/").json()

    for denominator in ("every_year", "years_in_force"):
        whole = told[denominator]["government"]
        parts = [row[denominator]["government"] for row in told["countries"]]
        assert sum(part["n"] for part in parts) == whole["n"] == 14
        assert sum(part["of"] for part in parts) == whole["of"]


@pytest.mark.parametrize(
    ("offices", "rest"),
    [
        ({"CN": {1, 2, 3}}, set()),
        ({"CN": {1, 2, 3}, "JP": {1}}, {"CN", "JP"}),
        ({"CN": {1, 2, 3, 4}, "US": {1, 2, 3}, "JP": {1}}, {"US", "JP"}),
        ({"CN": {1, 2, 3}, "JP": {1, 2}, "FR": {3}}, {"JP", "FR"}),
        ({}, set()),
    ],
)
def test_a_small_group_never_stands_alone_and_cannot_be_subtracted(offices, rest):
    assert rest_of(offices) == rest


@pytest.mark.parametrize("person", ["officer", "councillor", "administrator", "outsider"])
def test_only_who_looks_for_a_network_reads_it(person, request, sign_in):
    assert sign_in(request.getfixturevalue(person)).get("/network/").status_code == 403


@pytest.mark.parametrize("query", ["year=abc", "year=99999999999999999999", "year=%00", "year=-1"])
def test_an_odd_year_is_today(network_client, query):
    assert network_client.get(f"/network/?{query}").status_code == 200


def test_an_unknown_kind_of_file_is_not_found(network_client):
    assert network_client.get("/network/exe/").status_code == 404


@pytest.mark.parametrize("n", [2, 20])
def test_the_page_asks_as_often_for_many_offices_as_for_few(
    n, network_viewer, network_client, django_assert_max_num_queries
):
    for number in range(n):
        office_with_ties(network_viewer, number)

    with django_assert_max_num_queries(22):
        network_client.get("/network/")


def test_a_network_viewer_lands_on_the_network(network_client):
    assert network_client.get("/").headers["Location"] == "/network/"


def test_with_nothing_shared_the_page_says_so(network_viewer, network_client):
    Office.objects.update(shares_with_network=False)

    page = network_client.get("/network/").content.decode()

    assert "Nothing is shared yet" in page
    assert Membership.objects.filter(user=network_viewer).count() == 1
