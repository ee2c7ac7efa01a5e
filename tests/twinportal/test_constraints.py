"""Every promise of the database is broken once: it refuses, and says so in its sentence."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from activities.choices import Group
from tests import factories as make
from tests.factories.by_model import our_models

pytestmark = pytest.mark.django_db

# How a record that keeps its promise is changed into one that breaks it.
CHECKS = {
    "user_email_in_lower_case": (make.UserFactory, {"email": "Ann@example.org"}),
    "office_fiscal_month_is_a_month": (make.OfficeFactory, {"fiscal_year_start_month": 13}),
    "office_stands_still_only_as_demonstration": (
        make.OfficeFactory,
        {"demonstration_date": date(2019, 12, 31)},
    ),
    "office_shares_no_demonstration": (
        make.OfficeFactory,
        {"is_demonstration": True, "shares_with_network": True},
    ),
    "office_publishes_no_demonstration": (
        make.OfficeFactory,
        {"is_demonstration": True, "has_public_register": True},
    ),
    "office_register_licence_is_known": (make.OfficeFactory, {"register_licence": "mine"}),
    "membership_council_digest_is_known": (make.MembershipFactory, {"council_digest": "hourly"}),
    "membership_role_is_known": (make.MembershipFactory, {"role": "king"}),
    "agreement_ends_after_it_begins": (make.AgreementFactory, {"end_date": date(1985, 5, 13)}),
    "agreement_ends_early_within_its_term": (
        make.AgreementFactory,
        {"end_date": date(1990, 5, 13), "ended_date": date(1990, 5, 14)},
    ),
    "agreement_notice_needs_an_end": (make.AgreementFactory, {"notice_days": 90}),
    "agreement_does_not_supersede_itself": (
        make.AgreementFactory,
        lambda agreement: {"supersedes": agreement},
    ),
    "agreement_signed_first_day": (make.AgreementFactory, {"signed_precision": "month"}),
    "city_coordinates_whole_and_on_earth": (make.CityFactory, {"latitude": 45.5}),
    "city_has_a_name": (make.CityFactory, {"name": ""}),
    "leader_leaves_after_arriving": (make.LeaderFactory, {"to_date": date(2017, 10, 31)}),
    "leader_from_first_day": (make.LeaderFactory, {"from_precision": "year"}),
    "contact_leaves_after_arriving": (
        make.ContactFactory,
        {"from_date": date(2019, 1, 2), "to_date": date(2019, 1, 1)},
    ),
    "contact_has_a_name": (make.ContactFactory, {"family_name": ""}),
    "contact_anonymised_is_blank": (make.ContactFactory, {"anonymised_at": timezone.now()}),
    "contact_merged_at_a_moment": (make.ContactFactory, {"merged_at": timezone.now()}),
    "organisation_merged_at_a_moment": (make.OrganisationFactory, {"merged_at": timezone.now()}),
    "relationship_of_two_cities": (
        make.RelationshipFactory,
        lambda tie: {"partner_city": tie.home_city},
    ),
    "relationship_start_first_day": (make.RelationshipFactory, {"start_precision": "month"}),
    "legal_status_first_day": (make.LegalStatusChangeFactory, {"precision": "year"}),
    "shock_ends_after_it_begins": (make.ShockFactory, {"end_date": date(2018, 11, 30)}),
    "activity_ends_after_it_starts": (make.ActivityFactory, {"end_date": date(2019, 5, 13)}),
    "activity_held_is_past": (make.ActivityFactory, {"recorded_date": date(2019, 5, 13)}),
    "activity_reason_only_if_not_held": (make.ActivityFactory, {"reason_code": "budget"}),
    "activity_void_says_why": (make.ActivityFactory, {"status": "void"}),
    "activity_has_a_title": (make.ActivityFactory, {"title": ""}),
    "activity_start_first_day": (make.ActivityFactory, {"start_precision": "month"}),
    "activity_end_last_day": (make.ActivityFactory, {"end_precision": "month"}),
    **{
        f"activity_{group.value}_known_or_not": (
            make.ActivityFactory,
            {group.value: 3, f"{group.value}_unnumbered": True},
        )
        for group in Group
    },
    **{
        f"activity_{name}_not_negative": (make.ActivityFactory, {name: -1})
        for name in [*Group.values, "travellers", "minors", "women"]
    },
    "import_has_its_file_until_taken": (make.ImportFactory, {"state": "uploaded"}),
    "import_kept_for_an_office": (make.ImportFactory, {"office": None, "file": "rows.csv"}),
    "import_taken_at_a_moment": (make.ImportFactory, {"taken_at": None}),
    "import_taken_back_at_a_moment": (make.ImportFactory, {"state": "taken_back"}),
    "import_within_its_steps": (make.ImportFactory, {"done": 3, "total": 2}),
    "source_row_of_one_record": (make.SourceRowFactory, {"kind": "activity"}),
    "funding_not_negative": (make.FundingLineFactory, {"amount": -1}),
    "funding_rate_positive": (make.FundingLineFactory, {"rate": 0}),
    "travel_returns_after_leaving": (make.TravelLineFactory, {"to_date": date(2019, 5, 13)}),
    "travel_council_pays_part_of_total": (make.TravelLineFactory, {"total_cost": 3999}),
    "aid_quantity_has_a_unit": (make.AidLineFactory, {"quantity": 100}),
    "aid_arrives_after_shipping": (
        make.AidLineFactory,
        {"shipped_date": date(2020, 3, 2), "arrived_date": date(2020, 3, 1)},
    ),
    "programme_recurs": (make.ProgrammeFactory, {"every_years": 0}),
    "programme_ends_after_it_begins": (make.ProgrammeFactory, {"last_year": 2014}),
    "alert_snoozed_until_a_day": (make.AlertFactory, {"state": "snoozed"}),
    "alert_resolved_at_a_moment": (make.AlertFactory, {"state": "resolved"}),
    "edition_numbered_when_issued": (make.EditionFactory, {"number": 1}),
    "edition_restates_for_a_reason": (
        make.EditionFactory,
        lambda edition: {"restates": make.IssuedEditionFactory(office=edition.office)},
    ),
    "network_edition_frozen_whole": (make.NetworkEditionFactory, {"sha256": "0" * 64}),
    "job_run_within_its_steps": (make.JobRunFactory, {"done": 3, "total": 2}),
    "message_sent_at_a_moment": (make.MessageFactory, {"state": "sent"}),
    "policy_months_rise": (make.PolicyFactory, {"active_months": 24}),
    "policy_window_years_in_range": (make.PolicyFactory, {"window_years": 0}),
    "policy_percents_are_percents": (make.PolicyFactory, {"heavy_percent": 101}),
}

# Which columns make a second record the same as the first.
UNIQUES = {
    "membership_once_per_office": (make.MembershipFactory, ["user", "office"]),
    "city_once_per_region": (make.CityFactory, ["name", "country", "region"]),
    "city_alias_once": (make.CityAliasFactory, ["city", "name"]),
    "home_city_once": (make.HomeCityFactory, ["office", "city"]),
    "leader_one_at_a_time": (make.LeaderFactory, ["city", "post", "from_date"]),
    "organisation_once_per_side": (make.OrganisationFactory, ["office", "name", "side"]),
    "primary_contact_once_per_side": (make.PrimaryContactFactory, ["relationship", "side"]),
    "tag_once_per_office": (make.TagFactory, ["office", "name"]),
    "legal_status_once_a_day": (
        make.LegalStatusChangeFactory,
        ["relationship", "date", "status"],
    ),
    "agreement_one_document_at_a_time": (make.AgreementDocumentFactory, ["agreement"]),
    "attachment_once_per_activity": (make.AttachmentFactory, ["activity", "sha256"]),
    "checked_row_once": (make.CheckedRowFactory, ["source", "line"]),
    "source_key_once_per_office": (make.SourceRowFactory, ["office", "kind", "key"]),
    "programme_once_per_relationship": (make.ProgrammeFactory, ["relationship", "name"]),
    "alert_once_a_period": (make.AlertFactory, ["relationship", "kind", "period"]),
    "annual_return_once_a_year": (make.AnnualReturnFactory, ["relationship", "year"]),
    "calendar_feed_once_per_office": (make.CalendarFeedFactory, ["user", "office"]),
    "edition_file_once_per_format": (make.EditionFileFactory, ["edition", "format"]),
    "network_edition_file_once_per_format": (
        make.NetworkEditionFileFactory,
        ["edition", "format"],
    ),
    "evaluation_once_a_year": (make.EvaluationFactory, ["relationship", "year", "rule_version"]),
    "message_once_per_digest": (make.MessageFactory, ["office", "digest", "recipient"]),
    "policy_one_version_a_day": (make.PolicyFactory, ["office", "tier", "valid_from"]),
    "default_policy_one_version_a_day": (make.DefaultPolicyFactory, ["tier", "valid_from"]),
}


def city_with_a_number():
    return make.CityFactory(), {"wikidata_id": make.CityFactory(wikidata_id="Q340").wikidata_id}


def tie_the_other_way_round():
    first = make.RelationshipFactory()
    second = make.RelationshipFactory(office=first.office)
    return second, {"home_city": first.partner_city, "partner_city": first.home_city}


def reference_tie_the_other_way_round():
    first, second = make.ReferenceTieFactory(), make.ReferenceTieFactory()
    return second, {"home_city": first.partner_city, "partner_city": first.home_city}


def reference_row_of_the_same_key():
    first, second = [
        make.SourceRowFactory(office=None, relationship=make.ReferenceTieFactory())
        for _ in range(2)
    ]
    return second, {"key": first.key}


def activity_twice_in_a_relationship():
    activity, other = make.ActivityFactory(), make.ActivityFactory()
    first, second = activity.activity_relationships.get(), other.activity_relationships.get()
    return second, {"activity": first.activity, "relationship": first.relationship}


def field_twice():
    activity = make.ActivityFactory(fields=["sport", "youth"])
    return activity.fields.get(field="youth"), {"field": "sport"}


def edition_issued_beside(**first):
    """A draft beside an issued edition, and what would issue it."""
    standing = make.IssuedEditionFactory(**first)
    issued = {"state": "issued", "issued_at": standing.issued_at, "summary": {}}
    return make.EditionFactory(office=standing.office, year=standing.year), issued


def edition_of_a_number_given():
    draft, issued = edition_issued_beside(state="restated")
    return draft, issued | {"number": 1}


def edition_beside_one_that_stands():
    draft, issued = edition_issued_beside()
    return draft, issued | {"number": 2}


BY_HAND = {
    "city_wikidata_once": city_with_a_number,
    "relationship_once_per_office": tie_the_other_way_round,
    "reference_tie_once": reference_tie_the_other_way_round,
    "source_key_once_among_references": reference_row_of_the_same_key,
    "activity_once_per_relationship": activity_twice_in_a_relationship,
    "activity_field_once": field_twice,
    "edition_number_once": edition_of_a_number_given,
    "edition_one_stands": edition_beside_one_that_stands,
}

PROMISES = {promise.name: promise for model in our_models() for promise in model._meta.constraints}


def broken(name):
    """A saved record and the changes with which it would break the promise ``name``."""
    if name in BY_HAND:
        return BY_HAND[name]()
    if name in CHECKS:
        factory, changes = CHECKS[name]
        record = factory()
        return record, changes(record) if callable(changes) else changes
    factory, columns = UNIQUES[name]
    first, second = factory(), factory()
    return second, {column: getattr(first, column) for column in columns}


def change(record, changes):
    for column, value in changes.items():
        setattr(record, column, value)


def refused_by(error) -> str:
    """What the database names when it refuses: a promise, or the columns of one."""
    if connection.vendor == "postgresql":
        return error.__cause__.diag.constraint_name
    return str(error)


def names_of(promise) -> list[str]:
    """By what the database may name ``promise``, each of which must then be found."""
    if promise.name.endswith("_not_negative"):
        # A column of whole numbers has such a promise of its own, which is asked first.
        return [promise.name.removeprefix("activity_").removesuffix("_not_negative")]
    if isinstance(promise, models.UniqueConstraint) and connection.vendor == "sqlite":
        return list(promise.fields) or [promise.name]
    return [promise.name]


def test_every_promise_is_broken_here():
    assert set(PROMISES) == {*CHECKS, *UNIQUES, *BY_HAND}


@pytest.mark.parametrize("name", PROMISES)
def test_the_database_refuses_a_broken_promise(name):
    record, changes = broken(name)
    change(record, changes)

    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        record.save()

    for part in names_of(PROMISES[name]):
        assert part in refused_by(refused.value)


@pytest.mark.parametrize("name", PROMISES)
def test_a_broken_promise_is_said_in_its_own_sentence(name):
    record, changes = broken(name)
    record.validate_constraints()
    change(record, changes)

    with pytest.raises(ValidationError) as said:
        record.validate_constraints()

    sentence = str(PROMISES[name].violation_error_message)
    assert sentence in said.value.messages
    assert "Constraint" not in sentence


@pytest.mark.parametrize("name", sorted(set(PROMISES) - {"user_email_in_lower_case"}))
def test_a_record_that_breaks_a_promise_is_not_clean(name):
    record, changes = broken(name)
    change(record, changes)

    with pytest.raises(ValidationError):
        record.full_clean()


def test_an_address_is_put_in_lower_case_before_the_promise_is_asked():
    user = make.UserFactory(password="made up")
    user.email = "Ann@Example.org"

    user.full_clean()

    assert user.email == "ann@example.org"
