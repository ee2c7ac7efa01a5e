"""An import is undone as a whole, without touching what people did since."""

from datetime import date

import pytest

from accounts.history.change import Change
from activities.models import Activity, Import
from activities.models.imports import NotWaiting
from relationships.models import Relationship
from tests.activities.imports.making import TIE
from tests.activities.incoming.sending import answers, checked, send, taken, taken_back
from tests.activities.incoming.test_taking import CHOIR, VISIT
from tests.factories import ActivityFactory, AgreementFactory

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 2)


@pytest.fixture
def source(office, tie, coordinator):
    return taken(checked(send(CHOIR, VISIT, office=office)), by=coordinator)


def test_activities_become_void_with_the_reason_and_stay_on_record(source, coordinator):
    done = taken_back(source, by=coordinator, today=TODAY)

    choir = Activity.objects.get(title="Choir from Shanghai")
    assert (done.voided, done.kept) == (2, [])
    assert (choir.status, choir.reason_code, choir.is_live) == ("void", "mistake", False)
    assert choir.reason_note == "Import taken back: rows.csv."
    assert (choir.updated_by, choir.version) == (coordinator, 2)
    told = Change.objects.of_record(choir).first()
    assert (told.actor, told.changes["status"]) == (coordinator, ["held", "void"])


def test_it_can_be_taken_again(source, coordinator):
    taken_back(source, by=coordinator, today=TODAY)

    again = taken(checked(source), by=coordinator)

    assert again.state == "taken"
    assert Activity.objects.live().count() == 2
    assert taken_back(again, by=coordinator, today=TODAY).voided == 2
    assert not Activity.objects.live().exists()


def test_what_people_changed_since_is_kept_and_named(source, officer, coordinator):
    choir = Activity.objects.get(title="Choir from Shanghai")
    choir.stamp(officer)
    choir.save()

    done = taken_back(source, by=coordinator, today=TODAY)

    choir.refresh_from_db()
    assert (choir.status, done.voided) == ("held", 1)
    assert [kept["name"] for kept in done.kept] == ["Choir from Shanghai"]
    assert answers(checked(source)) == [(3, "created"), (2, "already known")]


def test_what_the_file_changed_becomes_what_it_was(office, source, officer, coordinator):
    change = send(CHOIR | {"artists": "41", "place": "Place des Arts"}, office=office)
    Import.objects.filter(pk=change.pk).update(takes_updates=True)
    change = taken(checked(Import.objects.get(pk=change.pk)), by=coordinator)
    choir = Activity.objects.get(title="Choir from Shanghai")
    assert (change.updated, choir.artists, choir.place) == (1, 41, "Place des Arts")

    done = taken_back(change, by=coordinator, today=TODAY)

    choir.refresh_from_db()
    assert (done.restored, choir.artists, choir.place, choir.status) == (1, 40, "", "held")


def test_an_import_is_taken_back_once(source, coordinator):
    same = Import.objects.get(pk=source.pk)
    taken_back(source, by=coordinator, today=TODAY)

    with pytest.raises(NotWaiting):
        taken_back(same, by=coordinator, today=TODAY)


def test_ties_go_unless_something_hangs_on_them(office, home, coordinator):
    rows = [
        TIE | {"tie_id": f"T{n}", "city_b": city, "region_b": city, "end_date": end}
        for n, (city, end) in enumerate([("Shanghai", ""), ("Harbin", "2012"), ("Wuhan", "")])
    ]
    source = send(*rows, office=office, kind="tie")
    Import.objects.filter(pk=source.pk).update(adds_cities=True)
    source = taken(checked(Import.objects.get(pk=source.pk)), by=coordinator)
    shanghai, _harbin, wuhan = Relationship.objects.order_by("pk")
    ActivityFactory(relationships=[shanghai])
    AgreementFactory(relationship=wuhan)

    done = taken_back(source, by=coordinator, today=TODAY)

    assert done.removed == 1
    assert [(kept["name"], kept["reason"]) for kept in done.kept] == [
        (str(shanghai), "This hangs on it: relationships of an activity."),
        (str(wuhan), "This hangs on it: agreements."),
    ]
    assert set(Relationship.objects.all()) == {shanghai, wuhan}


def test_a_tie_the_file_changed_becomes_what_it_was(office, tie, coordinator):
    before = tie.since
    source = send(TIE | {"tier": "friendship", "start_date": "1990"}, office=office, kind="tie")
    Import.objects.filter(pk=source.pk).update(takes_updates=True)
    source = taken(checked(Import.objects.get(pk=source.pk)), by=coordinator)
    tie.refresh_from_db()
    assert (tie.tier, str(tie.since)) == ("friendship", "1990")

    done = taken_back(source, by=coordinator, today=TODAY)

    tie.refresh_from_db()
    assert (done.restored, tie.tier, tie.since) == (1, "sister", before)
    assert not source.rows.exists()
