import pytest
from django.contrib.messages import get_messages

from accounts.models import Change
from activities.models import Activity
from activities.signals import activities_recorded
from tests.factories import ActivityFactory, RelationshipFactory


@pytest.fixture
def activity(office):
    tie = RelationshipFactory(office=office)
    return ActivityFactory(
        relationships=[tie], status="cancelled", reason_code="budget", reason_side="partner"
    )


def void(browser, activity, **changes):
    sent = {"reason_code": "mistake", "reason_note": "Typed twice", "version": activity.version}
    return browser.post(f"/activities/{activity.pk}/void/", sent | changes)


def undo_address(answer):
    (said,) = get_messages(answer.wsgi_request)
    return said.extra_tags


def kept(activity):
    activity.refresh_from_db()
    return activity.status, activity.reason_code, activity.reason_side, activity.reason_note


def test_a_void_record_counts_nowhere_and_says_why(officer_client, officer, activity):
    void(officer_client, activity)

    assert kept(activity) == ("void", "mistake", "", "Typed twice")
    assert activity.updated_by == officer
    page = officer_client.get(activity.get_absolute_url())
    assert "This record is void" in page.text
    assert "Undo" in page.text


def test_making_void_needs_a_reason(officer_client, activity):
    answer = void(officer_client, activity, reason_code="")

    assert answer.context["form"].errors["reason_code"] == ["Say why the activity is made void."]
    assert Activity.objects.get().status == "cancelled"


def test_undo_puts_back_exactly_what_was(officer_client, activity):
    stated = activity.recorded_date
    address = undo_address(void(officer_client, activity))

    answer = officer_client.post(address)

    assert answer.url == activity.get_absolute_url()
    assert kept(activity) == ("cancelled", "budget", "partner", "")
    assert activity.recorded_date == stated


def test_undo_is_refused_once_the_record_has_moved_on(officer_client, activity):
    address = undo_address(void(officer_client, activity))
    Activity.objects.update(version=9)

    answer = officer_client.post(address)

    assert answer.url == f"/activities/{activity.pk}/edit/"
    assert Activity.objects.get().status == "void"


def test_an_undo_of_one_activity_does_not_open_another(officer_client, office, activity):
    other = ActivityFactory(office=office)
    token = undo_address(void(officer_client, activity)).partition("?")[2]
    void(officer_client, other)

    officer_client.post(f"/activities/{other.pk}/undo/?{token}")

    assert kept(other)[0] == "void"


@pytest.mark.parametrize("token", ["", "was=forged", "was=%00", "next=//evil.example"])
def test_a_forged_undo_does_nothing(officer_client, activity, token):
    void(officer_client, activity)

    officer_client.post(f"/activities/{activity.pk}/undo/?{token}")

    assert kept(activity)[0] == "void"


def test_a_void_record_cannot_be_made_void_again(officer_client, activity):
    void(officer_client, activity)

    assert void(officer_client, activity).status_code == 404


def test_a_void_record_is_brought_back_however_long_ago(officer_client, activity):
    void(officer_client, activity)
    Change.objects.update(timestamp="2020-01-01T12:00Z")

    page = officer_client.get(f"/activities/{activity.pk}/restore/")
    officer_client.post(f"/activities/{activity.pk}/restore/")

    assert "<b>Cancelled</b>" in page.text
    assert kept(activity) == ("cancelled", "budget", "partner", "")


@pytest.mark.parametrize(("when", "status"), [("2019-05-14", "held"), ("2099", "planned")])
def test_a_record_that_came_in_void_is_brought_back_by_its_dates(
    office, officer_client, when, status
):
    activity = ActivityFactory(
        office=office, when=when, status="void", reason_code="mistake", recorded_date="2019-06-01"
    )
    Change.objects.all().delete()

    officer_client.post(f"/activities/{activity.pk}/restore/")

    assert kept(activity) == (status, "", "", "")


def test_the_second_of_two_officers_is_told_and_loses_nothing(officer_client, officer, activity):
    seen = activity.version
    activity.stamp(officer)
    activity.save()

    answer = void(officer_client, activity, version=seen)

    assert answer.status_code == 409
    assert "Somebody else saved this record" in answer.text
    assert "Typed twice" in answer.text
    void(officer_client, activity, version=answer.context["form"]["version"].value())
    assert kept(activity)[0] == "void"


def test_figures_are_told_of_what_is_made_void_and_brought_back(officer_client, activity):
    told = []

    def listen(relationship_ids, **kwargs):
        told.extend(relationship_ids)

    activities_recorded.connect(listen)
    officer_client.post(undo_address(void(officer_client, activity)))
    activities_recorded.disconnect(listen)

    assert told == [activity.relationships.get().pk] * 2


def test_only_who_keeps_records_makes_void(councillor_client, outsider_client, activity):
    assert void(councillor_client, activity).status_code == 403
    assert void(outsider_client, activity).status_code == 404
    assert Activity.objects.get().status == "cancelled"
