"""What a later file changes on record: nothing without leave, field by field with it."""

import pytest

from activities.imports.outcomes import Outcome
from activities.models import Activity
from relationships.models import City, Relationship
from tests.activities.imports.making import ACTIVITY, TIE
from tests.activities.imports.taking import fates, sentence, take_activities, take_ties

pytestmark = pytest.mark.django_db


def test_without_leave_a_tie_stays_and_the_row_says_what_differs(tie):
    result = take_ties(TIE | {"tier": "friendship"})

    tie.refresh_from_db()
    assert (fates(result), tie.tier) == ([Outcome.KNOWN], "sister")
    assert "tier: sister → friendship" in sentence(result)
    assert [row.offers for row in result.outcomes.rows] == [True]


def test_with_leave_a_tie_is_changed_field_by_field(tie, officer):
    result = take_ties(TIE | {"tier": "friendship", "note": "renewed"}, update=True, by=officer)

    tie.refresh_from_db()
    assert fates(result) == [Outcome.UPDATED]
    assert sentence(result) == "tier: sister → friendship; note: empty → renewed"
    assert (tie.tier, tie.note, tie.version, tie.updated_by) == (
        "friendship",
        "renewed",
        2,
        officer,
    )
    assert result.source.updated == 1


def test_an_update_twice_changes_nothing_more(tie):
    take_ties(TIE | {"tier": "friendship"}, update=True)

    result = take_ties(TIE | {"tier": "friendship"}, update=True)

    tie.refresh_from_db()
    assert (fates(result), tie.version) == ([Outcome.KNOWN], 2)


@pytest.mark.parametrize(
    ("told", "kept"),
    [("1985", "1985-05-14"), ("1985-05", "1985-05-14"), ("1986", "1986"), ("", "1985-05-14")],
)
def test_a_mere_year_does_not_replace_the_day_it_contains(tie, told, kept):
    take_ties(TIE | {"start_date": told}, update=True)

    assert str(Relationship.objects.get().since) == kept


def test_with_leave_a_city_is_completed_but_never_corrected(tie):
    facts = {"lat_b": "31.2", "lon_b": "121.5", "wikidata_b": "Q8686", "name_local_b": "上海"}

    result = take_ties(TIE | facts, update=True)

    city = City.objects.get(name="Shanghai")
    assert fates(result) == [Outcome.UPDATED]
    assert (city.latitude, city.wikidata_id, city.native_name) == (31.2, "Q8686", "上海")
    assert City.objects.named_like("上海").get() == city


def test_without_leave_a_city_on_record_stays_as_it_is(tie):
    take_ties(TIE | {"wikidata_b": "Q8686"})

    assert City.objects.get(name="Shanghai").wikidata_id == ""


def test_without_leave_an_activity_stays_and_the_row_says_what_differs(tie):
    take_activities(ACTIVITY)

    result = take_activities(ACTIVITY | {"artists": "41"})

    assert fates(result) == [Outcome.KNOWN]
    assert "artists: 40 → 41" in sentence(result)
    assert Activity.objects.get().artists == 40


@pytest.mark.parametrize(
    ("changes", "told", "facts"),
    [
        ({"title": "Concert"}, "title", {"title": "Concert"}),
        ({"artists": ""}, "", {"artists": 40}),
        ({"students": "5"}, "students: empty → 5", {"students": 5}),
        ({"participants": "artists"}, "", {"artists": 40, "artists_unnumbered": False}),
        ({"date_end": "2018-05"}, "date_end: 2018-05-04 → 2018-05", {"end_precision": "month"}),
        ({"status": "cancelled"}, "status: held → cancelled", {"is_live": False}),
    ],
)  # fmt: skip
def test_with_leave_an_activity_takes_what_the_row_states(tie, changes, told, facts):
    take_activities(ACTIVITY)

    result = take_activities(ACTIVITY | changes, update=True)

    activity = Activity.objects.get()
    assert fates(result) == [Outcome.UPDATED if told else Outcome.KNOWN]
    assert told in result.outcomes.rows[0].sentence
    assert {name: getattr(activity, name) for name in facts} == facts


def test_a_number_learnt_later_replaces_the_mere_presence(tie):
    row = {name: value for name, value in ACTIVITY.items() if name != "artists"}
    take_activities(row | {"participants": "artists"})

    take_activities(row | {"artists": "40"}, update=True)

    activity = Activity.objects.get()
    assert (activity.artists, activity.artists_unnumbered) == (40, False)


def test_a_start_moved_past_the_end_takes_the_end_along(tie):
    take_activities(ACTIVITY)

    take_activities(ACTIVITY | {"date_start": "2019-06-01"}, update=True)

    assert str(Activity.objects.get().ends) == "2019-06-01"


def test_an_activity_held_after_all_loses_the_reason_why_it_was_not(tie):
    take_activities(ACTIVITY | {"status": "postponed", "reason": "epidemic"})

    take_activities(ACTIVITY, update=True)

    activity = Activity.objects.get()
    assert (activity.status, activity.reason_code) == ("held", "")


def test_with_leave_an_activity_joins_another_tie(tie):
    take_ties(TIE | {"tie_id": "T2", "city_b": "Harbin", "region_b": "Heilongjiang"})
    take_activities(ACTIVITY)

    result = take_activities(ACTIVITY | {"also_tie_ids": "T2"}, update=True)

    assert fates(result) == [Outcome.UPDATED]
    assert Activity.objects.get().relationships.count() == 2


def test_a_mere_yes_does_not_replace_the_role_it_contains(tie):
    take_activities(ACTIVITY | {"government_role": "lead"})

    take_activities(ACTIVITY | {"government_involved": "yes"}, update=True)

    assert Activity.objects.get().government_role == "lead"
