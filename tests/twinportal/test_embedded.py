"""The portal as `make run` starts it: prepared from nothing, then served for real."""

import re
from http.client import HTTPConnection

import pytest
from django.conf import settings

from tests.twinportal.portal import free_port, wait_until

REQUEST = """
from datetime import date, timedelta
from accounts.models import Office
from reports.editions.building import request_edition
from reports.tasks import queue_edition

office = Office.objects.get(slug="victoria")
edition = request_edition(office=office, year=2024, as_of=date(2025, 3, 31), language="en-ca")
"""
QUEUE = "queue_edition(edition);"
# As if the message had been lost ten minutes ago.
LOSE = """
long_ago = edition.job_run.queued_at - timedelta(minutes=10)
JobRun.objects.filter(pk=edition.job_run_id).update(queued_at=long_ago)
"""
SWEEP_EVERY_SECOND = """
from django_celery_beat.models import IntervalSchedule, PeriodicTask

every_second, _ = IntervalSchedule.objects.get_or_create(every=1, period="seconds")
PeriodicTask.objects.create(name="often", task="reports.tasks.sweep", interval=every_second)
"""

pytestmark = pytest.mark.timeout(300)  # everything is made from nothing


@pytest.fixture(scope="module")
def port():
    return free_port()


@pytest.fixture(scope="module")
def served(portal, port):
    """A portal with sample data whose web server and worker are up."""
    portal.manage("prepare")
    portal.run(SWEEP_EVERY_SECOND)
    with portal.running("twinportal.supervisor", "--port", str(port)) as process:
        process.wait_for(f"Twinportal is at http://127.0.0.1:{port}/")
        process.wait_for("ready.")
        yield process


@pytest.fixture
def get(served, port):
    """Fetch a page of the portal: ``get(address)`` gives its status and its text."""

    def fetch(address):
        connection = HTTPConnection("127.0.0.1", port, timeout=20)
        connection.request("GET", address)
        response = connection.getresponse()
        body = response.read().decode()
        connection.close()
        return response.status, body

    return fetch


def test_a_page_and_its_style_are_served(get):
    status, page = get("/sign-in/")
    (style, *_) = re.findall(r'href="(/static/[^"]+\.css)"', page)

    assert status == 200
    assert re.search(r"\.[0-9a-f]{12}\.css$", style)
    assert get(style)[0] == 200


def test_the_page_offers_a_sign_in_for_each_role(get):
    _, page = get("/sign-in/")

    for role in ("officer", "coordinator", "councillor", "administrator", "auditor"):
        assert f"{role}@victoria.example" in page


def test_a_worker_looks_at_every_office_when_it_starts(served, portal):
    rounds = "JobRun.objects.filter(name='daily', state='done').values('office').distinct().count()"

    assert wait_until(lambda: portal.ask(rounds) == portal.ask("Office.objects.count()"), within=90)


def test_the_schedule_of_the_settings_is_in_force(served, portal):
    enabled = "*PeriodicTask.objects.filter(enabled=True).values_list('name', flat=True)"

    def scheduled():
        return set(portal.ask(enabled).split())

    # The worker writes the schedule entry by entry while it starts.
    assert wait_until(lambda: set(settings.CELERY_BEAT_SCHEDULE) <= scheduled(), within=60)


def test_an_edition_is_begun_at_once(served, portal):
    edition = portal.run(REQUEST + QUEUE + "print(edition.pk)")
    job = f"JobRun.objects.get(edition={edition})"

    assert wait_until(lambda: portal.ask(f"{job}.state") == "done", within=60)
    waited = float(portal.ask(f"({job}.started_at - {job}.queued_at).total_seconds()"))
    assert waited < 3


def test_an_edition_whose_message_was_lost_is_built_by_the_periodic_sweep(served, portal):
    edition = portal.run(REQUEST + LOSE + "print(edition.pk)")
    job = f"JobRun.objects.get(edition={edition})"

    assert wait_until(lambda: portal.ask(f"{job}.state") == "done", within=60)
    assert portal.ask("JobRun.objects.filter(name='sweep', state='done').exists()") == "True"
