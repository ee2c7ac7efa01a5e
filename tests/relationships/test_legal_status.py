"""What may follow what, from when, by which decision; and that activity has no part in it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from activities.models import Activity
from relationships.dates import PartialDate
from relationships.legal_status import MAY_FOLLOW, change_legal_status, record_decision, take_back
from relationships.models import Decision, LegalStatusChange
from relationships.models.relationship import LegalStatus
from relationships.papers import legal_steps
from tests.factories import (
    ActivityFactory,
    AgreementFactory,
    AlertFactory,
    DecisionFactory,
    RelationshipFactory,
)

pytestmark = pytest.mark.django_db

TODAY = date(2026, 2, 3)


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office, start_date=date(1985, 5, 14))


@pytest.fixture
def change(officer):
    """``change(tie, "suspended", "2020-03")`` on the third of February 2026."""

    def to(tie, status, since, **kwargs):
        told = {"by": officer, "today": TODAY, "since": PartialDate.parse(since)} | kwargs
        return change_legal_status(relationship=tie, to=status, **told)

    return to


def refusal(act, *args, **kwargs):
    with pytest.raises(ValidationError) as refused:
        act(*args, **kwargs)
    return refused.value.messages[0]


def test_a_tie_goes_its_way_from_proposal_to_history(change, office):
    tie = RelationshipFactory(office=office, legal_status="proposed", start_date=None)
    way = [("in_force", "1990"), ("suspended", "2014-02"), ("in_force", "2015-06-30"),
           ("ended", "2020-01-01"), ("historical", "2021")]  # fmt: skip

    for status, since in way:
        change(tie, status, since)

    tie.refresh_from_db()
    assert tie.legal_status == "historical"
    assert str(tie.since) == "1990"
    assert [(step.status, str(step.since)) for step in legal_steps(tie)] == way


@pytest.mark.parametrize("now", LegalStatus.values)
@pytest.mark.parametrize("to", LegalStatus.values)
def test_only_what_may_follow_does(change, office, now, to):
    tie = RelationshipFactory(office=office, legal_status=now)

    if to in MAY_FOLLOW[now]:
        assert change(tie, to, "2020").status == to
    else:
        assert "relationship" in refusal(change, tie, to, "2020")
        assert not tie.legal_status_changes.exists()


@pytest.mark.parametrize(
    ("since", "sentence"),
    [
        ("2026-02-04", "4 Feb 2026 is still to come."),
        ("1984", "The relationship dates from 14 May 1985"),
    ],
)
def test_a_change_lies_between_the_beginning_and_today(change, tie, since, sentence):
    assert sentence in refusal(change, tie, "suspended", since)


def test_a_change_is_not_earlier_than_the_one_before(change, tie):
    change(tie, "suspended", "2020-03")

    assert "It is suspended since March 2020" in refusal(change, tie, "ended", "2019")
    assert change(tie, "ended", "2020-03").status == "ended"


@pytest.mark.parametrize("result", ["lost", "deferred", "withdrawn"])
def test_only_a_decision_that_was_carried_changes_the_status(tie, officer, result):
    decision = Decision(
        relationship=tie, body="Council", decided_date=date(2020, 3, 4), motion="End", result=result
    )

    said = refusal(
        record_decision, decision=decision, by=officer, today=TODAY, legal_status="ended"
    )

    assert said == "Only a decision that was carried changes the legal status."
    assert not Decision.objects.exists()


def test_a_motion_that_was_lost_is_kept(tie, officer):
    decision = Decision(
        relationship=tie, body="Council", decided_date=date(2020, 3, 4), motion="End", result="lost"
    )

    assert record_decision(decision=decision, by=officer, today=TODAY) is None

    tie.refresh_from_db()
    assert (tie.decisions.get().created_by, tie.legal_status) == (officer, "in_force")


def test_a_decision_changes_the_status_from_its_own_day_or_a_later_one(tie, officer):
    def decided(day, status, since=None):
        decision = Decision(
            relationship=tie, body="Council", decided_date=day, motion="So", result="carried"
        )
        return record_decision(
            decision=decision, by=officer, today=TODAY, legal_status=status, since=since
        )

    suspended = decided(date(2022, 3, 3), "suspended")
    ended = decided(date(2023, 5, 1), "ended", PartialDate(date(2023, 12, 31)))

    assert str(suspended.since) == "2022-03-03"
    assert (str(ended.since), ended.decision.body) == ("2023-12-31", "Council")
    early = PartialDate(date(2024, 1, 1))
    assert "before it" in refusal(decided, date(2024, 2, 1), "in_force", early)


def test_a_wrong_change_is_taken_back_and_stays_in_the_history(change, tie, officer):
    change(tie, "suspended", "2020")
    wrong = change(tie, "ended", "2021")

    take_back(change=wrong, by=officer)

    tie.refresh_from_db()
    wrong.refresh_from_db()
    assert tie.legal_status == "suspended"
    assert [step.status for step in legal_steps(tie)] == ["in_force", "suspended"]
    assert (wrong.taken_back_by, LegalStatusChange.objects.count()) == (officer, 2)
    assert change(tie, "ended", "2021").status == "ended"


def test_the_only_change_taken_back_leaves_what_was_before(change, office, officer):
    tie = RelationshipFactory(office=office, legal_status="proposed", start_date=None)

    take_back(change=change(tie, "in_force", "2020"), by=officer)

    tie.refresh_from_db()
    assert (tie.legal_status, tie.start_date) == ("proposed", None)


def test_only_the_latest_change_is_taken_back_and_only_once(change, tie, officer):
    first, second = change(tie, "suspended", "2020"), change(tie, "ended", "2021")

    assert "Only the latest" in refusal(take_back, change=first, by=officer)
    take_back(change=second, by=officer)
    assert "Only the latest" in refusal(take_back, change=second, by=officer)


def test_no_activity_touches_the_legal_status_and_no_change_of_it_an_activity(change, tie):
    ended = RelationshipFactory(office=tie.office, legal_status="ended")
    activities = [ActivityFactory(relationships=[tie]), ActivityFactory(relationships=[ended])]
    before = list(Activity.objects.order_by("pk").values())
    AgreementFactory(relationship=ended, signed_date=date(2025, 1, 1))
    AlertFactory(relationship=ended)

    change(tie, "suspended", "2020")

    assert list(Activity.objects.order_by("pk").values()) == before
    for activity in activities:
        activity.title = "Another"
        activity.save()
    tie.refresh_from_db()
    ended.refresh_from_db()
    assert (tie.legal_status, ended.legal_status) == ("suspended", "ended")
    assert not ended.legal_status_changes.exists()


def test_the_beginning_is_told_where_only_its_date_is_known(tie, office):
    unknown = RelationshipFactory(office=office, start_date=None)
    DecisionFactory(relationship=tie)

    assert [(step.word, step.can_be_undone) for step in legal_steps(tie)] == [("in force", False)]
    assert legal_steps(unknown) == []
