"""An officer records an activity: by keyboard, on a phone, without a connection or scripts."""

import time

import pytest
from django.contrib.sessions.models import Session

from activities.models import Activity
from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.timeout(300)

OFFICER = "officer@victoria.example"
NEW = "/activities/new/"


@pytest.fixture
def page(open_page, sign_in):
    page = open_page()
    sign_in(page, OFFICER)
    page.goto(NEW)
    return page


def choose_kind(page, words):
    page.get_by_role("radio", name=words, exact=True).check()


def choose_tie(page, typed, words):
    """Find a tie by what is typed, and take it, with the keyboard."""
    page.get_by_role("combobox", name="Relationship").focus()
    page.type(typed)
    page.locator(".ts-dropdown .option.active", has_text=words).wait_for()
    page.press("Enter")
    page.locator(".ts-control .item", has_text=words).wait_for()


def preview(page):
    return page.locator("[aria-live=polite]")


def fill_in(page):
    choose_kind(page, "Student exchange")
    choose_tie(page, "suzhou", "Suzhou")
    page.get_by_label("First day").fill("14 May 2024")
    page.get_by_role("textbox", name="Title").fill("Pupils of Suzhou in Victoria")
    page.get_by_role("textbox", name="Students").fill("15")
    page.get_by_role("radio", name="Inbound").check()


def is_filled(page):
    assert page.get_by_role("textbox", name="Title").input_value() == "Pupils of Suzhou in Victoria"
    assert page.get_by_role("textbox", name="Students").input_value() == "15"
    assert page.get_by_label("First day").input_value() == "14 May 2024"
    assert page.get_by_role("radio", name="Student exchange").is_checked()
    assert page.get_by_role("radio", name="Inbound").is_checked()
    assert "Suzhou" in page.locator(".ts-control .item").first.inner_text()
    return True


def wait_for_draft(page, words):
    page.wait_until(
        "words => Object.keys(localStorage).some(key => localStorage[key].includes(words))",
        words,
    )


def wait_for_no_draft(page):
    page.wait_until("() => !Object.keys(localStorage).some(key => key.includes('draft'))")


def test_by_keyboard_alone_with_a_preview_of_what_it_counts_as(page):
    page.tab_to(page.get_by_role("radio", name="Official visit"))
    page.press("Space", "ArrowRight", "ArrowRight", "ArrowRight")
    page.press("Tab")
    page.type("苏州")
    page.locator(".ts-dropdown .option.active", has_text="Suzhou").wait_for()
    page.shoot("record-combobox")
    page.press("Enter", "Escape", "Tab")
    page.type("14 July 2025")
    page.tab_to(page.get_by_role("textbox", name="Title"))
    page.type("Pupils of Suzhou in Victoria")
    page.tab_to(page.get_by_role("textbox", name="Students"))
    page.type("15")
    preview(page).locator(".counts-as", has_text="Community").wait_for()
    preview(page).get_by_text("Victoria – Suzhou").first.wait_for()
    page.shoot("record-preview")
    assert page.get_by_role("radio", name="No part").is_checked()
    assert page.barriers() == []
    page.tab_to(page.get_by_role("group", name="Who travelled").get_by_role("radio").first)
    page.press("Space", "ArrowRight", "Alt+s")

    page.get_by_role("status").filter(has_text="This counts as: community").wait_for()
    activity = Activity.objects.get(title="Pupils of Suzhou in Victoria")
    assert str(activity.starts) == "2025-07-14"
    assert (activity.government_role, activity.direction) == ("none", "inbound")
    wait_for_no_draft(page)


def test_a_kind_never_overwrites_what_the_officer_answered(page):
    choose_kind(page, "Official visit")
    proposed = page.get_by_role("group", name="What did government do").get_by_role("radio")
    assert proposed.nth(3).is_checked()
    assert page.locator(".counts .on").all_inner_texts() == ["Elected members", "Officials"]

    proposed.nth(1).check()
    choose_kind(page, "Online classroom")

    assert proposed.nth(1).is_checked()
    assert page.get_by_role("radio", name="Nobody travelled").is_checked()
    assert page.locator("#id_mode").input_value() == "virtual"


def test_a_day_ahead_is_planned(page):
    page.get_by_label("First day").fill("2027-05-14")
    page.get_by_label("First day").blur()

    assert page.get_by_label("It is", exact=True).input_value() == "planned"


def test_on_a_phone_nothing_is_wider_and_save_stays_in_reach(open_page, sign_in):
    page = open_page(width=PHONE)
    sign_in(page, OFFICER)
    page.goto(NEW)

    fill_in(page)
    preview(page).locator(".counts-as", has_text="Community").wait_for()
    page.locator("summary", has_text="Money").click()
    page.shoot("record")

    save = page.get_by_role("button", name="Save", exact=True)
    assert page.overflow() == 0
    assert page.barriers() == []
    page.evaluate("scrollTo(0, 0)")
    assert save.evaluate("button => button.getBoundingClientRect().bottom <= innerHeight")


def test_what_was_typed_is_offered_again_and_can_be_thrown_away(page):
    fill_in(page)
    page.locator("summary", has_text="Money").click()
    page.get_by_role("button", name="Another line of money").click()
    page.locator("[name=money-1-amount]").fill("250")
    wait_for_draft(page, '"250"')  # the quotes: the moment of a draft is digits too

    page.reload()
    page.get_by_role("button", name="Restore").click()
    page.shoot("record-restored")
    assert page.barriers() == []
    assert is_filled(page)
    assert page.locator("[name=money-1-amount]").input_value() == "250"

    page.reload()
    page.get_by_role("button", name="Discard").click()
    page.wait_for_load_state()
    page.get_by_role("textbox", name="Title").wait_for()
    assert page.get_by_role("textbox", name="Title").input_value() == ""
    wait_for_no_draft(page)


def test_a_session_that_ends_while_typing_loses_nothing(page):
    fill_in(page)
    wait_for_draft(page, "Inbound".lower())
    Session.objects.all().delete()

    page.get_by_role("button", name="Save", exact=True).click()
    page.wait_for_url("**/sign-in/**")
    page.locator("[autofocus]:focus").wait_for()
    page.type(OFFICER)
    page.press("Tab")
    page.type("twinportal")
    page.press("Enter")

    page.get_by_text("What you typed is back; save it again.").wait_for()
    assert is_filled(page)
    page.shoot("record-after-the-session")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("status").filter(has_text="This counts as: community").wait_for()
    assert Activity.objects.filter(title="Pupils of Suzhou in Victoria").count() == 1
    wait_for_no_draft(page)


def test_without_a_connection_it_says_so_and_keeps_what_was_typed(page):
    fill_in(page)
    preview(page).locator(".counts-as", has_text="Community").wait_for()
    page.context.set_offline(True)

    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_text("There is no connection.").wait_for()
    assert page.url.endswith(NEW)
    page.shoot("record-offline")
    page.context.set_offline(False)
    page.get_by_role("button", name="Save", exact=True).click()

    page.get_by_role("status").filter(has_text="This counts as: community").wait_for()


def test_signing_out_leaves_nothing_behind(page):
    fill_in(page)
    wait_for_draft(page, "Pupils")

    page.locator("[data-forget-drafts]").first.evaluate("form => form.requestSubmit()")
    page.wait_for_url("**/sign-in/**")

    wait_for_no_draft(page)


def test_what_was_typed_just_before_signing_out_is_not_kept_either(page):
    fill_in(page)
    wait_for_draft(page, "Pupils")
    page.route("**/sign-out/", lambda route: (time.sleep(1), route.continue_()))

    page.locator("[data-forget-drafts]").first.evaluate(
        """form => {
            const box = document.querySelector("#id_title");
            box.dispatchEvent(new Event("input", {bubbles: true}));
            form.requestSubmit();
        }"""
    )
    page.wait_for_url("**/sign-in/**")

    wait_for_no_draft(page)


def test_the_second_of_two_editors_saves_over_the_first_only_when_told(page):
    activity = Activity.objects.owned().filter(office__slug="victoria").live().first()
    page.goto(f"{activity.get_absolute_url()}edit/")
    page.get_by_role("textbox", name="Place").evaluate("box => box.closest('details').open = true")
    page.get_by_role("textbox", name="Place").fill("Butchart Gardens")
    Activity.objects.filter(pk=activity.pk).update(outcome="The first says", version=99)

    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("heading", name="Somebody else saved this record").wait_for()
    page.complaints.clear()  # the browser tells of an answer of 409
    page.get_by_role("button", name="Save", exact=True).click()

    page.get_by_role("status").filter(has_text="Saved.").wait_for()
    activity.refresh_from_db()
    assert activity.place == "Butchart Gardens"
    wait_for_no_draft(page)


def test_the_same_again_is_shown_before_it_is_recorded(page):
    fill_in(page)
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("status").filter(has_text="This counts as: community").wait_for()

    page.goto(NEW)
    fill_in(page)
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("heading", name="Is it already on record?").wait_for()
    page.shoot("record-look-alikes")
    assert page.barriers() == []
    page.get_by_role("button", name="Record all the same").click()

    page.get_by_role("status").filter(has_text="This counts as: community").wait_for()
    assert Activity.objects.filter(title="Pupils of Suzhou in Victoria").count() == 2


def test_without_scripts_the_plain_form_records_with_as_many_lines_as_asked_for(open_page, sign_in):
    page = open_page(java_script_enabled=False)
    page.goto("/sign-in/")
    page.locator("#id_username").fill(OFFICER)
    page.locator("#id_password").fill("twinportal")
    page.get_by_role("button", name="Sign in").first.click()
    page.goto(NEW)

    choose_kind(page, "Student exchange")
    page.locator("#id_relationships").select_option(label="Suzhou 苏州, China")
    page.get_by_label("First day").fill("2024")
    page.get_by_role("textbox", name="Title").fill("Pupils of Suzhou in Victoria")
    page.get_by_role("radio", name="No part").check()
    page.get_by_role("radio", name="Inbound").check()
    page.locator("summary", has_text="Money").click()
    page.locator("[name=money-0-payer]").select_option("our_city")
    page.locator("[name=money-0-amount]").fill("100")
    page.get_by_role("button", name="Another line of money").click()
    page.locator("[name=money-1-payer]").select_option("grant")
    page.locator("[name=money-1-amount]").fill("50")
    page.get_by_role("button", name="Save", exact=True).click()

    page.get_by_role("status").filter(has_text="This counts as").wait_for()
    activity = Activity.objects.get(title="Pupils of Suzhou in Victoria")
    assert activity.funding_lines.count() == 2
