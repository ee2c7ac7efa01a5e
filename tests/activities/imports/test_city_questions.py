"""A city that may be several, or none on record, is a question with its answers beside it."""

import pytest

from activities.imports.outcomes import Outcome
from relationships.models import City, Relationship
from tests.activities.imports.making import ACTIVITY, CITIES, TIE, without
from tests.activities.imports.taking import take_activities, take_ties
from tests.factories import CityFactory, HomeCityFactory

pytestmark = pytest.mark.django_db

TAIZHOU = TIE | {"city_b": "Taizhou", "region_b": ""}


@pytest.fixture
def two_taizhous():
    return [
        CityFactory(name="Taizhou", native_name="泰州", region="Jiangsu", country="CN"),
        CityFactory(name="Taizhou", region="Zhejiang", country="CN", wikidata_id="Q58128"),
    ]


def question_of(result):
    (row,) = result.outcomes.rows
    assert row.outcome == Outcome.REFUSED
    return row.question


def test_more_than_one_match_offers_every_city_it_may_be(two_taizhous):
    question = question_of(take_ties(TAIZHOU))

    jiangsu, zhejiang = question.candidates
    assert (question.doubt, question.side, question.name) == ("several", "b", "Taizhou")
    assert (jiangsu.pk, jiangsu.label) == (two_taizhous[0].pk, "Taizhou 泰州 (Jiangsu)")
    assert (zhejiang.pk, zhejiang.wikidata_id) == (two_taizhous[1].pk, "Q58128")


def test_the_chosen_city_answers_the_question(two_taizhous):
    question = question_of(take_ties(TAIZHOU))
    chosen = question.candidates[1].pk

    result = take_ties(TAIZHOU | {question.answer_column: str(chosen)})

    assert result.is_taken
    assert Relationship.objects.get().partner_city_id == chosen


def test_a_wikidata_number_answers_the_question(two_taizhous):
    take_ties(TAIZHOU | {"wikidata_b": "Q58128"})

    assert Relationship.objects.get().partner_city == two_taizhous[1]


def test_an_unknown_city_is_a_question_where_none_may_be_added():
    suzhou = CityFactory(name="Suzhou", native_name="苏州", region="Jiangsu", country="CN")
    CityFactory(name="Montréal", region="Quebec", country="CA")

    result = take_ties(TIE | {"city_b": "Suzhu", "region_b": ""}, adds_cities=False)

    question = question_of(result)
    assert (question.doubt, question.name, question.country) == ("unknown", "Suzhu", "CN")
    assert [candidate.pk for candidate in question.candidates] == [suzhou.pk]
    assert result.outcomes.rows[0].sentence == (
        "No city “Suzhu (CN)” is on record. Did you mean Suzhou 苏州 (Jiangsu)?"
    )
    assert City.objects.count() == 2


def test_a_city_like_no_other_is_a_question_without_candidates():
    CityFactory(name="Suzhou", country="CN")
    CityFactory(name="Montréal", region="Quebec", country="CA")

    question = question_of(take_ties(TIE | {"city_b": "Wuhan"}, adds_cities=False))

    assert (question.doubt, question.candidates) == ("unknown", ())


def test_the_new_city_of_an_office_is_said_to_be_like_one_on_record(office):
    home = HomeCityFactory(office=office).city
    CityFactory(name="Suzhou", native_name="苏州", region="Jiangsu", country="CN")
    row = {"city_a": home.name, "country_a": home.country.code, "region_a": home.region,
           "city_b": "Suzhu", "country_b": "CN"}  # fmt: skip

    result = take_ties(row, office=office)

    (outcome,) = result.outcomes.rows
    assert outcome.outcome == Outcome.CREATED
    assert "“Suzhu (CN)” is a new city. Did you mean Suzhou 苏州 (Jiangsu)?" in outcome.sentence


def test_an_activity_of_an_office_adds_no_city(office):
    CityFactory(name="Montreal", country="CA")
    CityFactory(name="Shanghai", country="CN")

    result = take_activities(
        without(ACTIVITY, "tie_id") | CITIES | {"city_b": "Shangai"}, office=office
    )

    question = question_of(result)
    assert (question.doubt, question.side) == ("unknown", "b")
    assert [candidate.label for candidate in question.candidates] == ["Shanghai (CN)"]


def test_two_cities_that_may_mean_two_ties_ask_for_the_side_that_is_doubtful(two_taizhous):
    take_ties(
        TAIZHOU | {"tie_id": "1", "region_b": "Jiangsu"},
        TAIZHOU | {"tie_id": "2", "region_b": "Zhejiang"},
    )

    row = without(ACTIVITY, "tie_id") | CITIES | {"city_b": "Taizhou"}
    question = question_of(take_activities(row))
    answered = take_activities(row | {"city_id_b": str(two_taizhous[1].pk)})

    assert (question.side, len(question.candidates)) == ("b", 2)
    assert answered.is_taken


@pytest.mark.parametrize(
    ("number", "words"), [("0", "not the number"), ("999999", "No city has the number 999999")]
)
def test_a_number_that_no_city_has_is_refused(number, words):
    (row,) = take_ties(TIE | {"city_id_b": number}).outcomes.rows

    assert words in row.sentence


def test_the_number_of_a_city_in_another_country_is_refused():
    elsewhere = CityFactory(name="Osaka", country="JP")

    (row,) = take_ties(TIE | {"city_id_b": str(elsewhere.pk)}).outcomes.rows

    assert row.column == "city_b"
    assert "is Osaka (JP), in another country" in row.sentence
