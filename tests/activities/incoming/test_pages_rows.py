"""The preview of a file: its rows are corrected, decided and left out."""

import re

import pytest
from django.urls import reverse

from activities.models import Activity, Import
from relationships.models import City
from tests.activities.imports.making import TIE
from tests.activities.incoming.browsing import act, bytes_of, page_of, upload
from tests.activities.incoming.sending import checked, send, worked_on
from tests.activities.incoming.test_taking import CHOIR, VISIT
from tests.factories import ActivityFactory, CityFactory, RelationshipFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]


def test_a_refused_cell_is_corrected_in_place_and_the_file_stays(officer_client, office, tie):
    source = checked(send(CHOIR, VISIT | {"date_start": "soon"}, office=office))
    before = bytes_of(source)
    text = page_of(officer_client, source)
    assert "Row 3" in text
    assert 'name="cell_7" value="soon"' in text

    answer = officer_client.post(
        reverse("import_row", args=[source.pk, 3]), {"cell_7": "2019-09-01", "was_7": "soon"}
    )

    source.refresh_from_db()
    assert answer.url.endswith("?page=1#row-3")
    assert (source.created, source.refused, source.can_be_taken) == (2, 0, True)
    assert source.corrections == {"3": {"7": "2019-09-01"}}
    assert bytes_of(source) == before


def test_of_two_who_correct_one_cell_the_second_is_told(officer_client, office, tie):
    source = checked(send(CHOIR, VISIT | {"date_start": "soon"}, office=office))
    address = reverse("import_row", args=[source.pk, 3])
    officer_client.post(address, {"cell_7": "later", "was_7": "soon"})

    second = officer_client.post(address, {"cell_7": "2019-09-01", "was_7": "soon"})

    text = second.content.decode()
    assert second.status_code == 409
    assert "Somebody else corrected this row meanwhile" in text
    assert 'value="2019-09-01"' in text
    assert "Now: later" in text


def test_the_city_that_is_meant_is_chosen(officer_client, office, home):
    for region in ("Jiangsu", "Zhejiang"):
        city = CityFactory(name="Taizhou", region=region, country="CN")
        RelationshipFactory(office=office, home_city=home, partner_city=city)
    source = checked(send(CHOIR | {"city_b": "Taizhou"}, office=office))
    text = page_of(officer_client, source)
    assert "It is Taizhou" in text

    officer_client.post(reverse("import_row", args=[source.pk, 2]), {"cell_city_id_b": city.pk})

    row = source.checked_rows.get()
    assert (row.outcome, row.relationship) == (
        "created",
        "Montréal (Quebec) – Taizhou (Zhejiang)",
    )


def test_a_city_that_is_not_on_record_is_put_there_and_the_way_leads_back(
    officer_client, office, home
):
    source = checked(send(CHOIR | {"city_b": "Qingdao"}, office=office))
    address = source.checked_rows.get()
    text = page_of(officer_client, source)
    assert "Put Qingdao on record" in text
    city = CityFactory(name="Tsingtao", country="CN")

    row = officer_client.get(
        reverse("import_row", args=[source.pk, address.line]), {"side": "b", "city": city.pk}
    )

    assert f'name="cell_city_id_b" value="{city.pk}"' in row.content.decode()


def test_the_refused_rows_come_back_as_a_file_that_can_be_sent_again(officer_client, office, tie):
    source = checked(send(CHOIR, VISIT | {"date_start": "soon", "note": "=1+1"}, office=office))

    answer = officer_client.get(reverse("import_refused", args=[source.pk]))
    again = upload(officer_client, answer.content.replace(b"soon", b"2019-09-01"))

    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[0].endswith("note,What to correct")
    assert "is not a date" in lines[1]
    assert "'=1+1" in lines[1]
    returned = Import.objects.first()
    assert again.url == returned.get_absolute_url()
    returned = worked_on(returned)
    assert (returned.created, returned.layout["unknown"]) == (1, [])


def test_a_possible_duplicate_is_decided_and_undecided(officer_client, office, tie):
    ActivityFactory(relationships=[tie], when="2018-05-04", type="performance")
    source = checked(send(CHOIR, office=office))

    taken = act(officer_client, "import_decide", source, line="2", answer="take")
    asked = act(officer_client, "import_decide", source, line="2", answer="")
    left = act(officer_client, "import_decide", source, line="duplicates", answer="leave")

    assert "taken as one of its own" in taken
    assert "Take row 2 as well" in asked
    assert "Undo for row 2" in left


def test_the_file_may_change_the_record_when_it_is_let(coordinator_client, office, tie):
    source = checked(send(CHOIR, office=office))
    act(coordinator_client, "import_take", source)
    worked_on(source)
    later = checked(send(CHOIR | {"artists": "41"}, office=office))
    assert "1 known row says otherwise" in page_of(coordinator_client, later)

    act(coordinator_client, "import_updates", later, answer="yes")
    act(coordinator_client, "import_take", later)
    worked_on(later)

    assert Activity.objects.get().artists == 41


def test_only_rows_of_one_outcome_are_shown_when_asked_for(officer_client, office, tie):
    source = checked(send(CHOIR, VISIT | {"date_start": "soon"}, office=office))

    refused = page_of(officer_client, source, "?outcome=refused")
    odd = page_of(officer_client, source, "?outcome=nonsense&page=99%00")

    assert re.findall(r'id="row-(\d+)"', refused) == ["3"]
    assert re.findall(r'id="row-(\d+)"', odd) == ["3", "2"]


def test_odd_answers_change_nothing(officer_client, office, tie):
    source = checked(send(CHOIR, VISIT | {"date_start": "soon"}, office=office))
    row = reverse("import_row", args=[source.pk, 3])

    officer_client.post(row, {"cell_7": "a\0b", "cell_99": "x", "cell_title": "y"})
    officer_client.post(reverse("import_decide", args=[source.pk]), {"line": "9" * 30})
    officer_client.post(reverse("import_decide", args=[source.pk]), {"line": "2", "answer": "take"})

    source.refresh_from_db()
    assert (source.corrections, source.decisions) == ({}, {})
    assert officer_client.get(reverse("import_row", args=[source.pk, 77])).status_code == 404


@pytest.mark.parametrize("number", [2, 20])
def test_the_preview_asks_as_little_for_many_rows_as_for_few(
    officer_client, office, tie, number, django_assert_max_num_queries
):
    rows = [VISIT | {"activity_id": f"E{n}", "date_start": f"19{n + 70}"} for n in range(number)]
    source = checked(send(*rows, CHOIR | {"date_start": "soon"}, office=office))

    with django_assert_max_num_queries(12):
        officer_client.get(source.get_absolute_url())


def test_unknown_cities_of_a_file_of_relationships_are_asked_about(officer_client, office, home):
    source = checked(send(TIE, office=office, kind="tie"))
    asked = page_of(officer_client, source)

    answer = act(officer_client, "import_updates", source, what="cities", answer="yes")

    assert "1 row names a city that is not on record." in asked
    assert "Put Shanghai on record" in asked
    assert "Every row is settled." in answer
    assert not City.objects.filter(name="Shanghai").exists()
    again = act(officer_client, "import_updates", source, what="cities", answer="no")
    assert "1 row needs settling" in again
