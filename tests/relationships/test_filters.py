from types import SimpleNamespace

import pytest

from relationships.filters import RelationshipFilter
from relationships.models import Relationship
from tests.factories import (
    CityFactory,
    MembershipFactory,
    ReferenceTieFactory,
    RelationshipFactory,
    TagFactory,
)

pytestmark = pytest.mark.django_db


def narrowed(user, **chosen):
    return RelationshipFilter(
        data=chosen,
        queryset=Relationship.objects.visible_to(user),
        request=SimpleNamespace(user=user),
    )


@pytest.mark.parametrize("typed", ["Quebec", "québec", "QUÉBEC"])
def test_a_city_is_found_whatever_case_and_accents(officer, office, typed):
    found = RelationshipFactory(office=office, home_city=CityFactory(name="Québec"))
    RelationshipFactory(office=office)

    assert list(narrowed(officer, q=typed).qs) == [found]


def test_reference_ties_are_told_from_those_of_an_office(officer, office):
    own = RelationshipFactory(office=office)
    reference = ReferenceTieFactory()

    assert list(narrowed(officer, scope="own").qs) == [own]
    assert list(narrowed(officer, scope="reference").qs) == [reference]


@pytest.mark.parametrize(
    ("chosen", "fields"),
    [
        ({"country": "JP"}, {"partner_city__country": "JP"}),
        ({"tier": "friendship"}, {"tier": "friendship"}),
        ({"legal_status": "suspended"}, {"legal_status": "suspended"}),
    ],
)
def test_a_choice_keeps_only_its_relationships(officer, office, chosen, fields):
    found = RelationshipFactory(office=office, **fields)
    RelationshipFactory(office=office)

    assert list(narrowed(officer, **chosen).qs) == [found]


def test_owner_tag_and_office_choose_among_ones_own(officer, office):
    tag = TagFactory(office=office)
    found = RelationshipFactory(office=office, owner=officer)
    found.tags.add(tag)
    RelationshipFactory(office=office)

    assert list(narrowed(officer, owner=officer.pk, tag=tag.pk, office=office.slug).qs) == [found]


def test_what_belongs_to_another_office_is_no_choice(officer, outsider, other_office):
    tag = TagFactory(office=other_office)
    chosen = {"office": other_office.slug, "owner": outsider.pk, "tag": tag.pk}

    errors = narrowed(officer, **chosen).errors

    assert set(errors) == {"office", "owner", "tag"}


def test_one_orders_by_declared_columns_only(officer, office):
    later = RelationshipFactory(office=office, start_date="1999-01-01")
    earlier = RelationshipFactory(office=office, start_date="1980-01-01")

    assert list(narrowed(officer, ordering="start_date").qs) == [earlier, later]
    assert list(narrowed(officer, ordering="-start_date").qs) == [later, earlier]
    assert "ordering" in narrowed(officer, ordering="owner__password").errors


def test_equal_rows_come_in_the_order_of_their_keys(officer, office):
    rows = [RelationshipFactory(office=office, tier="sister") for _ in range(3)]

    assert list(narrowed(officer, ordering="-tier").qs) == rows


def test_a_person_of_two_offices_chooses_between_them(officer, office, other_office):
    MembershipFactory(user=officer, office=other_office)
    RelationshipFactory(office=office)
    found = RelationshipFactory(office=other_office)

    assert list(narrowed(officer, office=other_office.slug).qs) == [found]
