"""An officer looks at a month, and takes it to a calendar of their own."""

import pytest
from icalendar import Calendar

from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.timeout(300)


def test_a_month_is_walked_by_keyboard_and_a_day_is_planned_from(open_page, sign_in):
    page = open_page()
    sign_in(page, "officer@victoria.example")
    page.goto("/activities/calendar/?month=2025-11")

    page.tab_to(page.get_by_role("link", name="October 2025"))
    page.press("Enter")
    page.wait_for_url("**month=2025-10**")
    assert page.locator("td", has_text="Study trip of ten Morioka junior high pupils").count() == 7
    page.shoot("calendar")
    page.tab_to(page.get_by_role("link", name="Plan something on 7 Oct 2025"))
    page.press("Enter")

    page.wait_for_url("**/activities/new/**")
    assert page.locator("#id_starts").input_value() == "2025-10-07"


def test_on_a_phone_the_month_is_a_list(open_page, sign_in):
    page = open_page(width=PHONE)
    sign_in(page, "councillor@victoria.example")

    page.goto("/activities/calendar/?month=2025-10")

    assert page.get_by_text("25 October, Saturday").is_visible()
    assert not page.get_by_text("24 October, Friday").is_visible()
    assert (page.overflow(), page.barriers()) == (0, [])
    page.shoot("calendar")


def test_a_secret_link_is_made_read_and_revoked(open_page, sign_in):
    page = open_page()
    sign_in(page, "officer@victoria.example")
    page.goto("/activities/calendar/")

    page.tab_to(page.get_by_role("button", name="Make a link"))
    page.press("Enter")
    page.locator("#secret-link").wait_for()
    link = page.locator("#secret-link").input_value()
    page.shoot("calendar-link")
    stranger = open_page().request

    events = Calendar.from_ical(stranger.get(link).body()).walk("VEVENT")
    assert any("Study trip of ten" in str(event["summary"]) for event in events)
    page.tab_to(page.get_by_role("button", name="Revoke the link"))
    page.press("Enter")
    page.get_by_text("it opens nothing any more").wait_for()
    assert stranger.get(link).status == 404
