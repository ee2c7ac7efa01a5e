from accounts.history.in_bulk import keep_changes
from accounts.models import Change
from activities.models import Activity
from tests.factories import ActivityFactory


def test_what_is_saved_in_bulk_is_told_like_everything_else(officer, office):
    changed, same = ActivityFactory.create_batch(2, office=office)
    Change.objects.all().delete()
    changed.place, changed.students = "Suzhou", 15

    keep_changes([changed, same], by=officer)
    Activity.objects.bulk_update([changed, same], ["place", "students"])

    (change,) = Change.objects.all()
    assert change in Change.objects.of_record(changed)
    assert change.changes == {"place": ["", "Suzhou"], "students": [None, 15]}
    assert change.actor == officer


def test_a_longer_list_is_noted_in_as_few_queries(officer, office, django_assert_max_num_queries):
    rows = ActivityFactory.create_batch(20, office=office)
    for row in rows:
        row.place = "Suzhou"

    with django_assert_max_num_queries(4):
        keep_changes(rows, by=officer)
