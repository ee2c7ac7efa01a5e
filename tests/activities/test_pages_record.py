import pytest
from django.urls import reverse

from activities.models import Activity
from tests.factories import RelationshipFactory


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office)


def filled(tie, **changes):
    return {
        "type": "student_exchange",
        "relationships": [tie.pk],
        "starts": "2019-05-14",
        "ends": "",
        "status": "held",
        "title": "Students of Qingdao in Montréal",
        "students": "15",
        "government_role": "courtesy",
        "substance": "substantive",
        "direction": "inbound",
        "mode": "in_person",
        "evidence": "self_reported",
    } | changes


def test_an_activity_is_recorded_with_who_when_and_what_it_counts_as(officer_client, officer, tie):
    answer = officer_client.post(reverse("activity_create"), filled(tie), follow=True)

    activity = Activity.objects.get()
    assert activity.created_by == officer
    assert list(activity.relationships.all()) == [tie]
    assert "This counts as: community" in answer.content.decode()
