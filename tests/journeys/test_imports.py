"""A year's spreadsheet comes in: settled by an officer, taken by a coordinator, taken back."""

import pytest

from accounts import demonstration
from activities.models import Activity, Import
from activities.tasks import work_on_import
from tests.activities.imports.making import csv_of

pytestmark = pytest.mark.timeout(300)

ROWS = [
    {"Ville A": "Victoria", "Pays A": "CA", "Ville B": "Suzhou", "Pays B": "CN",
     "Quoi": "Choir of Suzhou", "Genre": "soirée", "Date": "2025-05-06", "Artistes": "40"},
    {"Ville A": "Victoria", "Pays A": "CA", "Ville B": "Morioka", "Pays B": "JP",
     "Quoi": "Pupils of Morioka", "Genre": "student_exchange", "Date": "soon", "Artistes": ""},
]  # fmt: skip


def work():
    """What the worker does meanwhile."""
    for source in Import.objects.at_work():
        work_on_import(import_id=source.pk)


def press(page, words):
    page.tab_to(page.get_by_role("button", name=words).first)
    page.press("Enter")


@pytest.fixture
def sent(tmp_path):
    path = tmp_path / "year-2025.csv"
    path.write_bytes(csv_of(*ROWS))
    return path


def bring_in(page, path):
    page.goto("/imports/new/")
    page.locator("[type=file]").set_input_files(path)
    press(page, "Read the file")
    page.get_by_role("heading", name="What do the columns mean?").wait_for()


def settle_columns(page):
    for header, meaning in {"Quoi": "title", "Genre": "type"}.items():
        page.get_by_label(header).select_option(meaning)
    press(page, "Check every row")
    page.get_by_role("heading", name="Words of your own").wait_for()
    page.get_by_label("soirée").select_option("performance")


def test_a_file_comes_in_and_is_taken_back(open_page, sign_in, sent):
    officer = open_page()
    sign_in(officer, "officer@victoria.example")
    bring_in(officer, sent)
    settle_columns(officer)
    officer.shoot("import-columns")

    press(officer, "Check every row")
    officer.get_by_role("heading", name="Every row is being checked").wait_for()
    officer.shoot("import-checking")
    work()
    officer.get_by_text("1 row needs settling before this file can be taken.").wait_for()
    officer.shoot("import-preview")
    assert not Activity.objects.filter(title="Choir of Suzhou").exists()
    officer.tab_to(officer.locator("#row-3").get_by_label("Date"))
    officer.press("ControlOrMeta+a")
    officer.type("2025-07-13")
    officer.press("Enter")
    officer.get_by_text("The file waits here for").wait_for()
    officer.shoot("import-for-the-coordinator")

    coordinator = open_page()
    sign_in(coordinator, "coordinator@victoria.example")
    coordinator.goto("/imports/")
    coordinator.get_by_text("ready to take").wait_for()
    coordinator.shoot("imports")
    coordinator.tab_to(coordinator.get_by_role("link", name="year-2025.csv"))
    coordinator.press("Enter")
    press(coordinator, "Take the file")
    coordinator.get_by_role("heading", name="The rows are being taken").wait_for()
    work()
    coordinator.get_by_role("heading", name="What came of it").wait_for()
    coordinator.shoot("import-taken")
    assert (
        Activity.objects.live().filter(title__in=["Choir of Suzhou", "Pupils of Morioka"]).count()
        == 2
    )

    press(coordinator, "Take the whole import back")
    coordinator.get_by_role("heading", name="The import is being taken back").wait_for()
    work()
    coordinator.get_by_text("Made void: 2.").wait_for()
    coordinator.shoot("import-taken-back")
    assert not Activity.objects.live().filter(title="Choir of Suzhou").exists()


def test_it_works_on_a_phone_and_without_scripts(open_page, sign_in, sent):
    page = open_page(width=375, java_script_enabled=False)
    page.goto("/sign-in/")
    page.get_by_label("E-mail").fill("coordinator@victoria.example")
    page.get_by_label("Password").fill(demonstration.PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    bring_in_by_hand(page, sent)

    page.get_by_role("link", name="See how far it is").wait_for()
    work()
    page.get_by_role("link", name="See how far it is").click()

    page.get_by_role("heading", name="Every row, as it will be recorded").wait_for()
    page.shoot("import-preview")
    page.locator("#row-3").get_by_label("Date").fill("2025-07-13")
    page.get_by_role("button", name="Correct row 3").click()
    page.get_by_role("button", name="Take the file").click()
    work()
    page.get_by_role("link", name="See how far it is").click()
    page.get_by_role("heading", name="What came of it").wait_for()
    page.shoot("import-taken")


def bring_in_by_hand(page, path):
    page.goto("/imports/new/")
    page.locator("[type=file]").set_input_files(path)
    page.get_by_role("button", name="Read the file").click()
    for header, meaning in {"Quoi": "title", "Genre": "type"}.items():
        page.get_by_label(header).select_option(meaning)
    page.get_by_role("button", name="Check every row").click()
    page.get_by_label("soirée").select_option("performance")
    page.get_by_role("button", name="Check every row").click()
