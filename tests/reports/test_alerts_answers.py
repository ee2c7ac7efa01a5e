from datetime import date

import pytest
from django.core.exceptions import ValidationError

from reports.models import Alert
from tests.factories import ActivityFactory, AlertFactory, RelationshipFactory

pytestmark = pytest.mark.django_db
TODAY = date(2026, 2, 3)


@pytest.fixture
def alert(office):
    return AlertFactory(relationship=RelationshipFactory(office=office))


@pytest.fixture
def planned(alert):
    return ActivityFactory(
        relationships=[alert.relationship],
        when="2026-05-20",
        status="planned",
        recorded_date=TODAY,
    )


def test_an_alert_seen_stays_open_work_and_keeps_who_saw_it(alert, officer):
    alert.acknowledge(by=officer, note="  I asked the school.  ")

    step = alert.steps.get()
    assert Alert.objects.get().state == "acknowledged"
    assert (step.state, step.taken_by, step.note) == (
        "acknowledged",
        officer,
        "I asked the school.",
    )


def test_an_answer_may_name_the_planned_activity(alert, officer, planned):
    alert.plan(by=officer, activity=planned)

    kept = Alert.objects.get()
    assert (kept.state, kept.planned_activity) == ("planned", planned)


def test_a_plan_that_fell_through_lets_go_of_its_activity(alert, officer, planned):
    alert.plan(by=officer, activity=planned)

    alert.acknowledge(by=officer, note="The school withdrew.")

    assert Alert.objects.get().planned_activity is None


def test_an_activity_of_another_relationship_is_no_plan(alert, officer):
    elsewhere = ActivityFactory(when="2026-05-20", status="planned", recorded_date=TODAY)

    with pytest.raises(ValidationError, match="still to take place"):
        alert.plan(by=officer, activity=elsewhere)

    assert Alert.objects.get().state == "open"
    assert not alert.steps.exists()


def test_what_was_already_held_is_no_plan(alert, officer):
    held = ActivityFactory(relationships=[alert.relationship], when="2019-05-14")

    with pytest.raises(ValidationError, match="still to take place"):
        alert.plan(by=officer, activity=held)


def test_a_snooze_keeps_its_day_and_its_reason(alert, officer):
    alert.snooze(by=officer, until=date(2026, 6, 1), reason="Elections there", on=TODAY)

    kept = Alert.objects.get()
    assert (kept.state, kept.snoozed_until) == ("snoozed", date(2026, 6, 1))
    assert kept.steps.get().note == "Elections there"


@pytest.mark.parametrize(
    ("until", "reason", "sentence"),
    [
        (TODAY, "Elections there", "after today"),
        (date(2026, 6, 1), "  ", "why the alert can wait"),
    ],
)
def test_a_snooze_needs_a_later_day_and_a_reason(alert, officer, until, reason, sentence):
    with pytest.raises(ValidationError, match=sentence):
        alert.snooze(by=officer, until=until, reason=reason, on=TODAY)

    assert Alert.objects.get().state == "open"


def test_an_alert_is_settled_only_with_a_note(alert, officer):
    with pytest.raises(ValidationError, match="what resolved"):
        alert.resolve(by=officer, note="")

    alert.resolve(by=officer, note="Retired by council.")

    kept = Alert.objects.get()
    assert kept.state == "resolved"
    assert kept.resolved_at is not None


def test_a_resolved_alert_takes_no_further_answer(alert, officer):
    alert.resolve(by=officer, note="Retired by council.")

    for answer in (
        lambda: alert.acknowledge(by=officer),
        lambda: alert.plan(by=officer),
        lambda: alert.resolve(by=officer, note="Again"),
        lambda: alert.snooze(by=officer, until=date(2026, 6, 1), reason="x", on=TODAY),
    ):
        with pytest.raises(ValidationError, match="no further answer"):
            answer()
    assert alert.steps.count() == 1


def test_seen_twice_is_refused(alert, officer):
    alert.acknowledge(by=officer)

    with pytest.raises(ValidationError, match="already is: seen"):
        alert.acknowledge(by=officer)


def test_of_two_people_at_once_the_second_is_told_who_was_first(alert, officer, coordinator):
    as_corinne_saw_it = Alert.objects.get()
    alert.acknowledge(by=officer)

    with pytest.raises(ValidationError, match="Odile has answered this alert in the meantime"):
        as_corinne_saw_it.resolve(by=coordinator, note="Retired by council.")

    assert Alert.objects.get().state == "acknowledged"


def test_what_a_page_showed_counts_not_what_was_read_since(alert, officer, coordinator):
    alert.acknowledge(by=officer)
    read_anew = Alert.objects.get()

    with pytest.raises(ValidationError, match="Odile"):
        read_anew.resolve(by=coordinator, note="Retired.", seen="open")


def test_what_the_portal_did_in_the_meantime_is_said_without_a_name(alert, officer):
    as_seen = Alert.objects.get()
    alert.resolve(by=None, note="An activity resolves it.")

    with pytest.raises(ValidationError, match="changed in the meantime: resolved"):
        as_seen.acknowledge(by=officer)
