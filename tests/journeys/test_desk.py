"""The officer's desk and the yearly return, by keyboard, at the desk and on a phone."""

import pytest

from reports.models import AnnualReturn

pytestmark = pytest.mark.timeout(300)


@pytest.mark.parametrize("width", [1280, 375])
def test_from_the_desk_a_silent_year_is_returned_as_nil(open_page, sign_in, width):
    page = open_page(width=width)
    sign_in(page, "officer@victoria.example")
    page.get_by_role("heading", name="Desk", exact=True).wait_for()
    page.shoot("desk")
    page.tab_to(page.get_by_role("link", name="Return the one that is missing"))
    page.press("Enter")
    page.wait_for_url("**/returns/**")
    tie = page.get_by_role("group", name="Victoria – Napier")

    page.tab_to(tie.get_by_role("radio", name="Not yet"))
    page.press("ArrowLeft")
    page.shoot("returns-nil-chosen")
    page.press("Enter")

    page.get_by_text("Kept for 2025: returned as nil: 1.").wait_for()
    page.shoot("returns-kept")
    assert page.overflow() == 0
    assert AnnualReturn.objects.filter(attested_by__isnull=False, state="nil").count() == 1


def test_quick_words_begin_the_form_and_save_nothing(open_page, sign_in):
    page = open_page()
    sign_in(page, "officer@victoria.example")
    page.tab_to(page.get_by_label("What happened, and with whom?"))
    page.type("students, Suzhou, 8 July 2024")

    page.press("Enter")

    page.wait_for_url("**/activities/new/**")
    assert page.get_by_role("radio", name="Student exchange", exact=True).is_checked()
    page.shoot("quick-record")
