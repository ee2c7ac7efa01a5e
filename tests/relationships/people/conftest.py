import pytest

from tests.factories import CityFactory, ContactFactory, OrganisationFactory, RelationshipFactory


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def tie(office):
    """Montréal – Shanghai."""
    return RelationshipFactory(
        office=office,
        home_city=CityFactory(name="Montréal", country="CA"),
        partner_city=CityFactory(name="Shanghai", native_name="上海", country="CN"),
    )


@pytest.fixture
def foreign_office(office):
    return OrganisationFactory(
        office=office, name="Shanghai Foreign Affairs Office", side="partner", kind="government"
    )


@pytest.fixture
def person(office, tie):
    """``person("Zhang Wei", ...)`` is somebody of Montréal's tie with Shanghai."""

    def make(name, relationships=(), **fields):
        contact = ContactFactory(office=office, name=name, **fields)
        contact.relationships.add(*(relationships or [tie]))
        return contact

    return make
