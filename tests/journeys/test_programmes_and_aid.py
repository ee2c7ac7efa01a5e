"""What recurs and what was missed of it; what was given and what came in return."""

import pytest

from activities.models import Activity
from tests.factories import AidLineFactory
from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.timeout(300)


def test_a_missed_year_is_seen_and_the_next_one_planned_by_keyboard(open_page, sign_in):
    page = open_page()
    sign_in(page, "officer@victoria.example")
    page.goto("/activities/programmes/")
    page.shoot("programmes")

    page.tab_to(page.get_by_role("link", name="Study trip of Morioka junior high pupils"))
    page.press("Enter")
    page.wait_for_url("**/activities/programmes/*/")
    assert page.get_by_text("Missed").count() > 10
    page.shoot("programme")
    page.tab_to(page.get_by_role("link", name="Plan 2026"))
    page.press("Enter")

    page.wait_for_url("**/activities/new/**")
    title = "Study trip of Morioka junior high pupils 2026"
    assert page.locator("#id_title").input_value() == title


def test_aid_is_read_on_a_phone_and_said_to_be_in_return(open_page, sign_in):
    page = open_page(width=PHONE)
    sign_in(page, "officer@victoria.example")
    held = Activity.objects.live().filter(office__slug="victoria")[:1].get()
    AidLineFactory(activity=held, item="Masks", quantity=30000, unit="pieces")
    AidLineFactory(activity=held, item="Gloves", quantity=500, unit="pairs")
    page.goto("/activities/aid/")
    assert (page.overflow(), page.barriers()) == (0, [])

    page.tab_to(page.get_by_role("link", name="what Gloves was given in return of"))
    page.press("Enter")
    page.wait_for_url("**/in-return/")
    page.tab_to(page.get_by_label("Given in return of"))
    page.press("ArrowDown", "Enter")
    page.get_by_role("button", name="Save").click()

    page.wait_for_url("**/activities/aid/**")
    assert page.locator("tr", has_text="Gloves").first.get_by_role("link", name="Masks").count()
    page.shoot("aid")
