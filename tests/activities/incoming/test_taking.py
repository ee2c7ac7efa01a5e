"""What the preview shows is what is taken, whole or not at all, and once."""

import pytest

from activities.incoming.taking import ask_to_take
from activities.models import Activity, Import, SourceRow
from activities.models.imports import NotWaiting
from tests.activities.incoming.sending import answers, checked, send, taken, worked_on
from tests.factories import ActivityFactory

pytestmark = pytest.mark.django_db

CHOIR = {
    "activity_id": "E1",
    "city_a": "Montréal",
    "country_a": "CA",
    "city_b": "Shanghai",
    "country_b": "CN",
    "title": "Choir from Shanghai",
    "type": "performance",
    "date_start": "2018-05-04",
    "artists": "40",
}
VISIT = CHOIR | {
    "activity_id": "E2",
    "title": "Mayor in Shanghai",
    "type": "official_visit",
    "date_start": "2019-09-01",
    "artists": "",
    "elected": "2",
}


def test_a_check_records_nothing_and_shows_what_would_be_recorded(office, tie):
    source = checked(send(CHOIR, VISIT, office=office))

    choir, visit = source.checked_rows.all()
    assert (source.state, source.created, source.rows_read) == ("checked", 2, 2)
    assert not Activity.objects.exists()
    assert (choir.line, choir.title, choir.first_day) == (2, "Choir from Shanghai", "4 May 2018")
    assert choir.relationship == "Montréal (Quebec) – Shanghai (Shanghai)"
    assert (choir.involvement, visit.involvement) == ("C", "G")


def test_what_was_shown_is_taken_with_its_source(office, tie, coordinator):
    source = taken(checked(send(CHOIR, VISIT, office=office)), by=coordinator)

    choir = Activity.objects.get(title="Choir from Shanghai")
    assert (source.state, source.taken_by) == ("taken", coordinator)
    assert (choir.office, choir.created_by, choir.involvement) == (office, coordinator, "C")
    assert list(choir.relationships.all()) == [tie]
    assert choir.source_rows.get().line == 2


def test_one_refused_row_keeps_the_whole_file_out(office, tie, coordinator):
    source = checked(send(CHOIR, VISIT | {"date_start": "soon"}, office=office))

    with pytest.raises(NotWaiting):
        ask_to_take(source=source, by=coordinator)
    assert answers(source) == [(3, "refused"), (2, "created")]
    assert not Activity.objects.exists()


def test_a_second_click_takes_nothing_twice(office, tie, coordinator):
    source = checked(send(CHOIR, office=office))
    same = Import.objects.get(pk=source.pk)
    ask_to_take(source=source, by=coordinator)

    with pytest.raises(NotWaiting):
        ask_to_take(source=same, by=coordinator)
    worked_on(source)
    worked_on(source)

    assert Activity.objects.count() == 1
    assert SourceRow.objects.count() == 1


def test_what_somebody_recorded_meanwhile_is_told_and_not_recorded_again(office, tie, coordinator):
    source = checked(send(CHOIR, VISIT, office=office))
    ActivityFactory(relationships=[tie], when="2018-05-04", type="performance", title="The choir")

    source = taken(source, by=coordinator)

    assert source.state == "checked"
    assert "Nothing was taken" in source.sentence
    assert "row 2" in source.sentence
    assert answers(source) == [(2, "possible duplicate"), (3, "created")]
    assert Activity.objects.count() == 1


def test_the_same_file_again_has_nothing_to_take(office, tie, coordinator):
    taken(checked(send(CHOIR, office=office)), by=coordinator)

    again = checked(send(CHOIR, office=office))

    assert answers(again) == [(2, "already known")]
    assert not again.can_be_taken


def test_a_possible_duplicate_is_taken_or_left_as_decided(office, tie, coordinator):
    ActivityFactory(relationships=[tie], when="2018-05-04", type="performance")
    source = checked(send(CHOIR, VISIT, office=office))
    Import.objects.filter(pk=source.pk).update(decisions={"2": "take"})
    source.refresh_from_db()

    assert answers(checked(source)) == [(2, "created"), (3, "created")]
    Import.objects.filter(pk=source.pk).update(decisions={"2": "leave"})
    source.refresh_from_db()
    assert answers(checked(source)) == [(3, "created"), (2, "ignored")]


def test_a_check_that_was_overtaken_keeps_silent(office, tie, monkeypatch):
    source = send(CHOIR, office=office)
    stale = checked(source)
    Import.objects.filter(pk=source.pk).update(state="checking", version=2, created=7)

    from activities.incoming.checking import check_import

    check_import(source=stale)

    source.refresh_from_db()
    assert (source.state, source.created) == ("checking", 7)
