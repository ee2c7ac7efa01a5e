from datetime import date

import pytest

from reports.daily_round import make_round
from reports.models import Alert, AlertStep, Evaluation, Message
from tests.factories import (
    ActivityFactory,
    MembershipFactory,
    OfficeFactory,
    ProgrammeFactory,
    ReferenceTieFactory,
    RelationshipFactory,
)
from tests.reports.silent_ties import official_tie, silent_tie

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 3)


def evaluate(office, as_of=TODAY, **how):
    return make_round(office=office, as_of=as_of, **how)


def kinds(tie):
    return sorted(tie.alerts.values_list("kind", "period"))


def test_a_year_is_evaluated_once_with_its_figures_rule_and_rows(office):
    tie = silent_tie(office)

    evaluate(office)

    evaluation = Evaluation.objects.get()
    assert (evaluation.year, evaluation.as_of) == (2025, date(2025, 12, 31))
    assert evaluation.activity_status == "inactive"
    alert = tie.alerts.get()
    assert (alert.kind, alert.period, alert.as_of) == ("inactive", "2025", date(2025, 12, 31))
    assert alert.evaluation == evaluation
    assert (alert.figures["last_activity"], alert.figures["months"]) == ("2018-12-03", 84)
    assert alert.rule["inactive_months"] == 60
    assert [activity.title for activity in alert.activities.all()] == ["Mayor's visit"]


def test_a_second_run_adds_nothing(office, officer):
    silent_tie(office)
    official_tie(office)
    evaluate(office)
    before = [model.objects.count() for model in (Evaluation, Alert, AlertStep, Message)]

    again = evaluate(office)

    assert (again.evaluated, again.raised, again.messages) == ([], [], [])
    after = [model.objects.count() for model in (Evaluation, Alert, AlertStep, Message)]
    assert after == before
    assert min(before[0], before[1], before[3]) > 0


def test_of_several_years_only_the_newest_alert_asks(office, officer):
    tie = silent_tie(office, last="2012-05-05")
    evaluate(office, date(2023, 2, 1))

    evaluate(office)

    (asking,) = tie.alerts.unresolved()
    assert asking.period == "2025"
    oldest = tie.alerts.get(period="2022")
    assert oldest.steps.get().note == "A newer alert takes its place: inactive, 2023."


@pytest.mark.parametrize("status", ["proposed", "ended", "historical"])
def test_ties_nobody_answers_for_are_evaluated_and_raise_nothing(office, status):
    silent_tie(office, legal_status=status)

    evaluate(office)

    assert Evaluation.objects.count() == 1
    assert not Alert.objects.exists()


def test_reference_ties_and_other_offices_are_left_alone(office):
    silent_tie(OfficeFactory())
    ReferenceTieFactory()

    evaluate(office)

    assert not Evaluation.objects.exists()


def test_officials_alone_are_flagged_with_the_rows_of_the_window(office):
    tie = official_tie(office, years=(2015, 2021, 2022, 2023, 2025))

    evaluate(office)

    assert kinds(tie) == [("official_heavy", "2025"), ("official_only", "2025")]
    rows = tie.alerts.get(kind="official_heavy").activities
    assert {row.start_date.year for row in rows.all()} == {2021, 2022, 2023, 2025}


def test_a_silent_tie_without_returns_is_not_reported(office):
    tie = silent_tie(office, returned=())

    evaluate(office)

    assert kinds(tie) == [("not_reported", "2025")]


def test_a_due_programme_without_an_activity_is_missed(office):
    tie = RelationshipFactory(office=office)
    exchange = ProgrammeFactory(relationship=tie, name="Exchange", first_year=2019, every_years=2)
    ProgrammeFactory(relationship=tie, name="Over", first_year=2015, last_year=2024)
    held = ActivityFactory(relationships=[tie], when="2023-07-01", programme=exchange)

    evaluate(office)

    missed = tie.alerts.get(kind="programme_missed")
    assert missed.period == f"2025/programme-{exchange.pk}"
    assert (missed.figures["name"], missed.figures["last_held"]) == ("Exchange", "2023-07-01")
    assert list(missed.activities.all()) == [held]


def test_an_occurrence_that_was_held_is_not_missed(office):
    tie = RelationshipFactory(office=office)
    exchange = ProgrammeFactory(relationship=tie)
    ActivityFactory(relationships=[tie], when="2025-07-01", programme=exchange)

    evaluate(office)

    assert not tie.alerts.filter(kind="programme_missed").exists()


def test_a_snooze_goes_over_to_next_years_alert(office, officer):
    tie = silent_tie(office, last="2012-05-05")
    evaluate(office, date(2025, 2, 3))
    tie.alerts.get().snooze(
        by=officer, until=date(2026, 9, 1), reason="Elections there", on=date(2025, 3, 1)
    )

    done = evaluate(office)

    newer = tie.alerts.get(period="2025")
    assert (newer.state, newer.snoozed_until) == ("snoozed", date(2026, 9, 1))
    assert "Elections there" in newer.steps.get().note
    assert done.messages == []


def test_a_plan_still_to_come_goes_over_too(office, officer):
    tie = silent_tie(office, last="2012-05-05")
    evaluate(office, date(2025, 2, 3))
    choir = ActivityFactory(
        relationships=[tie], when="2026-05-20", status="planned", recorded_date=date(2025, 3, 1)
    )
    tie.alerts.get().plan(by=officer, activity=choir)

    evaluate(office)

    newer = tie.alerts.get(period="2025")
    assert (newer.state, newer.planned_activity) == ("planned", choir)


def test_a_year_evaluated_late_gives_way_to_the_newer_alert(office):
    tie = silent_tie(office, last="2012-05-05")
    evaluate(office)

    evaluate(office, date(2024, 3, 1), year=2023)

    (asking,) = tie.alerts.unresolved()
    assert asking.period == "2025"
    assert tie.alerts.get(period="2023").state == "resolved"


def test_a_dry_run_tells_the_same_and_writes_nothing(office, officer):
    silent_tie(office)

    tried = evaluate(office, dry_run=True)
    models = (Evaluation, Alert, AlertStep, Message)
    written = [model.objects.count() for model in models]
    done = evaluate(office)

    assert written == [0, 0, 0, 0]
    assert [(alert.kind, alert.figures) for alert in tried.raised] == [
        (alert.kind, alert.figures) for alert in done.raised
    ]
    assert len(tried.messages) == len(done.messages) == 1


def test_a_round_that_fails_leaves_nothing(office, officer, monkeypatch):
    silent_tie(office)

    def fail(**_given):
        raise RuntimeError

    monkeypatch.setattr("reports.daily_round.write_digests", fail)

    with pytest.raises(RuntimeError):
        evaluate(office)

    assert not Evaluation.objects.exists()
    assert not Alert.objects.exists()


def test_the_queries_do_not_grow_with_the_evaluated_ties(office, django_assert_max_num_queries):
    for _tie in range(12):
        ActivityFactory(
            relationships=[RelationshipFactory(office=office)], when="2025-05-05", students=5
        )
    MembershipFactory(office=office)

    with django_assert_max_num_queries(75):
        done = evaluate(office)

    assert done.raised == []
    assert Evaluation.objects.count() == 12
