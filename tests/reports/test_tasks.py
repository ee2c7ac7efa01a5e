from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone

from reports import jobs, tasks
from reports.models import Alert, Evaluation, JobRun, Message
from tests.factories import ActivityFactory, EditionFactory, JobRunFactory, OfficeFactory
from tests.reports.silent_ties import silent_tie

pytestmark = pytest.mark.django_db
# In Toronto it is one in the morning of 31 January, the first day after the grace of 2025.
MORNING = datetime(2026, 1, 31, 6, 0, tzinfo=UTC)


def job_of(office):
    return JobRun.objects.get(name="daily", office=office)


@time_machine.travel(MORNING, tick=False)
def test_the_daily_task_evaluates_what_is_due_and_says_what_it_did(office, officer):
    tie = silent_tie(office)

    tasks.daily()

    assert tie.alerts.get().period == "2025"
    assert Evaluation.objects.get().job_run == job_of(office)
    assert (job_of(office).state, job_of(office).attempts) == ("done", 1)
    assert job_of(office).note == (
        "Relationships evaluated: 1. Alerts raised: 1, resolved: 0. Digests: 1."
    )


def test_each_office_goes_by_its_own_calendar_day(office, other_office):
    other_office.time_zone = "America/Vancouver"
    other_office.save()
    silent_tie(office)
    silent_tie(other_office)

    with time_machine.travel(MORNING, tick=False):
        tasks.daily()

    assert Evaluation.objects.of_office(office).get().year == 2025
    assert Evaluation.objects.of_office(other_office).get().year == 2024


@time_machine.travel(MORNING, tick=False)
def test_an_office_that_fails_does_not_keep_the_others_from_theirs(
    office, other_office, monkeypatch, caplog
):
    silent_tie(office)
    silent_tie(other_office)
    make_round = jobs.make_round

    def fail_in_one(*, office, **how):
        if office == other_office:
            raise ValueError("Odile, odile@example.org")
        return make_round(office=office, **how)

    monkeypatch.setattr(jobs, "make_round", fail_in_one)

    tasks.daily()

    assert Alert.objects.get().relationship.office == office
    assert job_of(office).state == "done"
    assert job_of(other_office).state == "failed"
    assert job_of(other_office).note.startswith("ValueError, test_tasks.py:")
    assert "odile@example.org" not in caplog.text


@time_machine.travel(MORNING, tick=False)
def test_every_task_run_twice_leaves_what_one_run_leaves(office, officer):
    tie = silent_tie(office)

    for _run in range(2):
        tasks.daily()
        tasks.send_messages()
        tasks.sweep()
        tasks.resolve_alerts(relationship_ids=[tie.pk])

    counts = [model.objects.count() for model in (Evaluation, Alert, Message)]
    assert counts == [1, 1, 1]
    assert len(mail.outbox) == 1


def test_the_minute_tasks_leave_no_row_when_there_was_nothing_to_do(office):
    JobRunFactory(name="daily", office=office, state="done")

    tasks.send_messages()
    tasks.sweep()

    assert JobRun.objects.count() == 1


@time_machine.travel(MORNING, tick=False)
def test_sending_says_how_many(office, officer):
    silent_tie(office)
    tasks.daily()

    tasks.send_messages()

    assert JobRun.objects.get(name="send_messages").note == "sent 1"


@time_machine.travel(MORNING, tick=False)
def test_what_was_just_recorded_resolves_its_alert(office):
    tie = silent_tie(office)
    tasks.daily()
    ActivityFactory(relationships=[tie], when="2026-01-20", students=20)

    tasks.resolve_alerts(relationship_ids=[tie.pk])

    alert = tie.alerts.get()
    assert alert.state == "resolved"
    assert JobRun.objects.get(name="resolve_alerts").note == str(alert.pk)


@pytest.fixture
def queued(monkeypatch):
    """The editions that the sweep has queued again, and how often it woke the daily task."""
    calls = {"editions": [], "daily": 0}

    def wake(**_options):
        calls["daily"] += 1

    monkeypatch.setattr(
        tasks.build_edition, "delay", lambda *, edition_id: calls["editions"].append(edition_id)
    )
    monkeypatch.setattr(tasks.daily, "apply_async", wake)
    return calls


def stale(edition, **values):
    long_ago = timezone.now() - timedelta(minutes=10)
    JobRun.objects.filter(pk=edition.job_run_id).update(
        **{"queued_at": long_ago, "beat_at": long_ago} | values
    )


@pytest.mark.parametrize("state", ["queued", "running"])
def test_a_job_without_a_sign_of_life_is_queued_again_once(queued, state):
    edition = EditionFactory()
    stale(edition, state=state)

    tasks.sweep()
    tasks.sweep()

    assert queued["editions"] == [edition.pk]
    assert JobRun.objects.get(pk=edition.job_run_id).state == "queued"


@pytest.mark.parametrize(
    "values",
    [
        {"state": "queued", "beat_at": None, "queued_at": timezone.now},
        {"state": "running", "beat_at": timezone.now},
        {"state": "done"},
        {"state": "failed"},
    ],
)
def test_a_job_at_work_or_over_is_left_alone(queued, values):
    edition = EditionFactory()
    stale(
        edition, **{name: value() if callable(value) else value for name, value in values.items()}
    )

    tasks.sweep()

    assert queued["editions"] == []


def test_a_job_that_always_dies_is_parked_where_it_can_be_seen(queued):
    edition = EditionFactory()
    stale(edition, state="running", attempts=5)

    tasks.sweep()

    job_run = JobRun.objects.get(pk=edition.job_run_id)
    assert queued["editions"] == []
    assert (job_run.state, job_run.note) == ("failed", "Stopped without an end.")


def test_a_daily_round_that_was_killed_is_closed_and_comes_round_again(queued, office):
    killed = JobRunFactory(name="daily", office=office, state="running")
    JobRun.objects.filter(pk=killed.pk).update(
        queued_at=timezone.now() - timedelta(hours=27),
        beat_at=timezone.now() - timedelta(hours=27),
    )

    tasks.sweep()

    killed.refresh_from_db()
    assert killed.state == "failed"
    assert queued["daily"] == 1


def test_the_sweep_wakes_the_daily_round_where_nobody_did(queued):
    seen = OfficeFactory()
    JobRunFactory(name="daily", office=seen, state="done")
    tasks.sweep()
    before = queued["daily"]
    OfficeFactory()

    tasks.sweep()

    assert (before, queued["daily"]) == (0, 1)


def test_offices_that_waited_longest_come_first():
    early, late, never = OfficeFactory(), OfficeFactory(), OfficeFactory()
    for office, hours in ((early, 40), (late, 3)):
        JobRunFactory(
            name="daily", office=office, started_at=timezone.now() - timedelta(hours=hours)
        )

    rounds = jobs.make_daily_rounds(lambda office: date(2026, 2, 3))

    assert [job_run.office for job_run in rounds] == [never, early, late]
