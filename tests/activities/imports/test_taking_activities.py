"""What an activity's row becomes on record."""

from datetime import date

import pytest

from activities.imports.activities.columns import ACTIVITY_COLUMNS
from activities.imports.mapping import mapping_of
from activities.imports.outcomes import Outcome
from activities.models import Activity, SourceRow
from tests.activities.imports.making import ACTIVITY, without
from tests.activities.imports.taking import AS_OF, fates, sentence, take_activities

pytestmark = pytest.mark.django_db


def test_an_activity_comes_in_with_its_tie_and_remembers_its_row(tie):
    result = take_activities(ACTIVITY | {"mood": "sunny"})

    activity = Activity.objects.get()
    row = SourceRow.objects.get(kind="activity")
    assert fates(result) == [Outcome.CREATED]
    assert list(activity.relationships.all()) == [tie]
    assert (activity.title, activity.type) == ("Choir from Shanghai", "performance")
    assert (activity.artists, activity.students) == (40, None)
    assert (activity.involvement, activity.is_live) == ("C", True)
    assert activity.recorded_date == AS_OF
    assert (row.key, row.line, row.words) == ("E1", 2, {"mood": "sunny"})


@pytest.mark.parametrize(
    ("start", "end", "kept"),
    [
        ("2018", "", (date(2018, 1, 1), "year", date(2018, 12, 31), "year")),
        ("2018-02", "", (date(2018, 2, 1), "month", date(2018, 2, 28), "month")),
        ("2018-02-03", "", (date(2018, 2, 3), "day", date(2018, 2, 3), "day")),
        ("2018-02-03", "2018-03", (date(2018, 2, 3), "day", date(2018, 3, 31), "month")),
    ],
)
def test_dates_are_kept_with_their_precision(tie, start, end, kept):
    take_activities(ACTIVITY | {"date_start": start, "date_end": end})

    activity = Activity.objects.get()
    assert kept == (
        activity.start_date,
        activity.start_precision,
        activity.end_date,
        activity.end_precision,
    )


def test_a_precision_beside_the_date_is_believed_where_it_says_less(tie):
    take_activities(ACTIVITY | {"date_start": "2018-01-01", "date_precision": "year"})

    assert str(Activity.objects.get().starts) == "2018"


def test_the_source_s_word_for_a_type_is_kept_with_a_remark(tie):
    result = take_activities(ACTIVITY | {"type": "arts_culture"})

    activity = Activity.objects.get()
    assert (activity.type, [field.field for field in activity.fields.all()]) == (
        "other",
        ["culture"],
    )
    assert SourceRow.objects.get(kind="activity").words["type"] == "arts_culture"
    assert "performance or an exhibition" in sentence(result)


def test_the_end_of_a_tie_keeps_no_tie_alive(tie):
    take_activities(ACTIVITY | {"type": "suspension_termination"})

    assert not Activity.objects.get().is_live


def test_a_greeting_is_a_courtesy(tie):
    take_activities(ACTIVITY | {"type": "greeting"})

    assert Activity.objects.get().substance == "courtesy"


@pytest.mark.parametrize(
    ("start", "status"), [("2018-05-04", "held"), ("2026", "held"), ("2027-05-04", "planned")]
)
def test_without_a_status_the_past_is_held_and_the_future_planned(tie, start, status):
    take_activities(ACTIVITY | {"status": "", "date_start": start})

    assert Activity.objects.get().status == status


@pytest.mark.parametrize(
    ("changes", "column", "words"),
    [
        ({"tie_id": "T9"}, "tie_id", "import the ties first"),
        ({"also_tie_ids": "T9"}, "also_tie_ids", "“T9”"),
        ({"date_start": "4 May"}, "date_start", "not a date"),
        ({"date_end": "2018-05-03"}, "date_end", "before the start"),
        ({"date_start": "2026-11-02"}, "date_start", "cannot be held"),
        ({"date_start": "2018", "date_precision": "day"}, "date_precision", "not known to the day"),
        ({"recorded_date": "2027-01-01"}, "recorded_date", "no later"),
        ({"status": "void"}, "reason", "why the activity is void"),
        ({"reason": "epidemic"}, "reason", "Only a postponed"),
        ({"artists": "-1"}, "artists", "negative"),
        ({"artists": "many"}, "artists", "whole number"),
        ({"artists": "0", "participants": "artists"}, "artists", "took part"),
        ({"type": "hovercraft"}, "type", "not a type"),
        ({"title": ""}, "title", "must not be"),
        ({"title": "x" * 301}, "title", "301 characters"),
        ({"government_role": "none", "government_involved": "yes"}, "government_role", "contra"),
        ({"tie_id": ""}, "tie_id", "neither a tie nor two cities"),
        ({"city_a": "Laval", "city_b": "Shanghai"}, "country_a", "country of the city"),
    ],
)  # fmt: skip
def test_a_row_is_refused_with_column_and_reason(tie, changes, column, words):
    result = take_activities(ACTIVITY | changes)

    (row,) = result.outcomes.rows
    assert (row.outcome, row.column) == (Outcome.REFUSED, column)
    assert words in row.sentence
    assert not Activity.objects.exists()


def test_a_map_translates_the_words_of_a_list(tie):
    mapping = mapping_of(
        {"type": {"arts_culture": "performance"}, "participants": {"choir": "artists"}},
        ACTIVITY_COLUMNS,
    )

    take_activities(
        without(ACTIVITY, "artists") | {"type": "arts_culture", "participants": "choir;officials"},
        mapping=mapping,
    )

    activity = Activity.objects.get()
    assert (activity.type, activity.artists_unnumbered) == ("performance", True)
    assert SourceRow.objects.get(kind="activity").words["type"] == "arts_culture"
