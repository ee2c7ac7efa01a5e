from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from activities.models import Activity
from tests.factories import ActivityFactory, RelationshipFactory


@pytest.fixture
def activity(office):
    tie = RelationshipFactory(office=office)
    return ActivityFactory(
        relationships=[tie], status="cancelled", reason_code="budget", reason_side="partner"
    )


def void(browser, activity, **changes):
    answer = {"reason_code": "mistake", "reason_note": "Typed twice"} | changes
    return browser.post(f"/activities/{activity.pk}/void/", answer, follow=True)


def undo_address(answer):
    (said,) = answer.context["messages"]
    return str(said).split('href="')[1].split('"')[0].replace("&amp;", "&")


def test_a_void_record_counts_nowhere_and_says_why(officer_client, officer, activity):
    answer = void(officer_client, activity)

    activity.refresh_from_db()
    assert activity.status == "void"
    assert activity.reason_code == "mistake"
    assert activity.reason_note == "Typed twice"
    assert activity.updated_by == officer
    assert "This record is void" in answer.content.decode()


def test_making_void_needs_a_reason(officer_client, activity):
    answer = void(officer_client, activity, reason_code="")

    assert answer.context["form"].errors["reason_code"] == ["Say why the activity is made void."]
    assert Activity.objects.get().status == "cancelled"


def test_undo_puts_back_exactly_what_was(officer_client, activity):
    stated = activity.recorded_date
    address = undo_address(void(officer_client, activity))

    assert officer_client.get(address).status_code == 200
    officer_client.post(address)

    activity.refresh_from_db()
    assert activity.status == "cancelled"
    assert (activity.reason_code, activity.reason_side) == ("budget", "partner")
    assert activity.recorded_date == stated == date(2019, 5, 14)


def test_undo_is_refused_once_the_record_has_moved_on(officer_client, activity):
    address = undo_address(void(officer_client, activity))
    Activity.objects.update(version=9)

    answer = officer_client.post(address)

    assert answer.url == f"/activities/{activity.pk}/edit/"
    assert Activity.objects.get().status == "void"


def test_an_undo_of_one_activity_does_not_open_another(officer_client, office, activity):
    other = ActivityFactory(office=office)
    token = parse_qs(urlsplit(undo_address(void(officer_client, activity))).query)["was"][0]
    void(officer_client, other)

    officer_client.post(f"/activities/{other.pk}/restore/?was={token}")

    other.refresh_from_db()
    assert other.status == "void"


def test_a_forged_undo_does_nothing(officer_client, activity):
    void(officer_client, activity)

    officer_client.post(f"/activities/{activity.pk}/restore/?was=forged")

    assert Activity.objects.get().status == "void"


def test_a_void_record_cannot_be_made_void_again(officer_client, activity):
    void(officer_client, activity)

    assert void(officer_client, activity).status_code == 404


def test_only_who_keeps_records_makes_void(councillor_client, outsider_client, activity):
    assert void(councillor_client, activity).status_code == 403
    assert void(outsider_client, activity).status_code == 404
    assert Activity.objects.get().status == "cancelled"
