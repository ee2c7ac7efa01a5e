"""What clears an alert about a day ahead: agreements, reviews, anniversaries, contacts."""

from datetime import date

import pytest

from reports.daily_round import make_round
from tests.factories import (
    ActivityFactory,
    AgreementFactory,
    ContactFactory,
    DecisionFactory,
    RelationshipFactory,
)
from tests.reports.resolving import note_of, raise_alerts, resolve
from tests.reports.silent_ties import START

pytestmark = pytest.mark.django_db


def agreement_alert(office, **values):
    tie = RelationshipFactory(office=office, start_date=START)
    agreement = AgreementFactory(
        relationship=tie, signed_date=date(2023, 5, 4), end_date=date(2026, 5, 4), **values
    )
    raise_alerts(office)
    return agreement, tie.alerts.get(kind="agreement_ending")


def test_a_renewal_clears_an_ending_agreement(office):
    agreement, alert = agreement_alert(office)
    AgreementFactory(
        relationship=agreement.relationship,
        title="Renewal 2026",
        signed_date=date(2026, 3, 1),
        supersedes=agreement,
    )

    resolve(office, date(2026, 3, 2))

    assert note_of(alert) == "Renewal 2026, signed 1 Mar 2026, is on record."


def test_a_later_end_clears_an_ending_agreement(office):
    agreement, alert = agreement_alert(office)
    agreement.end_date = date(2030, 5, 4)
    agreement.save()

    resolve(office, date(2026, 3, 2))

    assert note_of(alert) == "The agreement now ends on 4 May 2030."


def test_once_an_agreement_is_over_its_review_is_asked_for_instead(office):
    agreement, alert = agreement_alert(office)

    make_round(office=office, as_of=date(2026, 5, 5))

    assert note_of(alert) == "The day, 4 May 2026, has passed."
    review = agreement.relationship.alerts.get(kind="review_due")
    assert (review.state, review.figures["because"]) == ("open", "ended")


def test_a_decision_clears_a_review(office):
    tie = RelationshipFactory(office=office, start_date=START)
    AgreementFactory(relationship=tie, signed_date=date(1987, 8, 10))
    raise_alerts(office)
    DecisionFactory(relationship=tie, decided_date=date(2026, 3, 4))

    resolve(office)

    review = tie.alerts.get(kind="review_due")
    assert note_of(review) == "City Council decided on 4 Mar 2026."


def test_a_kept_anniversary_is_named(office):
    tie = RelationshipFactory(office=office, start_date=date(1986, 6, 15))
    raise_alerts(office)
    party = ActivityFactory(relationships=[tie], when="2026-06-14", type="anniversary")

    resolve(office)

    alert = tie.alerts.get(kind="anniversary_ahead")
    assert alert.resolved_by_activity == party


def test_an_anniversary_that_has_passed_asks_no_longer(office):
    tie = RelationshipFactory(office=office, start_date=date(1986, 6, 15))
    raise_alerts(office)

    resolve(office)

    assert note_of(tie.alerts.get(kind="anniversary_ahead")) == "The day, 15 Jun 2026, has passed."


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"verified_date": date(2026, 8, 1)}, "The contact was verified on 1 Aug 2026."),
        ({"to_date": date(2026, 3, 1)}, "The contact has left the post."),
    ],
)
def test_a_contact_verified_or_gone_is_cleared(office, change, sentence):
    tie = RelationshipFactory(office=office, start_date=START)
    contact = ContactFactory(office=office, verified_date=date(2024, 1, 1))
    contact.relationships.add(tie)
    raise_alerts(office)
    for name, value in change.items():
        setattr(contact, name, value)
    contact.save()

    resolve(office)

    assert note_of(tie.alerts.get(kind="contact_unverified")) == sentence
