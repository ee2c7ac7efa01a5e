"""The people behind a tie: put on record, verified, handed over, made one, forgotten."""

import pytest

from accounts.models import Office
from relationships.models import Contact
from tests.journeys.conftest import PHONE
from tests.journeys.people import people_of_suzhou

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def suzhou(portal):
    return people_of_suzhou(Office.objects.get(slug="victoria"))


@pytest.fixture
def signed_in(open_page, sign_in):
    def enter(who="officer", **options):
        page = open_page(**options)
        sign_in(page, f"{who}@victoria.example")
        return page

    return enter


def fill(page, label, words):
    """Go to a box by keyboard and type."""
    page.tab_to(page.get_by_role("textbox", name=label).first)
    page.type(words)


def press(page, name):
    page.tab_to(page.get_by_role("button", name=name).first)
    page.press("Enter")


def test_a_person_is_put_on_record_from_a_relationship_by_keyboard(signed_in, suzhou):
    tie = suzhou[0]
    page = signed_in()
    page.goto(tie.get_absolute_url())
    page.tab_to(page.get_by_role("link", name="Add a person"))
    page.press("Enter")
    page.wait_for_url("**/people/new/**")
    assert page.get_by_role("radio", name="Family name first").is_checked()

    fill(page, "Family name", "Wang")
    fill(page, "Given name", "Fang")
    fill(page, "Name in its own script", "王芳")
    page.tab_to(page.get_by_text("It is not on the list"))
    page.press("Enter")
    fill(page, "Name of the new organisation", "Suzhou No. 2 School")
    page.tab_to(page.get_by_label("What it is"))
    page.type("School")
    page.shoot("person-filled")
    press(page, "Save")

    page.get_by_role("heading", name="Wang Fang 王芳").wait_for()
    assert page.locator("h1 [lang=zh]").inner_text() == "王芳"
    assert page.get_by_role("link", name="Suzhou No. 2 School").is_visible()
    assert page.get_by_text("Victoria – Suzhou").first.is_visible()
    page.shoot("person")


def test_still_right_today_is_one_press_and_can_be_undone(signed_in, suzhou):
    first = suzhou[2]
    page = signed_in()
    page.goto(first.get_absolute_url())
    press(page, "Still right today")
    said = page.get_by_role("status").filter(has_text="Li Na: still right on 2 Mar 2026.")
    said.wait_for()
    page.shoot("person-verified")

    press(page, "Undo")

    page.get_by_text("Undone.").wait_for()
    assert page.get_by_text("verified 1 May 2024").is_visible()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_post_changes_hands_on_a_phone_and_without_scripts(signed_in, suzhou, scripts):
    tie, _left, first, *_others = suzhou
    page = signed_in(width=PHONE, java_script_enabled=scripts)
    page.goto(f"{tie.get_absolute_url()}people/")
    page.locator(".task", has_text="Li Na").get_by_role("link", name="Hand over").click()
    page.get_by_label("Last day in post").fill("2026-02-28")
    page.get_by_role("textbox", name="Family name").fill("Chen")
    page.get_by_role("textbox", name="Given name").fill("Yu")
    page.shoot(f"handover-{'scripts' if scripts else 'plain'}")
    page.get_by_role("button", name="Hand over").click()

    said = page.get_by_role("status")
    said.filter(has_text="Li Na is in post until 28 Feb 2026; Chen Yu takes over.").wait_for()
    page.goto(f"{tie.get_absolute_url()}people/")
    page.shoot("who-knew-whom")
    rows = page.locator("tbody tr").all_inner_texts()
    assert "Chen Yu" in rows[0]
    assert "Li Na" in rows[2]
    assert [row for row in rows if "Nobody on record" in row]
    assert Contact.objects.get(family_name="Chen").primary_for.get().relationship == tie
    assert not first.primary_for.exists()


def test_two_records_of_one_person_are_made_one_by_keyboard_and_two_again(signed_in, suzhou):
    page = signed_in()
    page.goto("/people/duplicates/")
    page.tab_to(page.locator(".task", has_text="Li Na").get_by_role("link", name="Compare"))
    page.press("Enter")
    page.get_by_role("heading", name="Are these two one?").wait_for()
    page.shoot("merge")
    press(page, "Make them one")
    page.get_by_role("status").filter(has_text="was merged into Li Na").wait_for()
    assert not Contact.objects.filter(pk=suzhou[3].pk).exists()

    press(page, "Undo")

    page.get_by_text("Undone: they are two records again.").wait_for()
    assert Contact.objects.filter(pk=suzhou[3].pk).exists()


def test_a_coordinator_anonymises_and_the_years_stay(signed_in, suzhou):
    tie, _left, *_others = suzhou
    page = signed_in("coordinator")
    page.goto("/people/?keep=due")
    page.get_by_role("link", name="Zhang Wei").click()
    page.get_by_role("link", name="Anonymise").click()
    page.get_by_role("heading", name="Anonymise this person?").wait_for()
    assert page.barriers() == []
    page.shoot("anonymise")
    press(page, "Anonymise for good")

    page.get_by_role("heading", name="Former contact").wait_for()
    assert page.barriers() == []
    page.goto(f"{tie.get_absolute_url()}people/")
    assert page.get_by_text("Former contact").first.is_visible()
    assert not page.get_by_text("张伟").count()
