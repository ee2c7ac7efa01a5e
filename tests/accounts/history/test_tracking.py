"""What leaves a trace in the history, and what does not."""

import pytest
from auditlog.registry import auditlog

from accounts.history.parts import parts, wholes
from accounts.models import Change, Stamped
from activities.models import Activity
from activities.recording import record_activity
from tests.factories import (
    ActivityFactory,
    ContactFactory,
    FundingLineFactory,
    RelationshipFactory,
    UserFactory,
)
from tests.factories.by_model import our_models

pytestmark = pytest.mark.django_db

STAMPED = [model for model in our_models() if issubclass(model, Stamped)]


@pytest.mark.parametrize("model", STAMPED, ids=lambda model: model.__name__)
def test_every_record_that_says_who_saved_it_has_a_history(model):
    assert auditlog.contains(model)
    assert model in wholes() | set(parts())


def test_a_change_keeps_who_before_and_after(officer, officer_client):
    activity = ActivityFactory(office=officer.memberships.get().office, title="Visit")
    Change.objects.all().delete()

    activity.title = "Visit of the mayor"
    activity.stamp(officer)
    activity.save()

    (change,) = Change.objects.of_record(activity)
    assert change.changes == {"title": ["Visit", "Visit of the mayor"]}


def test_the_first_change_of_what_came_in_bulk_shows_what_stood_before():
    made = ActivityFactory()
    made.pk, made._state.adding = None, True
    (activity,) = Activity.objects.bulk_create([made])
    assert not Change.objects.of_record(activity).exists()

    activity.place = "Suzhou"
    activity.save()

    assert Change.objects.of_record(activity).get().changes == {"place": ["", "Suzhou"]}


def test_what_belongs_to_a_record_is_told_with_it_after_it_is_gone():
    activity = ActivityFactory(fields=["culture"])
    FundingLineFactory(activity=activity, amount=1500)

    activity.fields.all().delete()

    told = Change.objects.of_record(activity).values_list("content_type__model", "action")
    assert list(told)[:2] == [("activityfield", 2), ("fundingline", 0)]


def test_recording_tells_relationships_and_fields_of_work(officer):
    office = officer.memberships.get().office
    activity = ActivityFactory(office=office)
    tie = RelationshipFactory(office=office)
    before = Change.objects.count()

    record_activity(activity=activity, relationships=[tie], fields=["sport"], by=officer, version=1)

    told = Change.objects.order_by("pk")[before:]
    assert [(change.content_type.model, change.action) for change in told] == [
        ("activityrelationship", 2),
        ("activityrelationship", 0),
        ("activityfield", 0),
    ]


def test_ties_of_a_contact_are_kept_by_number_from_either_end():
    contact, tie = ContactFactory(), RelationshipFactory()
    Change.objects.all().delete()

    contact.relationships.add(tie)
    tie.contacts.remove(contact)

    taken, added = Change.objects.of_record(contact)
    rows = {"type": "m2m", "objects": [str(tie.pk)]}
    assert added.changes == {"relationships": rows | {"operation": "add"}}
    assert taken.changes == {"relationships": rows | {"operation": "delete"}}
    assert not Change.objects.of_record(tie).exists()


def test_signing_in_and_a_new_password_leave_no_trace_of_it():
    person = UserFactory()
    Change.objects.all().delete()

    person.set_password("another one")
    person.save()

    assert not Change.objects.exists()
