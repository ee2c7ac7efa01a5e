"""The OpenAPI document: made without a warning, and kept by every answer."""

import jsonschema
import pytest
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema

from tests.factories import AlertFactory, ReferenceTieFactory
from tests.twinportal.test_api import MADE, an_activity

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def document():
    return SchemaGenerator().get_schema(request=None, public=True)


def shape(document, path):
    """What the document says of a good answer at ``path``, as a JSON Schema of its own."""
    answer = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]
    return answer["schema"] | {"components": document["components"]}


def check(told, schema):
    formats = jsonschema.FormatChecker(["date", "uuid"])
    jsonschema.Draft202012Validator(schema, format_checker=formats).validate(told)


def test_the_document_is_valid_and_made_without_a_warning():
    GENERATOR_STATS.reset()

    document = SchemaGenerator().get_schema(request=None, public=True)

    validate_schema(document)
    assert not GENERATOR_STATS._warn_cache
    assert not GENERATOR_STATS._error_cache


def test_the_document_is_for_those_who_sign_in(client, officer_client):
    assert client.get("/api/schema/").status_code == 403
    assert officer_client.get("/api/schema/").status_code == 200


@pytest.mark.parametrize("kind", MADE)
def test_lists_and_records_are_as_the_document_says(kind, document, officer_client, office):
    record = MADE[kind](office)

    listed = officer_client.get(f"/api/{kind}/").json()
    told = officer_client.get(f"/api/{kind}/{record.pk}/").json()

    check(listed, shape(document, f"/api/{kind}/"))
    check(told, shape(document, f"/api/{kind}/{{id}}/"))


def test_bare_records_are_as_the_document_says(document, officer_client, office):
    tie = ReferenceTieFactory(start_date=None)
    alert = AlertFactory(relationship__office=office)

    for kind, record in [("relationships", tie), ("alerts", alert)]:
        told = officer_client.get(f"/api/{kind}/{record.pk}/").json()
        check(told, shape(document, f"/api/{kind}/{{id}}/"))


@pytest.mark.parametrize("kind", MADE)
def test_every_field_that_is_told_is_in_the_document_and_always_there(
    kind, document, officer_client, office
):
    told = officer_client.get(f"/api/{kind}/{MADE[kind](office).pk}/").json()
    schema = document["paths"][f"/api/{kind}/{{id}}/"]["get"]["responses"]["200"]
    name = schema["content"]["application/json"]["schema"]["$ref"].rsplit("/", 1)[1]

    declared = document["components"]["schemas"][name]

    assert set(declared["properties"]) == set(told) == set(declared["required"])


@pytest.mark.parametrize("kind", MADE)
def test_every_filter_of_the_document_is_taken(kind, document, officer_client):
    parameters = document["paths"][f"/api/{kind}/"]["get"]["parameters"]

    for parameter in parameters:
        answer = officer_client.get(f"/api/{kind}/", {parameter["name"]: ""})
        assert answer.status_code == 200, parameter["name"]


def test_an_answer_that_breaks_the_document_is_noticed(document, officer_client, office):
    told = officer_client.get(f"/api/activities/{an_activity(office).pk}/").json()

    with pytest.raises(jsonschema.ValidationError):
        check(told | {"involvement": "X"}, shape(document, "/api/activities/{id}/"))
