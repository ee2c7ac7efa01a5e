"""A file is handed over, taken, taken back or discarded; the list of files."""

import pytest
from django.urls import reverse

from activities.models import Activity, Import
from tests.activities.imports.making import TIE
from tests.activities.incoming.browsing import act, page_of
from tests.activities.incoming.sending import checked, send, taken, worked_on
from tests.activities.incoming.test_taking import CHOIR

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]


def test_an_officer_hands_the_file_to_those_who_may_take_it(
    officer_client, coordinator, office, tie
):
    source = checked(send(CHOIR, office=office))

    text = page_of(officer_client, source)
    answer = officer_client.post(reverse("import_take", args=[source.pk]))

    assert "The file waits here for somebody who may take it: Corinne." in " ".join(text.split())
    assert answer.status_code == 403


def test_a_coordinator_takes_the_file_and_takes_it_back(coordinator_client, office, tie):
    source = checked(send(CHOIR, office=office))

    assert "The rows are being taken" in act(coordinator_client, "import_take", source)
    assert "at work on this import" in act(coordinator_client, "import_take", source)
    worked_on(source)
    assert "Choir from Shanghai" in page_of(coordinator_client, source)
    assert "The import is being taken back" in act(coordinator_client, "import_take_back", source)
    assert "at work on this import" in act(coordinator_client, "import_take_back", source)
    worked_on(source)
    back = page_of(coordinator_client, source)

    assert "Made void: 1." in back
    assert "Check it again, to take it again" in back
    assert Activity.objects.get().status == "void"


def test_the_bar_of_progress_is_asked_for_alone_and_then_loads_the_page(
    officer_client, office, tie
):
    source = send(CHOIR, office=office)
    Import.objects.filter(pk=source.pk).update(state="checking", done=3, total=8)
    htmx = {"HX-Request": "true"}

    part = officer_client.get(source.get_absolute_url(), headers=htmx)
    Import.objects.filter(pk=source.pk).update(state="uploaded")
    over = officer_client.get(source.get_absolute_url(), headers=htmx)

    assert "Step 3 of 8" in part.content.decode()
    assert "<html" not in part.content.decode()
    assert over.headers["HX-Refresh"] == "true"


def test_the_list_shows_the_files_of_the_office(officer_client, office, other_office, tie):
    send(CHOIR, office=office, name="ours.csv")
    send(TIE, office=other_office, name="theirs.csv", kind="tie")

    text = officer_client.get(reverse("import_list")).content.decode()

    assert "ours.csv" in text
    assert "theirs.csv" not in text


@pytest.mark.parametrize("number", [2, 20])
def test_the_list_asks_as_little_for_many_files_as_for_few(
    officer_client, office, tie, number, django_assert_max_num_queries
):
    for at in range(number):
        send(CHOIR, office=office, name=f"{at}.csv")
    Import.objects.update(state="checked", layout={"has_news": True})

    with django_assert_max_num_queries(9):
        officer_client.get(reverse("import_list"))


def test_a_file_is_discarded_and_brought_back(officer_client, office, tie):
    source = checked(send(CHOIR, office=office))

    gone = act(officer_client, "import_discard", source)
    twice = act(officer_client, "import_discard", source)
    page = page_of(officer_client, source)
    back = act(officer_client, "import_discard", source, answer="undo")

    assert "is discarded" in gone
    assert "at work on this import" in twice
    assert "Discarded by Odile." in page
    assert "Every row is settled." in back
    assert "Discarded by" not in back


def test_what_is_on_record_is_not_discarded(coordinator_client, coordinator, office, tie):
    source = taken(checked(send(CHOIR, office=office)), by=coordinator)

    act(coordinator_client, "import_discard", source)

    source.refresh_from_db()
    assert source.state == "taken"
