"""The portal as `make run` starts it: prepared from nothing, then served for real."""

import re
from http.client import HTTPConnection

import pytest

from tests.twinportal.portal import free_port, wait_until

ASK_FOR_AN_EDITION = """
from datetime import date
from accounts.models import Office
from reports.editions.building import request_edition
from reports.tasks import queue_edition

office = Office.objects.get(slug="victoria")
edition = request_edition(office=office, year=2024, as_of=date(2025, 3, 31), language="en-ca")
queue_edition(edition)
print(edition.pk)
"""

pytestmark = pytest.mark.timeout(300)  # everything is made from nothing


@pytest.fixture(scope="module")
def port():
    return free_port()


@pytest.fixture(scope="module")
def served(portal, port):
    """A portal with sample data whose web server and worker are up."""
    portal.manage("prepare")
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


def test_an_edition_is_begun_at_once(served, portal):
    edition = portal.manage("shell", "--verbosity=0", "--command", ASK_FOR_AN_EDITION)
    job = f"JobRun.objects.get(edition={edition})"

    assert wait_until(lambda: portal.ask(f"{job}.state") == "done", within=60)
    waited = float(portal.ask(f"({job}.started_at - {job}.queued_at).total_seconds()"))
    assert waited < 3
