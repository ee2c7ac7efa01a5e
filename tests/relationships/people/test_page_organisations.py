import pytest

from relationships.models import Organisation
from tests.factories import ActivityFactory, CityFactory, ContactFactory, OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def filled():
    return {
        "side": "partner",
        "name": "No. 2 School",
        "native_name": "第二中学",
        "kind": "school",
        "city": CityFactory(name="Shanghai", country="CN").pk,
        "website": "school.example",
    }


def test_an_organisation_is_put_on_record(officer_client, officer, office, filled):
    answer = officer_client.post("/people/organisations/new/", filled)

    body = Organisation.objects.get()
    assert answer.url == body.get_absolute_url()
    assert (body.office, body.created_by) == (office, officer)
    assert body.native_language == "zh"
    assert body.website == "https://school.example"


@pytest.mark.parametrize(
    ("changes", "box"),
    [
        ({"name": ""}, "name"),
        ({"kind": ""}, "kind"),
        ({"side": ""}, "side"),
        ({"city": "9" * 30}, "city"),
        ({"website": "no address"}, "website"),
    ],
)
def test_what_cannot_be_is_said_at_its_box(officer_client, office, filled, changes, box):
    answer = officer_client.post("/people/organisations/new/", filled | changes)

    assert list(answer.context["form"].errors) == [box]


def test_the_same_organisation_is_not_put_on_record_twice(officer_client, office, filled):
    OrganisationFactory(office=office, name="No. 2 School", side="partner")

    answer = officer_client.post("/people/organisations/new/", filled)

    assert answer.context["form"].errors == {"name": ["This organisation is already on record."]}


def test_the_second_of_two_editors_is_told(officer_client, office, filled):
    body = OrganisationFactory(office=office, side="partner")
    address = f"/people/organisations/{body.pk}/edit/"
    officer_client.post(address, filled | {"version": 1})

    answer = officer_client.post(address, filled | {"version": 1, "name": "Third School"})

    assert answer.status_code == 409
    assert ("Name", "Third School", "No. 2 School") in answer.context["differences"]


def test_the_page_says_what_it_led_and_who_works_there(officer_client, office, tie):
    body = OrganisationFactory(office=office, name="No. 2 School", side="partner")
    ActivityFactory(relationships=[tie], title="Pupils in Montréal", lead_organisation=body)
    ActivityFactory(
        relationships=[tie], title="A mistake", lead_organisation=body,
        status="void", reason_code="mistake",
    )  # fmt: skip
    ContactFactory(office=office, organisation=body, name="Zhang Wei")

    page = officer_client.get(body.get_absolute_url()).text

    assert "Pupils in Montréal" in page
    assert "A mistake" not in page
    assert "Zhang Wei" in page


def test_the_combobox_finds_the_organisations_of_the_office(officer_client, office, other_office):
    OrganisationFactory(office=office, name="École Saint-Jean")
    OrganisationFactory(office=other_office, name="École Saint-Paul")

    found = officer_client.get("/people/organisations/lookup/", {"q": "ecole"}).json()

    assert [choice["text"] for choice in found] == ["École Saint-Jean"]
    assert officer_client.get("/people/organisations/lookup/", {"q": "\x00" * 9}).status_code == 200
