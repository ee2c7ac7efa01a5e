from datetime import date

import pytest

from relationships.models import Agreement, Contact, Relationship
from tests.factories import (
    AgreementFactory,
    ContactFactory,
    DecisionFactory,
    OrganisationFactory,
    ReferenceTieFactory,
    RelationshipFactory,
)

pytestmark = pytest.mark.django_db


def test_a_tie_is_found_whichever_city_is_named_first():
    tie = RelationshipFactory()
    RelationshipFactory()

    assert Relationship.objects.between(tie.partner_city, tie.home_city).get() == tie
    assert Relationship.objects.between(tie.home_city, tie.partner_city).get() == tie


def test_reference_ties_are_told_from_an_offices_own(officer, office):
    own, reference = RelationshipFactory(office=office), ReferenceTieFactory()

    seen = Relationship.objects.visible_to(officer)

    assert list(seen.owned()) == [own]
    assert list(seen.reference()) == [reference]
    assert reference.is_reference
    assert not own.is_reference


def test_ties_in_force():
    tie = RelationshipFactory()
    RelationshipFactory(legal_status="suspended")

    assert list(Relationship.objects.in_force()) == [tie]


def test_a_start_is_told_as_precisely_as_it_is_known():
    tie = RelationshipFactory(start_date=date(1980, 7, 1), start_precision="month")

    assert str(tie.since) == "1980-07"
    assert RelationshipFactory(start_date=None).since is None


def test_a_change_of_legal_status_is_kept_with_who_and_why(coordinator, office):
    tie = RelationshipFactory(office=office)
    decision = DecisionFactory(relationship=tie)

    tie.record_legal_status("suspended", on=date(2020, 1, 1), by=coordinator, decision=decision)

    tie.refresh_from_db()
    change = tie.legal_status_changes.get()
    assert (tie.legal_status, tie.updated_by, tie.version) == ("suspended", coordinator, 2)
    assert (change.created_by, change.decision) == (coordinator, decision)


def test_an_older_change_that_comes_in_late_does_not_undo_a_newer_one():
    tie = RelationshipFactory()
    tie.record_legal_status("ended", on=date(2021, 1, 1))

    tie.record_legal_status("suspended", on=date(2020, 1, 1))

    tie.refresh_from_db()
    assert tie.legal_status == "ended"
    assert [change.status for change in tie.legal_status_changes.all()] == ["suspended", "ended"]


def test_an_agreement_is_current_until_another_supersedes_it():
    old = AgreementFactory()
    new = AgreementFactory(
        relationship=old.relationship, supersedes=old, signed_date=date(2005, 1, 1)
    )

    assert list(Agreement.objects.current()) == [new]


@pytest.mark.parametrize(
    ("on", "in_post"),
    [
        (date(2018, 12, 31), False),
        (date(2019, 1, 1), True),
        (date(2020, 12, 31), True),
        (date(2021, 1, 1), False),
    ],
)
def test_a_contact_is_in_post_on_both_ends(on, in_post):
    ContactFactory(from_date=date(2019, 1, 1), to_date=date(2020, 12, 31))

    assert Contact.objects.in_post(on).exists() == in_post


@pytest.mark.parametrize(
    ("kind", "sector"),
    [
        ("government", "government"),
        ("business", "business"),
        ("school", "community"),
        ("society", "community"),
        ("other", ""),
    ],
)
def test_an_organisation_that_leads_counts_for_its_sector(kind, sector):
    assert OrganisationFactory(kind=kind).sector == sector
