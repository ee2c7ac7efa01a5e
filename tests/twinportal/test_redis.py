"""Beyond one machine: a worker and a beat as processes of their own, with Redis between them."""

import pytest

from tests.twinportal.portal import wait_until

WORKER = ["celery", "-A", "twinportal", "worker", "--concurrency=1", "--loglevel=INFO"]
BEAT = ["celery", "-A", "twinportal", "beat", "--loglevel=INFO"]

ASK_FOR_AN_EDITION = """
from datetime import date
from accounts.models import Office
from reports.editions.building import request_edition
from reports.tasks import queue_edition

office, _ = Office.objects.get_or_create(slug="regina", defaults={"name": "Regina"})
edition = request_edition(office=office, year=2024, as_of=date(2025, 3, 31), language="en-ca")
queue_edition(edition)
print(edition.pk)
"""
SWEEP_EVERY_SECOND = """
from django_celery_beat.models import IntervalSchedule, PeriodicTask

every_second, _ = IntervalSchedule.objects.get_or_create(every=1, period="seconds")
PeriodicTask.objects.create(name="often", task="reports.tasks.sweep", interval=every_second)
"""


@pytest.fixture(scope="module")
def broker_url(redis_url):
    return redis_url


@pytest.fixture
def empty_queue(portal):
    with portal.running("celery", "-A", "twinportal", "purge", "--force") as purge:
        assert purge.popen.wait(timeout=30) == 0


@pytest.fixture
def ask_for_an_edition(portal, empty_queue):
    """Queue an edition; ``ask_for_an_edition()`` gives the question whether it is built."""

    def ask():
        edition = portal.run(ASK_FOR_AN_EDITION)
        return lambda: portal.ask(f"Edition.objects.get(pk={edition}).job_run.state") == "done"

    return ask


def test_a_worker_does_what_is_queued(portal, ask_for_an_edition):
    with portal.running(*WORKER) as worker:
        worker.wait_for("ready.")
        is_built = ask_for_an_edition()

        assert wait_until(is_built, within=60)


def test_a_beat_beside_it_wakes_the_tasks(portal, empty_queue):
    portal.run(SWEEP_EVERY_SECOND)

    with portal.running(*WORKER) as worker, portal.running(*BEAT):
        worker.wait_for("Task reports.tasks.sweep", within=60)
        worker.wait_for("succeeded")


def test_what_waited_while_no_worker_ran_is_done_by_the_next(portal, ask_for_an_edition):
    is_built = ask_for_an_edition()

    with portal.running(*WORKER):
        assert wait_until(is_built, within=60)
