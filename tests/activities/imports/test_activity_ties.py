"""Which tie the row of an activity means, and who travelled."""

import pytest

from activities.imports.outcomes import Outcome
from activities.models import Activity
from relationships.models import Relationship
from tests.activities.imports.making import ACTIVITY, CITIES, HARBIN, TIE, without
from tests.activities.imports.taking import fates, sentence, take_activities, take_ties

pytestmark = pytest.mark.django_db


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


def test_a_direction_that_is_supposed_is_said_once(tie):
    visit = ACTIVITY | CITIES | {"type": "official visit"}
    rows = [visit | {"activity_id": day, "date_start": day} for day in ("2018-05-01", "2018-06-01")]
    told = visit | {"activity_id": "c", "title": "c", "direction": "outbound"}

    assert take_activities(*rows, told).remarks == [
        "2 visits do not say who travelled: the city that is named first is taken for it."
    ]
    assert take_activities(told | {"activity_id": "d", "title": "d"}).remarks == []
