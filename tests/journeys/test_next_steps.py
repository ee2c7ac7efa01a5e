"""An officer takes the next step on a flagged relationship."""

import pytest

from relationships.models import Relationship
from reports.models import Alert
from tests.factories import AlertFactory
from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.timeout(300)


def xiamen():
    return Relationship.objects.get(office__slug="richmond", partner_city__name="Xiamen")


def test_a_step_with_its_example_is_planned_from_an_alert_and_answers_it(open_page, sign_in):
    page = open_page()
    sign_in(page, "officer@richmond.example")
    alert = AlertFactory(relationship=xiamen(), period="2024")
    page.goto(alert.get_absolute_url())
    assert page.get_by_text("Done from here with Qingdao").first.is_visible()
    assert page.get_by_text("from inactive to active").first.is_visible()
    page.shoot("next-steps-alert")

    page.tab_to(page.get_by_role("link", name="Plan it: Online classroom"))
    page.press("Enter")
    page.wait_for_url("**/activities/new/**")
    assert page.locator("#id_title").input_value() == "Online classroom with Xiamen"
    page.get_by_label("No part").check()
    page.get_by_label("Nobody travelled").check()
    page.locator("#id_title").focus()
    page.press("Enter")

    page.wait_for_url(f"**{alert.get_absolute_url()}")
    kept = Alert.objects.get(pk=alert.pk)
    assert (kept.state, kept.planned_activity.title) == (
        "planned",
        "Online classroom with Xiamen",
    )


def test_a_sleeping_tie_can_be_retired_with_a_draft_for_council(open_page, sign_in):
    page = open_page(width=PHONE)
    sign_in(page, "officer@richmond.example")
    page.goto(xiamen().get_absolute_url())
    page.shoot("next-steps")

    page.tab_to(page.get_by_role("link", name="Draft resolution"))
    page.press("Enter")

    page.wait_for_url("**/resolution/")
    assert "recorded as historical" in page.locator("#resolution").inner_text()
    assert (page.overflow(), page.barriers()) == (0, [])
