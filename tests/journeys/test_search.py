"""Somebody looks for something: from any page, by keyboard, in any script."""

import pytest

from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.timeout(300)


def test_a_slash_a_few_letters_and_an_arrow_lead_to_a_tie(open_page, sign_in):
    page = open_page()
    sign_in(page, "officer@victoria.example")
    page.goto("/alerts/")

    page.press("/")
    page.locator("#search-bar:focus").wait_for()
    page.type("盛岡")
    page.locator("#found-bar a", has_text="Victoria – Morioka").first.wait_for()
    page.shoot("search-typing")
    assert page.barriers() == []
    page.press("ArrowDown", "Enter")

    page.wait_for_url("**/relationships/*/")
    assert "Victoria – Morioka" in page.locator("h1").inner_text()


def test_escape_closes_what_was_found(open_page, sign_in):
    page = open_page()
    sign_in(page, "officer@victoria.example")

    page.press("/")
    page.locator("#search-bar:focus").wait_for()
    page.type("moriok")
    page.locator("#found-bar a").first.wait_for()
    page.press("Escape")

    page.locator("#found-bar a").first.wait_for(state="detached")
    assert page.locator("#search-bar:focus").count() == 1


def test_without_scripts_a_page_answers_in_groups(open_page):
    page = open_page(width=PHONE, java_script_enabled=False)
    page.goto("/sign-in/")
    page.fill("input[name=username]", "councillor@victoria.example")
    page.fill("input[name=password]", "twinportal")
    page.locator("main button").first.click()
    page.goto("/search/")

    page.fill("#search-words", "morioka")
    page.locator(".search-form button").click()

    groups = page.locator(".found-group h2").all_inner_texts()
    assert groups[0].startswith("Relationships")
    assert not any(words.startswith(("Contacts", "Organisations")) for words in groups)
    assert page.locator("a", has_text="All 19 activities").count() == 1
    page.shoot("search-page")
