"""A morning of the officer: find a tie, record what happened, answer an alert, make the edition."""

import io

import pypdf
import pytest

from reports.models import Alert, Edition
from reports.tasks import build_edition

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def page(open_page, sign_in):
    page = open_page(accept_downloads=True)
    sign_in(page, "officer@victoria.example")
    page.goto("/relationships/")
    return page


def follow(page, words, within="body"):
    """Go to the first link of these words by keyboard."""
    page.tab_to(page.locator(within).get_by_role("link", name=words, exact=True).first)
    page.press("Enter")


def find(page, words):
    """Type into the first filter of a list, and give the ties then listed."""
    page.tab_to(page.get_by_label("Find a city"))
    page.type(words)
    page.press("Enter")
    page.wait_for_url("**q=**")
    return page.locator("tbody th").all_inner_texts()


def choose(page, group, words):
    """Choose one of a group of radio buttons by keyboard."""
    chosen = page.get_by_role("group", name=group).get_by_role("radio", name=words, exact=True)
    page.tab_to(page.get_by_role("group", name=group).get_by_role("radio").first)
    page.press("Space")
    while not chosen.is_checked():
        page.press("ArrowRight")


def marks(page):
    """What the strip of years says of each year."""
    return page.locator(".years").get_attribute("aria-label")


def test_a_tie_is_found_in_any_script_and_without_accents(page):
    assert find(page, "苏州") == ["Victoria – Suzhou 苏州"]

    page.goto("/relationships/?scope=reference")

    assert find(page, "quebec") == ["Québec – Xi'an 西安"]


def test_an_activity_is_recorded_by_keyboard_and_changes_the_strip(page):
    find(page, "suzhou")
    follow(page, "Victoria – Suzhou")
    page.wait_for_url("**/relationships/*/")
    before = marks(page)
    page.shoot("relationship-before")

    follow(page, "Record an activity", within="main")
    page.wait_for_url("**/activities/new/**")
    choose(page, "What kind", "Student exchange")
    page.tab_to(page.get_by_label("First day"))
    page.type("2024-05-14")
    page.tab_to(page.get_by_label("Title"))
    page.type("Pupils of Suzhou in Victoria")
    page.tab_to(page.get_by_role("textbox", name="Students"))
    page.type("15")
    choose(page, "What did government do", "Courtesy only")
    choose(page, "Who travelled", "Inbound")
    page.shoot("record-filled")
    page.tab_to(page.get_by_role("button", name="Save", exact=True))
    page.press("Enter")
    page.get_by_role("status").filter(has_text="This counts as: community").wait_for()
    assert page.get_by_role("heading", name="Pupils of Suzhou in Victoria").is_visible()
    page.shoot("activity-recorded")
    follow(page, "Victoria – Suzhou")
    page.wait_for_url("**/relationships/*/")
    assert "2024" not in before
    assert "2024 community" in marks(page)


def test_an_alert_says_why_and_takes_an_answer(page):
    follow(page, "Alerts")
    page.wait_for_url("**/alerts/")
    page.shoot("alerts")
    page.locator("tr", has_text="Khabarovsk").get_by_role("link", name="Inactive").click()
    page.get_by_text("What would clear it").wait_for()
    day = page.locator("[name=until]")
    assert not day.is_visible()

    page.get_by_label("Ask again on a day").check()
    day.fill("2026-09-01")
    page.get_by_label("Note").fill("The council decides in August.")
    page.shoot("alert-answered")
    page.get_by_role("button", name="Keep this answer").click()

    page.get_by_text("Your answer is kept.").wait_for()
    alert = Alert.objects.get(kind="inactive", state="snoozed")
    assert str(alert.relationship.partner_city) == "Khabarovsk"
    assert "The council decides in August." in page.locator(".timeline").inner_text()


def test_the_annual_edition_is_made_watched_and_downloaded(page):
    follow(page, "Annual editions")
    page.wait_for_url("**/editions/")
    page.get_by_role("link", name="Make an edition").first.click()
    page.get_by_role("button", name="Make the edition").click()
    page.get_by_text("Step 0 of 7").wait_for()
    page.shoot("edition-in-the-making")

    build_edition(edition_id=Edition.objects.get().pk)

    page.get_by_role("heading", name="Files").wait_for()
    page.shoot("edition")
    with page.expect_download() as downloading:
        page.get_by_role("link", name="PDF (A4)").click()
    paper = pypdf.PdfReader(io.BytesIO(downloading.value.path().read_bytes()))
    text = "".join(sheet.extract_text() for sheet in paper.pages)
    assert downloading.value.suggested_filename == "twinning-victoria-2025-draft-en.pdf"
    assert "Victoria – Morioka" in text
    assert "盛岡" in text
