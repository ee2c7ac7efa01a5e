"""After an activity: what became of it, its files and its history, by keyboard alone."""

import pytest

from activities.models import Activity
from relationships.models import Relationship
from tests.factories import ActivityFactory, DecisionFactory
from tests.journeys.conftest import DESK, PHONE
from tests.twinportal.uploads.made_files import PDF

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def planned(portal):
    tie = Relationship.objects.get(office__slug="victoria", partner_city__name="Suzhou")
    DecisionFactory(relationship=tie, motion="That the visit be put off.")
    return ActivityFactory(
        relationships=[tie], title="Choir of Suzhou", type="performance", status="planned",
        when="2026-02-14", recorded_date="2026-01-05",
    )  # fmt: skip


def press(page, words, key="Enter", scope="main"):
    page.tab_to(page.locator(scope).get_by_role("button", name=words, exact=True).first)
    page.press(key)


def follow(page, words):
    page.tab_to(page.locator("main").get_by_role("link", name=words, exact=True).first)
    page.press("Enter")


@pytest.mark.parametrize("width", [DESK, PHONE])
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_what_happened_is_answered_and_taken_back(open_page, sign_in, planned, width, scripts):
    page = open_page(width=width, java_script_enabled=scripts)
    sign_in(page, "officer@victoria.example")
    page.goto(planned.get_absolute_url())
    if scripts:
        page.shoot("happened-asked")
        assert page.barriers() == []

    press(page, "It was held")
    page.get_by_text("It counts as: not classified.").wait_for()
    if scripts:
        page.shoot("happened-who-took-part")
    page.get_by_label("Residents").or_(page.get_by_label("Other residents")).first.focus()
    page.type("40")
    press(page, "Save the numbers")
    page.get_by_text("This counts as: community").wait_for()

    activity = Activity.objects.get(pk=planned.pk)
    assert (activity.status, activity.residents) == ("held", 40)


def test_an_answer_is_undone_from_its_message(open_page, sign_in, planned):
    page = open_page()
    sign_in(page, "officer@victoria.example")
    page.goto(planned.get_absolute_url())

    press(page, "Ask again in 30 days")
    page.get_by_text("You are asked again in 30 days.").wait_for()
    press(page, "Undo")

    page.get_by_text("Undone.").wait_for()
    assert Activity.objects.get(pk=planned.pk).ask_again_date is None


def test_a_visit_is_postponed_with_its_reason_and_planned_anew(open_page, sign_in, planned):
    page = open_page(width=PHONE)
    sign_in(page, "officer@victoria.example")
    page.goto(planned.get_absolute_url())

    press(page, "It was not held")
    page.get_by_role("group", name="What became of it").wait_for()
    page.get_by_role("radio", name="Postponed").check()
    page.get_by_label("Reason", exact=True).select_option("Decision of council")
    page.get_by_label("Whose reason").select_option("Our side")
    page.get_by_label("New date").fill("2026-10")
    page.get_by_label("Decision behind it").select_option(index=1)
    page.shoot("not-held-filled")
    press(page, "Save")
    page.get_by_text("It is planned anew for October 2026.").wait_for()

    planned.refresh_from_db()
    assert (planned.status, planned.reason_code) == ("postponed", "council")
    assert planned.decision is not None
    assert Activity.objects.filter(title="Choir of Suzhou", status="planned").exists()


def test_a_record_is_made_void_and_brought_back_and_its_history_tells_so(
    open_page, sign_in, planned
):
    page = open_page()
    sign_in(page, "officer@victoria.example")
    page.goto(planned.get_absolute_url())

    follow(page, "Make void")
    page.get_by_role("radio", name="Recorded twice").check()
    press(page, "Make void")
    page.get_by_text("This record is void").wait_for()
    page.shoot("void")
    follow(page, "Bring it back")
    press(page, "Bring it back")
    page.get_by_text("Brought back").wait_for()
    follow(page, "History of this record")

    page.get_by_role("heading", name="History").wait_for()
    page.shoot("history")
    page.widen(PHONE)
    page.shoot("history")
    assert page.barriers() == []
    told = page.locator(".history").inner_text()
    assert "Void" in told
    assert "Recorded twice" in told


def test_a_document_is_attached_taken_and_removed(open_page, sign_in, planned):
    page = open_page(accept_downloads=True)
    sign_in(page, "officer@victoria.example")
    page.goto(planned.get_absolute_url())

    follow(page, "Attach or remove")
    paper = {"name": "Programme 苏州.pdf", "mimeType": "application/pdf", "buffer": PDF}
    page.get_by_label("Files").set_input_files([paper])
    page.get_by_label("These documents prove it").check()
    press(page, "Attach")
    page.get_by_text("1 file is kept.").wait_for()
    page.shoot("files")
    page.widen(PHONE)
    page.shoot("files")
    assert page.barriers() == []
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Programme 苏州").click()
    assert downloading.value.suggested_filename == "Programme 苏州.pdf"
    page.get_by_role("button", name="Remove Programme 苏州").press("Enter")
    page.get_by_text("is shown no longer.").wait_for()
    press(page, "Undo")
    page.get_by_text("is shown again.").wait_for()

    assert Activity.objects.get(pk=planned.pk).evidence == "documented"
