from datetime import date

import pytest

from tests.factories import ContactFactory, OrganisationFactory, RelationshipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def four(office, tie, foreign_office, person):
    """One in post and verified, one that left, one never verified on our side, one of nobody."""
    person("Zhang Wei", organisation=foreign_office, verified_date=date(2025, 12, 1))
    person("Li Na", to_date=date(2015, 6, 30), verified_date=date(2015, 1, 1))
    person("Berg Anna", side="ours", post="Protocol")
    ContactFactory(
        office=office, name="Sato Yuki", native_name="佐藤 優希", to_date=date(2026, 2, 3)
    )
    return office


def listed(browser, **query):
    answer = browser.get("/people/", query)
    assert answer.status_code == 200
    return [contact.family_name for contact in answer.context["page_obj"]]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["Berg", "Li", "Sato", "Zhang"]),
        ({"q": "佐藤"}, ["Sato"]),
        ({"q": "wei zhang"}, ["Zhang"]),
        ({"q": "foreign affairs"}, ["Zhang"]),
        ({"side": "ours"}, ["Berg"]),
        ({"post": "now"}, ["Berg", "Sato", "Zhang"]),
        ({"post": "former"}, ["Li"]),
        ({"verified": "over_a_year"}, ["Berg", "Li", "Sato"]),
        ({"verified": "never"}, ["Berg", "Sato"]),
        ({"keep": "due"}, ["Li"]),
        ({"ordering": "-name"}, ["Zhang", "Sato", "Li", "Berg"]),
        ({"q": "nobody"}, []),
        (
            {"q": "\x00", "side": "x", "ordering": "id"},
            ["Berg", "Li", "Sato", "Zhang"],
        ),
        ({"relationship": "9" * 30}, ["Berg", "Li", "Sato", "Zhang"]),
    ],
)
def test_the_list_is_narrowed(officer_client, four, query, names):
    assert listed(officer_client, **query) == names


def test_by_relationship_and_by_organisation(officer_client, four, tie, foreign_office):
    assert listed(officer_client, relationship=tie.pk) == ["Berg", "Li", "Zhang"]
    assert listed(officer_client, organisation=foreign_office.pk) == ["Zhang"]


def test_ties_of_another_office_are_not_offered(officer_client, four, other_office):
    foreign = RelationshipFactory(office=other_office)

    answer = officer_client.get("/people/", {"relationship": foreign.pk})

    assert "relationship" in answer.context["filter"].form.errors


def test_a_list_of_nobody_says_what_will_stand_there(officer_client, office):
    assert "Nobody is on record yet" in officer_client.get("/people/").text


def test_whoever_may_anonymise_is_told_who_is_due(officer_client, coordinator_client, four):
    words = "1 person has been out of post for more than 5 years"

    assert words in coordinator_client.get("/people/").text
    assert words not in officer_client.get("/people/").text


def test_the_organisations_are_narrowed(officer_client, four, office, foreign_office):
    OrganisationFactory(office=office, name="École Saint-Jean", side="ours", kind="school")

    def names(**query):
        answer = officer_client.get("/people/organisations/", query)
        return [(body.name, body.people) for body in answer.context["page_obj"]]

    assert names() == [("Shanghai Foreign Affairs Office", 1), ("École Saint-Jean", 0)]
    assert names(q="ecole") == [("École Saint-Jean", 0)]
    assert names(side="partner", kind="government") == [("Shanghai Foreign Affairs Office", 1)]
    assert names(q="nowhere") == []


@pytest.mark.parametrize("address", ["/people/", "/people/organisations/", "/people/duplicates/"])
def test_twenty_rows_take_no_more_queries_than_two(
    officer_client, office, tie, address, django_assert_max_num_queries
):
    def fill(count):
        for n in range(count):
            body = OrganisationFactory(
                office=office, name=f"Body {n} of {count}", city=tie.home_city
            )
            body.website = "https://example.org/same"
            body.save()
            contact = ContactFactory(office=office, organisation=body, email="same@example.org")
            contact.relationships.add(tie)

    fill(2)
    officer_client.get(address)
    with django_assert_max_num_queries(100) as few:
        officer_client.get(address)
    fill(20)
    with django_assert_max_num_queries(100) as many:
        officer_client.get(address)

    assert len(many) <= len(few)
