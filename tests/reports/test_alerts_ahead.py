from datetime import date

import pytest

from reports.daily_round import make_round
from tests.factories import (
    ActivityFactory,
    AgreementFactory,
    ContactFactory,
    MembershipFactory,
    RelationshipFactory,
)
from tests.reports.silent_ties import START

pytestmark = pytest.mark.django_db


@pytest.fixture
def tie(office):
    """Alive, so that only what lies ahead is told of it."""
    tie = RelationshipFactory(office=office, start_date=START)
    for day in ("2023-12-01", "2024-12-01", "2025-12-01"):
        ActivityFactory(relationships=[tie], when=day, students=5)
    return tie


@pytest.fixture
def agreement(tie):
    return AgreementFactory(
        relationship=tie, signed_date=date(2023, 5, 4), end_date=date(2026, 5, 4)
    )


def rounds(office, *days):
    return [make_round(office=office, as_of=date.fromisoformat(day)) for day in days]


def test_an_ending_is_told_at_90_60_and_30_days_and_asks_once(office, officer, tie, agreement):
    done = rounds(
        office, "2026-02-02", "2026-02-03", "2026-02-04", "2026-03-05", "2026-04-10", "2026-04-11"
    )

    assert [[alert.period for alert in one.raised] for one in done] == [
        [],
        [f"2026-05-04/agreement-{agreement.pk}/90"],
        [],
        [f"2026-05-04/agreement-{agreement.pk}/60"],
        [f"2026-05-04/agreement-{agreement.pk}/30"],
        [],
    ]
    assert [len(one.messages) for one in done] == [0, 1, 0, 1, 1, 0]
    assert tie.alerts.unresolved().get().period.endswith("/30")


def test_days_on_which_nothing_ran_are_caught_up_once(office, officer, agreement):
    done = rounds(office, "2026-01-01", "2026-04-20", "2026-04-21")

    assert [len(one.raised) for one in done] == [0, 1, 0]


def test_who_settled_it_is_not_asked_again(office, officer, tie, agreement):
    rounds(office, "2026-02-03")
    tie.alerts.get().resolve(by=officer, note="It may end.")

    later = rounds(office, "2026-03-10", "2026-04-10")

    assert [one.raised for one in later] == [[], []]


def test_who_has_seen_it_is_asked_again_at_the_next_step(office, officer, tie, agreement):
    rounds(office, "2026-02-03")
    tie.alerts.get().acknowledge(by=officer)

    (later,) = rounds(office, "2026-03-10")

    assert [alert.state for alert in later.raised] == ["open"]


def test_a_contact_of_several_ties_is_asked_about_once(office, tie):
    contact = ContactFactory(office=office, verified_date=date(2024, 1, 1))
    contact.relationships.add(tie, RelationshipFactory(office=office, start_date=START))

    (done,) = rounds(office, "2025-12-15")

    asked = [alert for alert in done.raised if alert.kind == "contact_unverified"]
    assert [alert.relationship for alert in asked] == [tie]


@pytest.mark.parametrize(
    "gone",
    [
        {"to_date": date(2024, 6, 1), "verified_date": date(2024, 1, 1)},
        {"anonymised_at": "2025-01-01T00:00:00Z", "family_name": "", "given_name": "", "post": ""},
    ],
)
def test_who_left_or_is_anonymised_is_not_asked_about(office, tie, gone):
    contact = ContactFactory(office=office, **gone)
    contact.relationships.add(tie)

    (done,) = rounds(office, "2025-12-15")

    assert done.raised == []


@pytest.mark.parametrize("status", ["proposed", "ended", "historical"])
def test_nothing_is_told_of_ties_nobody_answers_for(office, status):
    over = RelationshipFactory(office=office, legal_status=status, start_date=date(1986, 6, 15))
    AgreementFactory(relationship=over, signed_date=date(2023, 5, 4), end_date=date(2026, 5, 4))

    (done,) = rounds(office, "2026-04-10")

    assert (done.raised, done.sleepers) == ([], [])


def test_a_tie_about_to_fall_asleep_is_written_of_once_at_each_step(office):
    MembershipFactory(office=office)
    tie = RelationshipFactory(office=office, start_date=START)
    ActivityFactory(relationships=[tie], when="2024-05-03", students=5)

    done = rounds(office, "2026-02-02", "2026-02-03", "2026-02-20", "2026-03-05", "2026-04-30")

    told = [[line["key"] for m in one.messages for line in m.ahead] for one in done]
    assert told == [
        [],
        [f"{tie.pk}/dormant/2026-05-04/90"],
        [],
        [f"{tie.pk}/dormant/2026-05-04/60"],
        [f"{tie.pk}/dormant/2026-05-04/30"],
    ]
