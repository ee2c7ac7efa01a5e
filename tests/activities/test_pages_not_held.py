"""Cancelled, postponed or declined: why, whose reason, and when instead."""

from datetime import date

import pytest
from django.contrib.messages import get_messages

from activities.models import Activity
from tests.factories import ActivityFactory, DecisionFactory, RelationshipFactory


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office)


@pytest.fixture
def activity(tie, time_machine):
    time_machine.move_to("2026-03-02T18:00:00+00:00", tick=False)
    return ActivityFactory(
        relationships=[tie], fields=["culture"], when="2026-05-14", until="2026-05-20",
        status="planned", type="performance", title="Opera", recorded_date="2026-01-05",
    )  # fmt: skip


def send(browser, activity, **changes):
    sent = {
        "status": "cancelled", "reason_code": "budget", "reason_side": "partner",
        "reason_note": "No money", "version": activity.version,
    }  # fmt: skip
    return browser.post(f"/activities/{activity.pk}/not-held/", sent | changes)


def test_a_reason_and_its_side_are_kept(officer_client, officer, activity):
    response = send(officer_client, activity)

    activity.refresh_from_db()
    assert response.url == activity.get_absolute_url()
    assert (activity.status, activity.reason_code) == ("cancelled", "budget")
    assert (activity.reason_side, activity.reason_note) == ("partner", "No money")
    assert (activity.recorded_date, activity.updated_by) == (date(2026, 3, 2), officer)


def test_the_decision_behind_it_is_one_of_the_tie(officer_client, activity, tie):
    ours, other = DecisionFactory(relationship=tie), DecisionFactory()

    refused = send(officer_client, activity, decision=other.pk)
    send(officer_client, activity, decision=ours.pk)

    assert "decision" in refused.context["form"].errors
    activity.refresh_from_db()
    assert activity.decision == ours


def test_what_is_postponed_to_a_date_is_planned_for_it_as_well(officer_client, activity, tie):
    send(officer_client, activity, status="postponed", new_day="2026-10-01")

    activity.refresh_from_db()
    assert (activity.status, activity.start_date) == ("postponed", date(2026, 5, 14))
    anew = Activity.objects.get(status="planned")
    assert (anew.title, anew.type) == ("Opera", "performance")
    assert (anew.start_date, anew.end_date) == (date(2026, 10, 1), date(2026, 10, 7))
    assert anew.note == "Planned anew after it was postponed from 14 May 2026."
    assert list(anew.relationships.all()) == [tie]
    assert [str(field) for field in anew.fields.all()] == ["Culture and arts"]


def test_a_new_date_may_be_only_a_year(officer_client, activity):
    send(officer_client, activity, status="postponed", new_day="2027")

    anew = Activity.objects.get(status="planned")
    assert (anew.start_date, anew.end_date) == (date(2027, 1, 1), date(2027, 12, 31))


def test_undo_drops_what_was_planned_anew(officer_client, activity):
    response = send(officer_client, activity, status="postponed", new_day="2026-10-01")
    (said,) = get_messages(response.wsgi_request)

    officer_client.post(said.extra_tags)

    activity.refresh_from_db()
    assert activity.status == "planned"
    assert Activity.objects.exclude(pk=activity.pk).get().status == "void"


def test_undo_leaves_what_was_planned_anew_once_somebody_has_changed_it(
    officer, officer_client, activity
):
    response = send(officer_client, activity, status="postponed", new_day="2026-10-01")
    (said,) = get_messages(response.wsgi_request)
    anew = Activity.objects.exclude(pk=activity.pk).get()
    anew.stamp(officer)
    anew.save()

    officer_client.post(said.extra_tags)

    activity.refresh_from_db()
    anew.refresh_from_db()
    assert (activity.status, anew.status) == ("planned", "planned")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"status": ""}, "status"),
        ({"status": "void"}, "status"),
        ({"reason_code": ""}, "reason_code"),
        ({"reason_code": "mistake"}, "reason_code"),
        ({"reason_side": "nobody"}, "reason_side"),
        ({"reason_note": "a\x00b"}, "reason_note"),
        ({"new_day": "2026-10-01"}, "new_day"),
        ({"status": "postponed", "new_day": "2025"}, "new_day"),
        ({"status": "postponed", "new_day": "soon"}, "new_day"),
        ({"version": "9" * 30}, None),
    ],
)
def test_what_cannot_be_is_said_at_its_box(officer_client, activity, changes, field):
    response = send(officer_client, activity, **changes)

    if field:
        assert field in response.context["form"].errors
    assert response.status_code in (200, 409)
    assert Activity.objects.get().status == "planned"


def test_held_by_mistake_is_corrected(officer_client, tie, activity):
    held = ActivityFactory(relationships=[tie])

    send(officer_client, held, status="declined")

    held.refresh_from_db()
    assert (held.status, held.is_live) == ("declined", False)


def test_the_second_of_two_officers_is_told_and_loses_nothing(officer_client, activity):
    Activity.objects.update(version=3)

    response = send(officer_client, activity)

    assert response.status_code == 409
    assert "No money" in response.text
    assert Activity.objects.get().status == "planned"


def test_an_odd_beginning_is_ignored(officer_client, activity):
    address = f"/activities/{activity.pk}/not-held/"

    assert officer_client.get(address, {"status": "<x>\x00", "next": "//e.x"}).status_code == 200
