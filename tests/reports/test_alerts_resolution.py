from datetime import date

import pytest

from activities.recording import record_activity
from reports.daily_round import make_round
from reports.tasks import resolve_alerts
from tests.factories import (
    ActivityFactory,
    AlertFactory,
    AnnualReturnFactory,
    ProgrammeFactory,
    RelationshipFactory,
)
from tests.reports.resolving import LATER, TODAY, note_of, raise_alerts, resolve
from tests.reports.silent_ties import START, official_tie, silent_tie

pytestmark = pytest.mark.django_db


def test_an_activity_recorded_later_resolves_and_is_named(office):
    tie = silent_tie(office)
    raise_alerts(office)
    visit = ActivityFactory(relationships=[tie], when="2026-05-20", title="Choir", students=20)

    resolve(office)

    alert = tie.alerts.get()
    assert (alert.state, alert.resolved_by_activity) == ("resolved", visit)
    assert note_of(alert) == "“Choir”, 20 May 2026, resolves it."


def test_what_was_held_but_not_yet_recorded_resolves_as_well(office):
    tie = silent_tie(office)
    raise_alerts(office)
    forgotten = ActivityFactory(relationships=[tie], when="2024-05-20", students=20)

    resolve(office)

    assert tie.alerts.get().resolved_by_activity == forgotten


@pytest.mark.parametrize(
    "courtesy", [{"substance": "courtesy"}, {"status": "planned"}, {"status": "cancelled"}]
)
def test_a_greeting_a_plan_and_a_cancelled_visit_clear_nothing(office, courtesy):
    tie = silent_tie(office)
    raise_alerts(office)
    ActivityFactory(relationships=[tie], when="2026-05-20", **courtesy)

    assert resolve(office) == []
    assert tie.alerts.get().state == "open"


def test_citizens_this_year_clear_officials_alone(office):
    tie = official_tie(office, years=(2023, 2024, 2025), start_date=START)
    raise_alerts(office)
    exchange = ActivityFactory(relationships=[tie], when="2026-05-20", students=20)

    resolve(office)

    only = tie.alerts.get(kind="official_only")
    assert (only.state, only.resolved_by_activity) == ("resolved", exchange)
    heavy = tie.alerts.get(kind="official_heavy")
    assert heavy.state == "open"


def test_a_correction_of_the_rows_is_named(office):
    tie = official_tie(office, years=(2023,), start_date=START)
    raise_alerts(office)
    visit = tie.activities.get()
    visit.title, visit.students = "Visit with a school", 12
    visit.save()

    resolve(office)

    alert = tie.alerts.get(kind="official_only")
    assert alert.resolved_by_activity == visit
    assert note_of(alert) == "“Visit with a school” was corrected."


def test_filed_returns_clear_not_reported(office):
    tie = silent_tie(office, returned=range(2021, 2025))
    raise_alerts(office)
    missing = tie.alerts.get().figures["unreported"]
    AnnualReturnFactory(relationship=tie, year=2025, state="nil", attested_date=LATER)

    resolve(office)

    assert missing == [2025]
    assert note_of(tie.alerts.get()) == "The office has returned 2025."


def test_an_alert_is_judged_by_the_rule_it_froze(office):
    tie = silent_tie(office)
    raise_alerts(office)
    office.policies.create(valid_from=date(2026, 3, 1), inactive_months=240)

    assert resolve(office) == []
    assert tie.alerts.get().state == "open"


def test_the_end_of_the_tie_resolves_whatever_is_asked_of_it(office, officer):
    tie = silent_tie(office)
    raise_alerts(office)
    tie.record_legal_status("historical", on=date(2026, 4, 1), by=officer)

    resolve(office)

    assert "historical" in note_of(tie.alerts.get())


def test_an_alert_is_not_judged_by_a_day_before_its_own(office):
    tie = silent_tie(office)
    raise_alerts(office)

    assert resolve(office, date(2019, 1, 1)) == []
    assert tie.alerts.get().state == "open"


def test_a_missed_programme_is_cleared_by_its_occurrence(office):
    tie = RelationshipFactory(office=office, start_date=START)
    exchange = ProgrammeFactory(relationship=tie)
    ActivityFactory(relationships=[tie], when="2024-06-01", programme=exchange)
    raise_alerts(office)
    held = ActivityFactory(relationships=[tie], when="2025-06-01", programme=exchange)

    resolve(office)

    assert tie.alerts.get(kind="programme_missed").resolved_by_activity == held


def test_recording_an_activity_resolves_at_once(
    office, officer, django_capture_on_commit_callbacks, monkeypatch
):
    tie = silent_tie(office)
    raise_alerts(office)
    monkeypatch.setattr(resolve_alerts, "delay", resolve_alerts)
    choir = ActivityFactory.build(office=office, when="2026-03-20", students=9)

    with django_capture_on_commit_callbacks(execute=True):
        record_activity(activity=choir, relationships=[tie], fields=[], by=officer)

    alert = tie.alerts.get()
    assert (alert.state, alert.resolved_by_activity) == ("resolved", choir)


def test_nothing_is_queued_where_no_alert_waits(
    office, officer, django_capture_on_commit_callbacks
):
    tie = RelationshipFactory(office=office)
    choir = ActivityFactory.build(office=office, when="2026-03-20", students=9)

    with django_capture_on_commit_callbacks() as queued:
        record_activity(activity=choir, relationships=[tie], fields=[], by=officer)

    assert queued == []


def test_a_snoozed_alert_asks_again_on_its_day(office, officer):
    tie = silent_tie(office)
    raise_alerts(office)
    alert = tie.alerts.get()
    alert.snooze(by=officer, until=date(2026, 6, 1), reason="Elections there", on=TODAY)

    early = make_round(office=office, as_of=date(2026, 5, 31))
    on_the_day = make_round(office=office, as_of=date(2026, 6, 1))

    assert early.woken == []
    assert on_the_day.woken == [alert]
    assert tie.alerts.get().state == "open"
    assert on_the_day.messages[0].alerts.get() == alert


def test_a_snoozed_alert_that_is_cleared_does_not_ask_again(office, officer):
    tie = silent_tie(office)
    raise_alerts(office)
    tie.alerts.get().snooze(by=officer, until=date(2026, 6, 1), reason="Wait", on=TODAY)
    ActivityFactory(relationships=[tie], when="2026-05-20", students=20)

    done = make_round(office=office, as_of=date(2026, 6, 1))

    assert done.to_tell == []
    assert tie.alerts.get().state == "resolved"


def test_other_offices_are_left_alone(office, other_office):
    AlertFactory(relationship=RelationshipFactory(office=other_office))

    assert resolve(office) == []
