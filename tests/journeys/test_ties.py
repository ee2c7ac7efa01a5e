"""From a proposal to an agreement: a tie is put on record, comes into force and is suspended."""

import pytest

from relationships.models import Agreement, City, Relationship
from tests.journeys.conftest import PHONE
from tests.twinportal.uploads.made_files import PDF

pytestmark = pytest.mark.timeout(300)

EMAIL = "officer@victoria.example"


def follow(page, words):
    page.tab_to(page.get_by_role("main").get_by_role("link", name=words, exact=True).first)
    page.press("Enter")


def choose(page, group, words):
    radios = page.get_by_role("group", name=group)
    chosen = radios.get_by_role("radio", name=words, exact=True)
    page.tab_to(radios.locator("input:checked, input").first)
    page.press("Space")
    while not chosen.is_checked():
        page.press("ArrowRight")


def write(page, label, words):
    page.tab_to(page.get_by_label(label, exact=False).first)
    page.type(words)


def save(page, words):
    page.tab_to(page.get_by_role("button", name=words, exact=True))
    page.press("Enter")


def test_a_proposal_comes_into_force_by_keyboard_alone(open_page, sign_in):
    page = open_page()
    sign_in(page, EMAIL)

    page.goto("/relationships/new/")
    page.tab_to(page.get_by_role("combobox", name="Partner city"))
    page.type("taizhou zhejiang")
    page.get_by_role("option").filter(has_text="Zhejiang, China").wait_for()
    page.shoot("relationship-new-city")
    page.press("Enter")
    choose(page, "Tier", "Friendship city")
    choose(page, "Legal status", "Proposed")
    page.shoot("relationship-new")
    save(page, "Save")
    page.get_by_role("status").filter(has_text="is now on record").wait_for()
    tie = Relationship.objects.get(partner_city__region="Zhejiang", office__slug="victoria")
    assert (tie.legal_status, tie.start_date) == ("proposed", None)

    follow(page, "Record a decision")
    page.get_by_role("heading", name="Record a decision").wait_for()
    write(page, "Who decided", "Victoria City Council")
    page.locator("[name=decided_date]").fill("2026-02-12")
    write(page, "motion", "That the friendship be concluded.")
    choose(page, "It was", "Carried")
    page.get_by_label("It changes the legal status to").select_option("in_force")
    page.shoot("decision-new")
    save(page, "Keep the decision")
    page.get_by_role("status").filter(has_text="The legal status is now: in force").wait_for()
    page.shoot("relationship-in-force")
    assert str(Relationship.objects.get(pk=tie.pk).since) == "2026-02-12"

    save(page, "Undo this change")
    page.get_by_role("status").filter(has_text="The legal status is again: proposed").wait_for()
    assert Relationship.objects.get(pk=tie.pk).legal_status == "proposed"


def test_an_agreement_is_signed_renewed_and_its_document_kept_on_a_phone(open_page, sign_in):
    page = open_page(width=PHONE, accept_downloads=True)
    sign_in(page, EMAIL)
    tie = Relationship.objects.get(partner_city__name="Morioka", office__slug="victoria")

    page.goto(f"{tie.get_absolute_url()}agreements/new/")
    choose(page, "Kind", "Protocol")
    write(page, "Title", "Protocol on schools")
    write(page, "Signed", "2026-01")
    page.locator("[name=paper]").set_input_files(
        {"name": "Protocol.pdf", "mimeType": "application/pdf", "buffer": PDF}
    )
    save(page, "Save")
    page.get_by_role("heading", name="Protocol on schools").wait_for()
    page.shoot("agreement")
    with page.expect_download() as downloading:
        page.get_by_role("link", name="Protocol.pdf").click()
    assert downloading.value.suggested_filename == "Protocol.pdf"

    save(page, "Remove")
    page.get_by_role("heading", name="Earlier documents").wait_for()
    page.shoot("agreement-without-document")
    save(page, "Bring back")
    page.get_by_role("status").filter(has_text="stands again").wait_for()
    follow(page, "Renew")
    page.get_by_role("heading", name="Add an agreement").wait_for()
    renewed = Agreement.objects.get(title="Protocol on schools")
    assert page.get_by_label("Takes the place of").input_value() == str(renewed.pk)


def test_a_missing_city_is_added_without_scripts(open_page, sign_in):
    page = open_page(java_script_enabled=False)
    page.goto("/sign-in/")
    page.get_by_label("E-mail").fill(EMAIL)
    page.get_by_label("Password").fill("twinportal")
    page.get_by_role("button", name="Sign in", exact=True).first.click()

    page.goto("/relationships/new/")
    page.get_by_role("link", name="Find the city on a page of its own").click()
    page.get_by_label("Name of the city").fill("Harbinn")
    page.get_by_role("button", name="Find", exact=True).click()
    page.get_by_role("link", name="None of these: add “Harbinn”").click()
    page.get_by_label("Country").select_option("CN")
    page.get_by_label("Region").fill("Heilongjiang")
    page.get_by_role("button", name="Add the city").click()
    if page.get_by_text("Is it one of these?").is_visible():
        page.get_by_role("button", name="None of these").click()
    page.get_by_role("status").filter(has_text="Harbinn is now on record.").wait_for()
    page.get_by_role("radio", name="Project partner").check()
    page.get_by_role("button", name="Save").click()

    page.get_by_role("status").filter(has_text="Victoria – Harbinn is now on record").wait_for()
    assert City.objects.get(name="Harbinn").region == "Heilongjiang"
