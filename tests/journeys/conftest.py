"""A browser over the portal with its sample data, on a day of its own."""

import shutil
import threading
from pathlib import Path

import pytest
from django.conf import settings as portal_settings
from playwright.sync_api import sync_playwright

from accounts import demonstration
from accounts.current_office import today_in
from accounts.models import Office
from reports.daily_round import make_round
from reports.sample.seeding import seed_sample
from tests.journeys.watched_page import HEIGHT, WatchedPage
from tests.services import missing

DESK, PHONE = 1280, 375
SECONDS_TO_ANSWER = 20
SCREENSHOTS = Path(portal_settings.BASE_DIR) / "screenshots"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@pytest.fixture(scope="module")
def browser():
    """Chromium, started once a file.

    No longer than that: while Playwright's event loop runs, Django keeps its connections by
    context and not by thread, and tests that come after would meet strange ones.
    """
    chromium = shutil.which("chromium")
    if chromium is None:
        missing("No browser: install Chromium.")
    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def server(live_server):
    """The portal as a browser reaches it. It may answer to the end what pages asked for as they
    closed: the database is emptied next, and PostgreSQL would find the two in each other's way.
    """
    yield live_server
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(SECONDS_TO_ANSWER)


@pytest.fixture
def portal(server, settings, time_machine):
    """The address of a portal with the sample data, after Victoria's yearly run."""
    settings.TWINPORTAL_DEMO = True
    time_machine.move_to("2026-03-02T18:00:00+00:00")
    seed_sample(with_people=True)
    victoria = Office.objects.get(slug="victoria")
    make_round(office=victoria, as_of=today_in(victoria))
    return server.url


@pytest.fixture
def open_page(browser, portal):
    """``open_page()`` is a page of a new window on the portal; it must give no cause to complain.

    Whatever the browser complained of meanwhile, to its console or of an address that was not
    there, fails the test when it ends.
    """
    opened = []

    def open_one(width=DESK, **options):
        window = {"width": width, "height": HEIGHT}
        context = browser.new_context(base_url=portal, viewport=window, **options)
        opened.append((context, WatchedPage(context.new_page(), SCREENSHOTS)))
        return opened[-1][1]

    yield open_one
    for context, _ in opened:
        context.close()
    assert [complaint for _, page in opened for complaint in page.complaints] == []


@pytest.fixture
def sign_in():
    """``sign_in(page, "officer@victoria.example")`` by keyboard alone."""

    def enter(page, email):
        page.goto("/sign-in/")
        # The browser gives the first box the focus some time after the page has loaded.
        page.locator("[autofocus]:focus").wait_for()
        page.type(email)
        page.press("Tab")
        page.type(demonstration.PASSWORD)
        page.press("Enter")
        page.wait_for_url(lambda address: "/sign-in/" not in address)

    return enter
