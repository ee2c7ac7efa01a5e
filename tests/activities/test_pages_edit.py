from datetime import date

import pytest

from activities.models import Activity
from tests.activities.filled import filled
from tests.factories import ActivityFactory, RelationshipFactory


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office)


@pytest.fixture
def activity(tie):
    return ActivityFactory(
        relationships=[tie],
        fields=["youth"],
        type="student_exchange",
        title="Students of Qingdao in Montréal",
        students=15,
        government_role="courtesy",
        direction="inbound",
    )


def address(activity):
    return f"/activities/{activity.pk}/edit/"


def corrected(activity, tie, **changes):
    return filled(tie, version=activity.version, fields_of_work=["youth"], **changes)


def test_the_form_shows_what_is_on_record(officer_client, activity, tie):
    form = officer_client.get(address(activity)).context["form"]

    assert form["title"].value() == activity.title
    assert form["starts"].value() == "2019-05-14"
    assert not form["ends"].value()
    assert form["relationships"].value() == [tie.pk]
    assert form["fields_of_work"].value() == ["youth"]


def test_a_correction_keeps_who_changed_it(officer_client, officer, activity, tie):
    officer_client.post(address(activity), corrected(activity, tie, title="Pupils"))

    activity.refresh_from_db()
    assert activity.title == "Pupils"
    assert activity.updated_by == officer
    assert activity.version == 2


def test_a_correction_can_move_it_to_another_relationship(officer_client, activity, tie, office):
    other = RelationshipFactory(office=office)

    officer_client.post(address(activity), corrected(activity, tie, relationships=[other.pk]))

    assert list(activity.relationships.all()) == [other]


def test_a_corrected_title_does_not_state_the_status_anew(officer_client, activity, tie):
    officer_client.post(address(activity), corrected(activity, tie, title="Pupils"))

    activity.refresh_from_db()
    assert activity.recorded_date == date(2019, 5, 14)


def test_a_changed_status_is_stated_today(officer_client, activity, tie, time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")

    officer_client.post(
        address(activity), corrected(activity, tie, status="cancelled", reason_code="epidemic")
    )

    activity.refresh_from_db()
    assert activity.status == "cancelled"
    assert activity.recorded_date == date(2026, 2, 3)


def test_the_second_of_two_editors_is_told_what_differs_and_loses_nothing(
    officer_client, coordinator_client, coordinator, activity, tie
):
    coordinator_client.post(address(activity), corrected(activity, tie, title="Pupils"))

    answer = officer_client.post(
        address(activity), corrected(activity, tie, title="Children", place="Lachine")
    )

    activity.refresh_from_db()
    said = {
        (difference.label, difference.yours, difference.on_record)
        for difference in answer.context["differences"]
    }
    assert answer.status_code == 409
    assert activity.title == "Pupils"
    assert said == {("Title", "Children", "Pupils"), ("Place", "Lachine", "")}
    assert str(coordinator) in answer.content.decode()
    assert 'value="Children"' in answer.content.decode()


def test_the_second_editor_may_then_save_over_the_first(
    officer_client, coordinator_client, activity, tie
):
    coordinator_client.post(address(activity), corrected(activity, tie, title="Pupils"))
    mine = corrected(activity, tie, title="Children")
    told = officer_client.post(address(activity), mine)

    officer_client.post(
        address(activity), mine | {"version": told.context["form"]["version"].value()}
    )

    activity.refresh_from_db()
    assert activity.title == "Children"
    assert activity.version == 3


def test_a_forged_or_missing_version_is_an_old_one(officer_client, activity, tie):
    answer = officer_client.post(address(activity), filled(tie, title="Children"))

    assert answer.status_code == 409
    assert Activity.objects.get().title == activity.title


def test_a_void_record_is_brought_back_by_saying_what_it_is(officer_client, tie):
    void = ActivityFactory(relationships=[tie], status="void", reason_code="mistake")

    officer_client.post(address(void), corrected(void, tie, status="held"))

    void.refresh_from_db()
    assert void.is_live


def test_an_activity_of_another_office_is_not_found(outsider_client, activity):
    assert outsider_client.get(address(activity)).status_code == 404
    assert outsider_client.post(address(activity), {}).status_code == 404


@pytest.mark.parametrize("person", ["councillor", "administrator", "auditor"])
def test_who_does_not_keep_records_may_not_correct(request, sign_in, activity, person):
    browser = sign_in(request.getfixturevalue(person))

    assert browser.get(address(activity)).status_code == 403


def test_an_activity_of_a_reference_tie_is_nobodys_to_correct(officer_client):
    reference = ActivityFactory(office=None)

    assert officer_client.get(address(reference)).status_code == 404
