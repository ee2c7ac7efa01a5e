"""What is foreseen of an activity is what the database then derives."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from activities.choices import GovernmentRole, Group, Status, Substance, unnumbered
from activities.foreseen import foreseen_involvement, is_foreseen_live
from relationships.models.people import Sector
from tests.factories import ActivityFactory, RelationshipFactory

activities = st.fixed_dictionaries(
    {
        "status": st.sampled_from([Status.HELD, Status.PLANNED, Status.POSTPONED]),
        "substance": st.sampled_from(Substance.values),
        "government_role": st.sampled_from(GovernmentRole.values),
        "led_by": st.sampled_from(["", *Sector.values]),
        **{group: st.sampled_from([None, None, 0, 3, "unnumbered"]) for group in Group.values},
    }
)


def as_columns(values):
    present = [name for name, value in values.items() if value == "unnumbered"]
    return values | dict.fromkeys(present) | {unnumbered(name): True for name in present}


@pytest.fixture
def tie(db):
    return RelationshipFactory()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=activities)
def test_what_is_foreseen_is_what_is_derived(tie, values):
    activity = ActivityFactory(relationships=[tie], **as_columns(values))
    foreseen = foreseen_involvement(activity), is_foreseen_live(activity)

    activity.refresh_from_db()

    assert foreseen == (activity.involvement, activity.is_live)
