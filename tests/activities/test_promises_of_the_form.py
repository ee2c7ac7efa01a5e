"""Every promise that a box can break is said beside that box, once, and nothing is saved."""

import pytest
from django.urls import reverse

from activities.models import Activity
from tests.activities.filled import filled
from tests.factories import RelationshipFactory


@pytest.fixture
def tie(office):
    return RelationshipFactory(office=office)


@pytest.mark.parametrize(
    ("changes", "box"),
    [
        ({"starts": "2090-01-01"}, "status"),
        ({"starts": "2019-05-14", "ends": "2019-05-13"}, "ends"),
        ({"reason_code": "budget"}, "reason_code"),
        ({"students_unnumbered": "on"}, "students"),
        ({"students": "-1"}, "students"),
    ],
)
def test_a_broken_promise_is_said_beside_its_box(officer_client, tie, changes, box):
    answer = officer_client.post(reverse("activity_create"), filled(tie, **changes))

    errors = answer.context["form"].errors
    assert list(errors) == [box]
    assert len(errors[box]) == 1
    assert not Activity.objects.exists()
