"""The annual summary over the API: the office's own figures, to the digit and to the document."""

from datetime import date

import jsonschema
import pytest
from drf_spectacular.generators import SchemaGenerator

from relationships.models import Relationship
from reports.summary import annual_summary
from tests.factories import (
    ActivityFactory,
    AnnualReturnFactory,
    FundingLineFactory,
    RelationshipFactory,
)

pytestmark = pytest.mark.django_db

ADDRESS = "/api/summaries/montreal/2019/"


@pytest.fixture
def ties(office):
    busy, quiet = [RelationshipFactory(office=office) for _ in range(2)]
    ActivityFactory(relationships=[busy], when="2019-05-14", government_role="lead")
    ActivityFactory(relationships=[busy], when="2018-05-14", students=12, fields=["youth"])
    for year in range(2015, 2020):
        AnnualReturnFactory(relationship=quiet, year=year, state="nil")
    return [busy, quiet]


def test_the_figures_are_those_of_the_summary(officer_client, office, ties):
    summary = annual_summary(
        year=2019, as_of=date(2019, 12, 31), relationships=Relationship.objects.of_office(office)
    )

    told = officer_client.get(ADDRESS).json()

    assert (told["office"], told["year"], told["as_of"]) == ("montreal", 2019, "2019-12-31")
    assert told["window"] == [2015, 2016, 2017, 2018, 2019]
    assert told["panel"]["any"] | {"low": None, "high": None} == {
        "n": 2, "of": 10, "percent": "20.0", "low": None, "high": None}  # fmt: skip
    assert (told["panel"]["any"]["low"], told["panel"]["any"]["high"]) == (
        summary.panel["any"].interval
    )
    assert told["status_counts"] == summary.status_counts
    assert [tie["activity_status"] for tie in told["ties"]] == ["active", "inactive"]
    assert told["ties"][0]["counts"] == {"G": 1, "M": 0, "C": 1, "B": 0, "U": 0}
    assert [finding["kind"] for finding in told["ties"][1]["findings"]] == ["inactive"]


def test_the_answer_is_as_the_document_says(officer_client, ties):
    document = SchemaGenerator().get_schema(request=None, public=True)
    answer = document["paths"]["/api/summaries/{office}/{year}/"]["get"]["responses"]["200"]
    schema = answer["content"]["application/json"]["schema"]

    told = officer_client.get(ADDRESS).json()

    jsonschema.Draft202012Validator(schema | {"components": document["components"]}).validate(told)
    declared = document["components"]["schemas"]
    assert set(told) == set(declared["Summary"]["required"])
    assert set(told["ties"][0]) == set(declared["Tie"]["required"])


def test_an_office_without_ties_has_a_summary_too(officer_client):
    told = officer_client.get(ADDRESS).json()

    assert told["ties"] == []
    assert told["panel"]["any"]["percent"] is None


def test_a_reader_of_aggregates_gets_no_ties(network_viewer, sign_in, ties):
    told = sign_in(network_viewer).get(ADDRESS).json()

    assert told["ties"] is None
    assert told["panel"]["any"]["n"] == 2


def test_another_office_is_not_found(outsider_client, office):
    assert outsider_client.get(ADDRESS).status_code == 404


def test_a_stranger_is_refused(client, office):
    assert client.get(ADDRESS).status_code == 403


@pytest.mark.parametrize("year", [0, 1066, 2999, 99999])
def test_a_year_that_cannot_be_summed_up_is_not_found(officer_client, year):
    assert officer_client.get(f"/api/summaries/montreal/{year}/").status_code == 404


@pytest.mark.parametrize("as_of", ["2018-12-31", "2999-01-01", "yesterday"])
def test_a_day_that_makes_no_sense_is_refused(officer_client, as_of):
    answer = officer_client.get(ADDRESS, {"as_of": as_of})

    assert answer.status_code == 400
    assert list(answer.json()) == ["as_of"]


def test_the_same_year_can_be_asked_as_of_another_day(officer_client, ties):
    early = officer_client.get(ADDRESS, {"as_of": "2019-03-01"}).json()

    assert early["as_of"] == "2019-03-01"
    assert early["window"] == [2014, 2015, 2016, 2017, 2018]


def test_the_number_of_queries_does_not_grow_with_the_ties(
    officer_client, office, ties, django_assert_num_queries, django_assert_max_num_queries
):
    with django_assert_max_num_queries(20) as few:
        officer_client.get(ADDRESS)
    for _ in range(18):
        ActivityFactory(relationships=[RelationshipFactory(office=office)])

    with django_assert_num_queries(len(few)):
        assert len(officer_client.get(ADDRESS).json()["ties"]) == 20


def test_money_and_what_was_called_off_are_told(officer_client, ties):
    trip = ActivityFactory(relationships=[ties[0]], when="2019-06-01", students=5)
    FundingLineFactory(activity=trip, amount=100, currency="JPY", rate="0.015")
    ActivityFactory(
        relationships=[ties[0]], when="2019-07-01", status="cancelled", reason_code="budget"
    )

    told = officer_client.get(ADDRESS).json()

    assert (told["costs"]["recorded"], told["costs"]["activities"]) == (1, 3)
    assert told["costs"]["sums"][0]["total"] == told["costs"]["sums"][0]["per_activity"] == "1.50"
    assert told["costs"]["sums"][0]["originals"] == [{"currency": "JPY", "amount": "100.00"}]
    assert told["ties"][0]["disruption"]["reasons"] == [{"word": "budget", "cancelled": 1}]
    assert (told["disruption"]["of"], told["disruption"]["percent"]) == (4, None)
