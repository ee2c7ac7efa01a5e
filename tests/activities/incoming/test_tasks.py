"""Work that was lost on the way goes to another worker; what keeps failing ends in a sentence."""

from datetime import timedelta

import pytest
from django.utils import timezone

from activities import tasks
from activities.incoming.checking import ask_for_check
from activities.incoming.taking import ask_to_take
from activities.incoming.taking_back import ask_to_take_back
from activities.models import Activity, Import
from tests.activities.incoming.sending import AS_OF, checked, send, taken
from tests.activities.incoming.test_taking import CHOIR

pytestmark = pytest.mark.django_db


@pytest.fixture
def queued(monkeypatch):
    """The imports that were queued, in order."""
    ids = []
    monkeypatch.setattr(tasks.work_on_import, "delay", lambda import_id: ids.append(import_id))
    return ids


@pytest.fixture
def source(office, tie):
    source = send(CHOIR, office=office)
    ask_for_check(source=source, as_of=AS_OF)
    return source


def silent_for(source, **time):
    beat_at = timezone.now() - timedelta(**time)
    Import.objects.filter(pk=source.pk).update(beat_at=beat_at)


def test_an_import_is_queued_once_it_is_committed(
    source, queued, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        tasks.queue_import(source)

    assert queued == [source.pk]


def test_what_a_lost_worker_left_is_queued_again_once(source, queued):
    silent_for(source, minutes=3)

    tasks.sweep_imports()
    tasks.sweep_imports()

    assert queued == [source.pk]


def test_what_somebody_is_at_work_on_is_left_alone(source, queued):
    silent_for(source, seconds=30)

    tasks.sweep_imports()

    assert queued == []


def test_a_check_that_keeps_failing_goes_back_to_the_people(source, queued):
    Import.objects.filter(pk=source.pk).update(attempts=3)
    silent_for(source, minutes=3)

    tasks.sweep_imports()

    source.refresh_from_db()
    assert (source.state, queued) == ("uploaded", [])
    assert "failed several times" in source.sentence


def test_taking_back_that_keeps_failing_leaves_all_on_record(office, tie, coordinator, queued):
    source = taken(checked(send(CHOIR, office=office)), by=coordinator)
    ask_to_take_back(source=source, by=coordinator)
    Import.objects.filter(pk=source.pk).update(attempts=3)
    silent_for(source, minutes=3)

    tasks.sweep_imports()

    source.refresh_from_db()
    assert (source.state, queued) == ("taken", [])
    assert "nothing was taken back" in source.sentence


def test_two_workers_take_an_import_back_once(office, tie, coordinator):
    source = taken(checked(send(CHOIR, office=office)), by=coordinator)
    ask_to_take_back(source=source, by=coordinator)

    tasks.work_on_import(import_id=source.pk)
    tasks.work_on_import(import_id=source.pk)

    source.refresh_from_db()
    assert (source.state, Activity.objects.get().status) == ("taken_back", "void")


def test_taking_that_was_cut_off_is_done_by_the_next_worker_and_once(
    office, tie, coordinator, monkeypatch
):
    source = checked(send(CHOIR, office=office))
    ask_to_take(source=source, by=coordinator)

    def cut_off(*args, **kwargs):
        raise SystemExit

    with monkeypatch.context() as patch:
        patch.setattr("activities.imports.ledger.Ledger.write", cut_off)
        with pytest.raises(SystemExit):
            tasks.work_on_import(import_id=source.pk)
    assert not Activity.objects.exists()

    tasks.work_on_import(import_id=source.pk)
    tasks.work_on_import(import_id=source.pk)

    source.refresh_from_db()
    assert (source.state, source.attempts, Activity.objects.count()) == ("taken", 2, 1)


def test_an_import_that_is_no_more_is_passed_over(db):
    tasks.work_on_import(import_id=12345)
