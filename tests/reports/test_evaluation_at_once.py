"""Several processes at the same work, and processes killed in the middle of it."""

import threading
from collections import Counter
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
from django.core import mail
from django.db import connection

from reports import delivery
from reports.daily_round import make_round
from reports.models import Alert, AlertStep, Evaluation, Message
from reports.models.answering import AnswerRefused
from tests.conftest import member
from tests.factories import AgreementFactory, AlertFactory, MessageFactory, RelationshipFactory
from tests.reports.silent_ties import official_tie, silent_tie

TODAY = date(2026, 2, 3)
NOW = datetime(2026, 2, 3, 6, 0, tzinfo=UTC)
RUNNERS = 6


@pytest.fixture
def postgres(transactional_db):
    if connection.vendor != "postgresql":
        pytest.skip("SQLite in memory has one writer; this runs on PostgreSQL.")


def all_at_once(work, times=RUNNERS):
    """Run ``work`` in threads that start together; what each returned or raised."""
    together = threading.Barrier(times)
    ends = []

    def run():
        try:
            together.wait()
            ends.append(work())
        except Exception as error:
            ends.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _number in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return ends


def record(office):
    """A little of everything that a round can find."""
    silent_tie(office)
    official_tie(office)
    AgreementFactory(
        relationship=RelationshipFactory(office=office),
        signed_date=date(2023, 5, 4),
        end_date=date(2026, 5, 4),
    )


def kept():
    """What the database holds, without numbers that depend on who was first."""
    return {
        "evaluations": sorted(Evaluation.objects.values_list("relationship", "year")),
        "alerts": sorted(Alert.objects.values_list("relationship", "kind", "period", "state")),
        "rows": sorted(Alert.objects.values_list("relationship", "kind", "activities__title")),
        "messages": Counter(
            Message.objects.values_list("recipient", "alerts__relationship", "alerts__kind")
        ),
    }


def test_rounds_at_once_are_one(postgres, office, officer, coordinator):
    record(office)

    ends = all_at_once(lambda: make_round(office=office, as_of=TODAY))

    assert [end for end in ends if isinstance(end, Exception)] == []
    assert len([end for end in ends if end.raised]) == 1
    assert Message.objects.count() == 2
    assert Evaluation.objects.count() == 3


def test_without_the_lock_the_constraints_alone_make_them_one(
    postgres, office, officer, coordinator, monkeypatch
):
    record(office)
    monkeypatch.setattr("reports.daily_round.lock", lambda office: None)

    ends = all_at_once(lambda: make_round(office=office, as_of=TODAY))

    assert [end for end in ends if isinstance(end, Exception)] == []
    assert Message.objects.count() == 2
    assert Evaluation.objects.count() == 3
    raised = Alert.objects.values_list("relationship", "kind", "period")
    assert len(raised) == len(set(raised)) > 0


def test_dispatchers_at_once_send_each_message_once(postgres, office, officer):
    for number in range(20):
        message = MessageFactory(office=office, recipient=officer, digest=f"digest {number}")
        message.alerts.add(AlertFactory(relationship=RelationshipFactory(office=office)))

    ends = all_at_once(lambda: delivery.send_due(now=NOW))

    assert sum(ends, Counter()) == {"sent": 20}
    assert len({letter.extra_headers["Message-ID"] for letter in mail.outbox}) == 20
    assert len(mail.outbox) == 20


def test_of_people_who_answer_at_once_one_is_heard(postgres, office):
    alert = AlertFactory(relationship=RelationshipFactory(office=office))
    person = member(office, "officer", "Odile")

    ends = all_at_once(
        lambda: Alert.objects.get(pk=alert.pk).resolve(by=person, note="Done.", seen="open")
    )

    assert len([end for end in ends if isinstance(end, AnswerRefused)]) == RUNNERS - 1
    assert AlertStep.objects.count() == 1


class Killed(BaseException):
    """Nothing in the code may catch it, as nothing catches SIGKILL."""


@contextmanager
def killed_after(statements):
    """The process dies after so many statements; counts them in ``seen``."""
    seen = Counter()

    def count(execute, *how):
        seen["statements"] += 1
        if seen["statements"] == statements + 1:  # what rolls back comes after it
            raise Killed
        return execute(*how)

    with connection.execute_wrapper(count):
        yield seen


def test_wherever_a_round_is_killed_the_next_one_makes_it_whole(office, officer, coordinator):
    """One round is one transaction; the sweep of its statements shows that none escapes it."""
    record(office)
    with killed_after(10_000) as counted:
        reference = make_round(office=office, as_of=TODAY, dry_run=True)
    wanted = len(reference.raised)

    # A dry run asks one statement more: it takes back what it wrote.
    for statements in range(0, counted["statements"] - 1, 9):
        with pytest.raises(Killed), killed_after(statements):
            make_round(office=office, as_of=TODAY)
        assert not Evaluation.objects.exists()
        assert not Message.objects.exists()
    make_round(office=office, as_of=TODAY)
    after_one = kept()
    make_round(office=office, as_of=TODAY)

    assert len(after_one["alerts"]) == wanted > 0
    assert kept() == after_one
