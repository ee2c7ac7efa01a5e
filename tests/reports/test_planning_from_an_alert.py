import pytest

from activities.models import Activity
from activities.signals import activity_planned
from tests.factories import ActivityFactory, AlertFactory, RelationshipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def alert(office):
    return AlertFactory(relationship=RelationshipFactory(office=office))


def plan(alert, by, **values):
    ties = values.pop("relationships", [alert.relationship])
    activity = ActivityFactory(relationships=ties, when="2026-05", status="planned", **values)
    activity_planned.send(sender=Activity, activity=activity, alert_id=alert.pk, by=by)
    alert.refresh_from_db()
    return activity


def test_an_activity_planned_from_an_alert_answers_it(alert, officer):
    activity = plan(alert, officer)

    assert (alert.state, alert.planned_activity) == ("planned", activity)
    assert alert.steps.get().taken_by == officer


def test_who_may_not_answer_leaves_the_alert_as_it_is(alert, outsider, councillor):
    plan(alert, outsider)
    plan(alert, councillor)

    assert alert.state == "open"


def test_an_activity_of_another_tie_answers_nothing(alert, officer, office):
    plan(alert, officer, relationships=[RelationshipFactory(office=office)])

    assert alert.state == "open"


def test_an_alert_that_was_settled_meanwhile_stays_settled(alert, officer):
    alert.resolve(by=officer, note="Settled.")

    plan(alert, officer)

    assert alert.state == "resolved"
