from datetime import date

import pytest

from activities.imports.activities.columns import ACTIVITY_COLUMNS
from activities.imports.mapping import mapping_of
from activities.imports.outcomes import Outcome
from activities.models import Activity, SourceRow
from relationships.models import Relationship
from tests.activities.imports.making import ACTIVITY, TIE
from tests.activities.imports.taking import AS_OF, fates, sentence, take_activities, take_ties

pytestmark = pytest.mark.django_db

CITIES = {"city_a": "Montreal", "country_a": "CA", "city_b": "Shanghai", "country_b": "CN"}
HARBIN = {"tie_id": "T2", "city_b": "Harbin", "region_b": "Heilongjiang"}


def without(row, *names):
    return {name: value for name, value in row.items() if name not in names}


@pytest.fixture
def tie():
    take_ties(TIE)
    return Relationship.objects.get()


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


def test_the_groups_of_a_list_take_part_without_number(tie):
    take_activities(without(ACTIVITY, "artists") | {"participants": "officials;students"})

    activity = Activity.objects.get()
    assert (activity.students, activity.students_unnumbered) == (None, True)
    assert (activity.government_role, activity.involvement) == ("participant", "M")
    assert SourceRow.objects.get(kind="activity").words["participants"] == "officials;students"


def test_a_number_goes_before_the_mere_mention_of_a_group(tie):
    take_activities(ACTIVITY | {"participants": "artists"})

    activity = Activity.objects.get()
    assert (activity.artists, activity.artists_unnumbered) == (40, False)


@pytest.mark.parametrize(("told", "role"), [("yes", "participant"), ("non", "none")])
def test_government_involved_or_not_becomes_its_role(tie, told, role):
    take_activities(ACTIVITY | {"government_involved": told})

    assert Activity.objects.get().government_role == role


@pytest.mark.parametrize(
    ("row", "role"),
    [
        ({"officials": "2"}, "participant"),
        ({"type": "official visit"}, "participant"),
        ({}, "none"),
    ],
)
def test_where_the_role_is_not_told_officials_and_official_visits_tell_it(tie, row, role):
    take_activities(ACTIVITY | row)

    assert Activity.objects.get().government_role == role


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
    ("acts", "receives", "kind", "direction"),
    [
        ("Montreal", "Shanghai", "official visit", "outbound"),
        ("Shanghai", "Montreal", "official visit", "inbound"),
        ("Shanghai", "Montreal", "aid", "none"),
    ],
)
def test_the_city_that_acts_gives_a_visit_its_direction(tie, acts, receives, kind, direction):
    country = {"Montreal": "CA", "Shanghai": "CN"}
    cities = {
        "city_a": acts,
        "country_a": country[acts],
        "city_b": receives,
        "country_b": country[receives],
    }

    take_activities(without(ACTIVITY, "tie_id") | cities | {"type": kind})

    assert Activity.objects.get().direction == direction


def test_two_cities_find_their_tie(tie):
    take_activities(without(ACTIVITY, "tie_id") | CITIES)

    assert Activity.objects.get().relationships.get() == tie


def test_the_pair_of_a_world_list_finds_the_tie():
    take_ties(without(TIE, "tie_id") | {"pair_id": "TT05549"})

    take_activities(without(ACTIVITY, "tie_id") | {"world_pair_id": "TT05549"})

    assert Activity.objects.get().relationships.count() == 1


def test_several_ties_share_one_activity(tie):
    take_ties(TIE | HARBIN)

    take_activities(ACTIVITY | {"also_tie_ids": "T2; T1"})

    assert Activity.objects.get().relationships.count() == 2


def test_two_cities_without_a_tie_become_a_contact_among_the_references():
    result = take_activities(without(ACTIVITY, "tie_id") | CITIES)

    tie = Relationship.objects.get()
    assert (tie.tier, str(tie)) == ("contact", "Montreal – Shanghai")
    assert "added as a contact" in sentence(result)


def test_a_list_of_ties_makes_the_contact_a_tie_of_its_own(tie):
    take_activities(without(ACTIVITY, "tie_id") | CITIES | {"city_b": "Harbin"})

    result = take_ties(TIE | HARBIN)

    assert fates(result) == [Outcome.UPDATED]
    assert set(Relationship.objects.values_list("tier", flat=True)) == {"sister"}


def test_two_cities_without_a_tie_are_refused_for_an_office(tie, office):
    result = take_activities(without(ACTIVITY, "tie_id") | CITIES, office=office)

    assert "no relationship between Montréal (Quebec) and Shanghai (Shanghai)" in sentence(result)


def test_an_office_does_not_reach_the_ties_of_others(tie, office):
    result = take_activities(ACTIVITY, office=office)

    assert "No tie with the key “T1”" in sentence(result)


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


def test_a_key_and_cities_that_mean_two_ties_are_refused(tie):
    take_ties(TIE | HARBIN)

    result = take_activities(ACTIVITY | CITIES | {"city_b": "Harbin"})

    assert "is Montréal (Quebec) – Shanghai (Shanghai), but the row names" in sentence(result)


def test_a_spelling_that_no_city_has_does_not_speak_against_the_key(tie):
    result = take_activities(ACTIVITY | CITIES | {"city_b": "Schanghai"})

    assert fates(result) == [Outcome.CREATED]


def test_cities_that_may_mean_two_ties_are_refused_with_both(tie):
    take_ties(TIE | {"tie_id": "T3", "city_b": "Taizhou", "region_b": "Jiangsu"})
    take_ties(TIE | {"tie_id": "T4", "city_b": "Taizhou", "region_b": "Zhejiang"})

    result = take_activities(without(ACTIVITY, "tie_id") | CITIES | {"city_b": "Taizhou"})

    assert "Taizhou (Jiangsu) or" in sentence(result)


def test_the_same_file_twice_adds_nothing(tie):
    take_activities(ACTIVITY)

    result = take_activities(ACTIVITY)

    assert fates(result) == [Outcome.KNOWN]
    assert Activity.objects.count() == 1


def test_the_same_file_twice_adds_nothing_even_without_keys(tie):
    row = without(ACTIVITY, "activity_id")
    take_activities(row)

    result = take_activities(row)

    assert fates(result) == [Outcome.KNOWN]
    assert Activity.objects.count() == 1


def test_a_row_that_repeats_another_word_for_word_is_a_possible_duplicate(tie):
    row = without(ACTIVITY, "activity_id") | {"date_start": "2018"}

    result = take_activities(row, row)

    assert fates(result) == [Outcome.CREATED, Outcome.DUPLICATE]
    assert not Activity.objects.exists()


def test_the_same_tie_day_and_type_is_a_possible_duplicate(tie):
    take_activities(ACTIVITY)

    result = take_activities(ACTIVITY | {"activity_id": "E2", "title": "Concert"})

    assert fates(result) == [Outcome.DUPLICATE]
    assert "Choir from Shanghai" in sentence(result)


def test_the_same_month_is_no_duplicate(tie):
    month = {"date_start": "2018-05"}

    result = take_activities(ACTIVITY | month, ACTIVITY | month | {"activity_id": "E2"})

    assert fates(result) == [Outcome.CREATED, Outcome.CREATED]


def test_possible_duplicates_come_in_when_they_are_to_be_kept(tie):
    row = without(ACTIVITY, "activity_id")

    result = take_activities(row, row, keep_duplicates=True)

    assert fates(result) == [Outcome.CREATED, Outcome.CREATED]
    assert Activity.objects.count() == 2


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
