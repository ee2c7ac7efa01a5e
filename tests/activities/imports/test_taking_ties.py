from datetime import date

import pytest

from activities.imports.outcomes import Outcome
from activities.models import Import, SourceRow
from relationships.models import City, Cohort, LegalStatusChange, Relationship
from tests.activities.imports.making import TIE
from tests.activities.imports.taking import fates, sentence, take_ties
from tests.factories import CityFactory, CohortFactory, HomeCityFactory, ReferenceTieFactory

pytestmark = pytest.mark.django_db


def reversed_tie(**changes):
    other = {"a": "b", "b": "a"}
    swapped = {
        (f"{name[:-1]}{other[name[-1]]}" if name[-2:] in ("_a", "_b") else name): value
        for name, value in TIE.items()
    }
    return swapped | changes


def test_a_tie_comes_in_with_its_cities_and_remembers_its_row():
    result = take_ties(TIE | {"mood": "sunny", "source": "a list", "note": "n"})

    tie = Relationship.objects.get()
    row = SourceRow.objects.get()
    assert fates(result) == [Outcome.CREATED]
    assert (tie.home_city.name, tie.partner_city.name) == ("Montréal", "Shanghai")
    assert (str(tie.since), tie.tier, tie.source, tie.note) == (
        "1985-05-14",
        "sister",
        "a list",
        "n",
    )
    assert tie.office is None
    assert (row.key, row.line, row.relationship, row.words) == ("T1", 2, tie, {"mood": "sunny"})
    assert result.source.rows_read == 1


def test_new_cities_can_be_found_by_their_folded_names():
    take_ties(TIE)

    assert City.objects.named_like("montreal").count() == 1


@pytest.mark.parametrize(
    ("told", "kept", "precision"),
    [("1985", date(1985, 1, 1), "year"), ("1985-05", date(1985, 5, 1), "month")],
)
def test_a_year_or_month_is_kept_as_such(told, kept, precision):
    take_ties(TIE | {"start_date": told})

    tie = Relationship.objects.get()
    assert (tie.start_date, tie.start_precision) == (kept, precision)


def test_of_a_year_and_a_date_the_more_precise_is_kept():
    tie = {name: value for name, value in TIE.items() if name != "start_date"}

    take_ties(tie | {"since_year": "1985", "since_date": "1985-05-14"})

    assert str(Relationship.objects.get().since) == "1985-05-14"


def test_a_year_and_a_date_that_contradict_each_other_are_refused():
    tie = {name: value for name, value in TIE.items() if name != "start_date"}

    result = take_ties(tie | {"since_year": "1986", "since_date": "1985-05-14"})

    assert "contradict" in sentence(result)


def test_the_same_file_twice_adds_nothing():
    take_ties(TIE)

    result = take_ties(TIE)

    assert fates(result) == [Outcome.KNOWN]
    assert (Relationship.objects.count(), SourceRow.objects.count()) == (1, 1)
    assert Import.objects.count() == 1


def test_a_tie_and_its_reverse_are_one():
    result = take_ties(TIE, reversed_tie(tie_id="T2"))

    assert fates(result) == [Outcome.CREATED, Outcome.KNOWN]
    assert Relationship.objects.count() == 1
    assert set(SourceRow.objects.values_list("key", flat=True)) == {"T1", "T2"}


def test_a_row_without_key_that_repeats_a_pair_is_a_possible_duplicate():
    result = take_ties(TIE | {"tie_id": ""}, reversed_tie(tie_id=""))

    assert fates(result) == [Outcome.CREATED, Outcome.DUPLICATE]
    assert "line 2" in sentence(result)
    assert not Relationship.objects.exists()


def test_a_key_that_stands_twice_in_a_file_is_refused():
    result = take_ties(TIE, TIE | {"city_b": "Harbin", "region_b": "Heilongjiang"})

    assert fates(result) == [Outcome.CREATED, Outcome.REFUSED]
    assert result.outcomes.rows[1].column == "tie_id"


def test_a_key_on_record_for_other_cities_is_refused():
    take_ties(TIE)

    result = take_ties(TIE | {"city_b": "Harbin", "region_b": "Heilongjiang"})

    assert "Montréal – Shanghai" in sentence(result)


def test_one_refused_row_keeps_the_whole_file_out():
    result = take_ties(TIE, TIE | {"tie_id": "T2", "country_b": "Atlantis"})

    assert not result.is_taken
    assert not Relationship.objects.exists()
    assert not City.objects.exists()


def test_the_good_rows_come_in_without_the_others_when_asked():
    result = take_ties(TIE, TIE | {"tie_id": "T2", "country_b": "Atlantis"}, skip_refused=True)

    assert fates(result) == [Outcome.CREATED, Outcome.REFUSED]
    assert Relationship.objects.count() == 1
    assert result.source.refused == 1


@pytest.mark.parametrize(
    ("changes", "column", "words"),
    [
        ({"start_date": "soon"}, "start_date", "not a date"),
        ({"start_date": "2999"}, "start_date", "outside of the years"),
        ({"start_date": "2027"}, "start_date", "future"),
        ({"end_date": "1984"}, "end_date", "before the start"),
        ({"end_date": "2020", "legal_status": "in force"}, "legal_status", "has an end"),
        ({"country_b": "Atlantis"}, "country_b", "not a country"),
        ({"city_b": ""}, "city_b", "must not be"),
        ({"lat_b": "31.2"}, "lon_b", "together"),
        ({"lat_b": "131", "lon_b": "121"}, "lat_b", "degrees"),
        ({"legal_status": "maybe"}, "legal_status", "not one of"),
        ({"tie_id": "k" * 101}, "tie_id", "101 characters"),
        ({"wikidata_b": "8686"}, "wikidata_b", "Wikidata"),
        ({"city_b": "Montreal", "country_b": "CA", "region_b": "Quebec"}, "city_b", "itself"),
        ({"cohort": "！"}, "cohort", "name for a cohort"),
    ],
)
def test_a_row_is_refused_with_column_and_reason(changes, column, words):
    result = take_ties(TIE | changes)

    (row,) = result.outcomes.rows
    assert (row.outcome, row.column) == (Outcome.REFUSED, column)
    assert words in row.sentence


def test_every_fault_of_a_row_is_told_at_once():
    result = take_ties(TIE | {"start_date": "soon", "country_b": "Atlantis"})

    assert "not a date" in sentence(result)
    assert "not a country" in sentence(result)


def test_blank_title_and_total_rows_are_ignored():
    result = take_ties(TIE, {}, {"tie_id": "Total", "start_date": "12"}, TIE | {"tie_id": "T2"})

    assert fates(result) == [Outcome.CREATED, Outcome.IGNORED, Outcome.IGNORED, Outcome.KNOWN]
    assert result.source.ignored == 2


def test_a_tie_that_ended_keeps_the_day_in_its_legal_history():
    take_ties(TIE | {"end_date": "2020-01"})

    change = LegalStatusChange.objects.get()
    assert change.relationship.legal_status == "ended"
    assert (change.status, str(change.since)) == ("ended", "2020-01")


def test_the_words_of_the_source_for_a_tier_are_kept():
    take_ties(TIE | {"tier": "special_ward"})

    tie = Relationship.objects.get()
    assert (tie.tier, tie.tier_label) == ("sister", "special_ward")


def test_ties_join_the_cohort_of_the_command_and_of_their_row():
    take_ties(TIE | {"cohort": "Old friends"}, cohort="canada_china")

    (tie,) = Relationship.objects.all()
    assert {cohort.name: cohort.title for cohort in tie.cohorts.all()} == {
        "canada_china": "",
        "old-friends": "Old friends",
    }


def test_a_tie_on_record_joins_a_new_cohort():
    take_ties(TIE)

    result = take_ties(TIE, cohort="canada_china")

    assert fates(result) == [Outcome.KNOWN]
    assert Cohort.objects.get().relationships.count() == 1


def test_a_cohort_of_an_office_takes_no_reference_ties(office):
    CohortFactory(name="ours", office=office)

    result = take_ties(TIE | {"cohort": "ours"})

    assert "somebody else" in sentence(result)


def test_the_home_city_of_an_office_is_always_the_home_side(office):
    home = HomeCityFactory(
        office=office, city=CityFactory(name="Montreal", region="Quebec", country="CA")
    ).city

    take_ties(reversed_tie(), office=office)

    tie = Relationship.objects.get(office=office)
    assert (tie.home_city, tie.partner_city.name) == (home, "Shanghai")


def test_a_tie_without_a_home_city_of_the_office_is_refused(office):
    HomeCityFactory(office=office, city=CityFactory(name="Laval", country="CA"))

    result = take_ties(TIE, office=office)

    assert "Neither Montréal (Quebec) nor Shanghai (Shanghai) is a home city" in sentence(result)


def test_an_office_may_have_the_tie_that_is_also_a_reference(office):
    take_ties(TIE)
    HomeCityFactory(office=office, city=City.objects.get(name="Montréal"))

    result = take_ties(TIE, office=office)

    assert fates(result) == [Outcome.CREATED]
    assert Relationship.objects.count() == 2
    assert City.objects.count() == 2


def test_a_tie_recorded_by_hand_takes_the_key_of_its_row():
    tie = ReferenceTieFactory(
        home_city=CityFactory(name="Shanghai", region="Shanghai", country="CN"),
        partner_city=CityFactory(name="Montréal", region="Quebec", country="CA"),
    )

    result = take_ties(TIE)

    assert fates(result) == [Outcome.KNOWN]
    assert SourceRow.objects.get(key="T1").relationship == tie


def test_a_row_keeps_to_its_tie_when_another_file_brings_a_city_of_the_same_name():
    kanagawa = {"city_b": "Ōta", "name_local_b": "大田", "region_b": "Kanagawa", "country_b": "JP"}
    tokyo = kanagawa | {"city_b": "Ōta (Tokyo)", "region_b": "Tokyo"}
    where = {"lat_b": "35.56", "lon_b": "139.71"}
    world = [TIE | kanagawa | where, TIE | tokyo | where | {"tie_id": "T2", "city_a": "Laval"}]
    take_ties(*world)
    take_ties(TIE | tokyo | {"tie_id": "T3", "city_a": "Laval"})

    again = take_ties(*world)

    assert fates(again) == [Outcome.KNOWN, Outcome.KNOWN]
    assert Relationship.objects.count() == 3
