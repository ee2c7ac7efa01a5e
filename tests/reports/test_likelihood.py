import json
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from activities.models import Activity, ActivityRelationship
from relationships.models import LegalStatusChange
from tests.factories import (
    ActivityFactory,
    CityFactory,
    CohortFactory,
    OfficeFactory,
    ReferenceTieFactory,
    RelationshipFactory,
)

pytestmark = pytest.mark.django_db
YEARS = range(2015, 2020)


def likelihood(cohort, *more, first=2015, to=2019, as_of="2020-03-31"):
    written = StringIO()
    call_command(
        "likelihood", "--cohort", cohort, "--from", str(first), "--to", str(to), "--as-of", as_of,
        *more, stdout=written,
    )  # fmt: skip
    return written.getvalue()


def answer(cohort, *more, **asked):
    return json.loads(likelihood(cohort, "--format", "json", *more, **asked))


def hold(ties, *, pair_years, **who):
    """One activity in each of the first ``pair_years`` pair-years of ``ties``."""
    pairs = [(tie, date(year, 5, 1)) for year in YEARS for tie in ties][:pair_years]
    activities = Activity.objects.bulk_create(
        Activity(title="One", type="other", start_date=day, end_date=day, recorded_date=day, **who)
        for _, day in pairs
    )
    ActivityRelationship.objects.bulk_create(
        ActivityRelationship(activity=activity, relationship=tie)
        for activity, (tie, _) in zip(activities, pairs, strict=True)
    )


@pytest.fixture
def article():
    """The article's two cohorts: 49 Canadian ties, 32 of them to partners of 58 Japanese ties."""
    chinese = CityFactory.create_batch(32, country="CN")
    others = CityFactory.create_batch(17, country="CN")
    canada = [ReferenceTieFactory(partner_city=city) for city in chinese + others]
    japan = [
        ReferenceTieFactory(home_city=CityFactory(country="JP"), partner_city=city)
        for city in chinese + chinese[:26]
    ]
    hold(canada, pair_years=35, government_role="lead")
    hold(canada[:32], pair_years=11, students=20)
    hold(canada[32:], pair_years=3, students=20)
    hold(japan, pair_years=127, artists=8)
    CohortFactory(name="canada_china").relationships.set(canada)
    CohortFactory(name="japan_china").relationships.set(japan)


def test_the_table_of_the_article_comes_out_to_the_digit(article):
    found = answer("canada_china", "--matched-with", "japan_china")

    assert (found["ties"], found["denominator"]) == (49, "panel")
    assert found["classes"]["government"] == {
        "n": 35, "of": 245, "percent": "14.3", "interval": ["10.5", "19.2"],
    }  # fmt: skip
    assert found["classes"]["non_government"]["n"] == 14
    assert found["classes"]["non_government"]["percent"] == "5.7"
    canada, japan = found["matched"]["groups"]
    assert (canada["ties"], canada["unmatched_ties"], japan["ties"]) == (32, 17, 58)
    assert canada["classes"]["non_government"]["n"] == 11
    assert canada["classes"]["non_government"]["percent"] == "6.9"
    assert (japan["classes"]["non_government"]["n"], japan["classes"]["non_government"]["of"]) == (
        127, 290,
    )  # fmt: skip
    assert japan["classes"]["non_government"]["percent"] == "43.8"
    ratio = found["matched"]["ratios"]["non_government"]
    assert (ratio["group"], ratio["base"], ratio["ratio"]) == ("japan_china", "canada_china", "6.4")


def test_the_likelier_group_stands_over_the_other_whichever_is_asked_first(article):
    found = answer("japan_china", "--matched-with", "canada_china")["matched"]["ratios"]

    assert (found["non_government"]["group"], found["non_government"]["ratio"]) == (
        "japan_china", "6.4",
    )  # fmt: skip
    assert found["government"]["group"] == "canada_china"
    assert found["government"]["ratio"] is None  # Japan held none


def test_the_text_says_the_same(article):
    said = likelihood("canada_china", "--matched-with", "japan_china")

    assert "canada_china: 49 ties, policy years 2015 to 2019, as of 2020-03-31" in said
    assert "35 / 245" in said
    assert "14.3 %" in said
    assert "32 partners that both have." in said
    assert "Left out: 17 ties to 17 other partners." in said
    assert "6.4  (" in said
    assert "not defined" in said


def test_exposure_counts_only_years_in_force(article):
    tie = Activity.objects.filter(government_role="lead").first().relationships.get()
    LegalStatusChange.objects.create(relationship=tie, status="ended", date=date(2017, 1, 1))

    found = answer("canada_china", "--denominator", "exposure")

    assert found["denominator"] == "exposure"
    assert found["classes"]["any"]["of"] == 242


def test_an_unmatched_partner_is_named_on_the_side_of_the_shared_country():
    harbin, jinan = CityFactory(name="Harbin"), CityFactory(name="Jinan")
    edmonton, regina = CityFactory(country="CA"), CityFactory(country="CA", name="Regina")
    niigata = CityFactory(country="JP")
    canada = [
        ReferenceTieFactory(home_city=edmonton, partner_city=harbin),
        ReferenceTieFactory(home_city=jinan, partner_city=regina),  # stored the other way round
    ]
    CohortFactory(name="canada").relationships.set(canada)
    CohortFactory(name="japan").relationships.set(
        [ReferenceTieFactory(home_city=harbin, partner_city=niigata)]
    )

    found = answer("canada", "--matched-with", "japan")["matched"]

    assert found["partners"] == ["Harbin"]
    assert found["groups"][0]["unmatched_partners"] == ["Jinan"]


def test_the_home_city_of_an_office_is_not_its_partner():
    office, home = OfficeFactory(), CityFactory(country="CA")
    ties = RelationshipFactory.create_batch(2, office=office, home_city=home)
    CohortFactory(name="one").relationships.set(ties[:1])
    CohortFactory(name="two").relationships.set(ties[1:])

    found = answer("one", "--matched-with", "two")["matched"]

    assert found["partners"] == []
    assert found["groups"][0]["classes"]["any"]["percent"] is None


def test_fewer_than_ten_pair_years_have_no_percent():
    CohortFactory(name="one").relationships.set([ReferenceTieFactory()])

    assert answer("one")["classes"]["any"] == {
        "n": 0, "of": 5, "percent": None, "interval": None,
    }  # fmt: skip
    assert "too few" in likelihood("one")


def test_fewer_than_ten_pair_years_on_a_side_have_no_ratio():
    partner = CityFactory()
    for name in ("one", "two"):
        tie = ReferenceTieFactory(partner_city=partner)
        ActivityFactory(relationships=[tie], when="2016", students=5)
        CohortFactory(name=name).relationships.set([tie])

    matched = answer("one", "--matched-with", "two")["matched"]
    times = likelihood("one", "--matched-with", "two").partition("How many times as likely:")[2]

    assert matched["ratios"]["any"]["ratio"] is None
    assert matched["ratios"]["any"]["interval"] is None
    assert "too few" in times
    assert "1.0" not in times


def test_what_is_not_reported_and_what_a_courtesy_changes_is_said_aloud():
    tie = ReferenceTieFactory()
    ActivityFactory(relationships=[tie], when="2016", students=5, government_role="courtesy")
    CohortFactory(name="one").relationships.set([tie])

    found, said = answer("one"), likelihood("one")

    assert found["not_reported_pair_years"] == 4
    assert found["strict_classes"]["government"]["n"] == 1
    assert "Of 4 silent pair-years no return says that nothing happened." in said
    assert "If a courtesy counted as government:" in said


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"cohort": "atlantis"}, "There is no cohort “atlantis”. Cohorts: one."),
        ({"cohort": "one", "to": 2014}, "--from 2015 lies after --to 2014."),
        ({"cohort": "one", "first": 0}, "--from 0: give a policy year from 1900 on."),
        ({"cohort": "one", "to": 99999}, "--to 99999 lies after --as-of 2020-03-31."),
        ({"cohort": "one", "as_of": "2019-06-30"}, "Policy year 2019 is not over on 2019-06-30"),
    ],
)
def test_a_question_that_cannot_be_answered_is_refused_in_a_sentence(asked, sentence):
    CohortFactory(name="one").relationships.set([ReferenceTieFactory()])

    with pytest.raises(CommandError, match=sentence) as refused:
        likelihood(**asked)

    assert refused.value.returncode == 2


def test_an_unknown_cohort_to_compare_with_is_refused():
    CohortFactory(name="one")

    with pytest.raises(CommandError, match="There is no cohort “atlantis”"):
        likelihood("one", "--matched-with", "atlantis")


def test_a_day_that_is_none_is_refused():
    with pytest.raises(CommandError, match="“30 June” is not a day: write YYYY-MM-DD"):
        likelihood("one", as_of="30 June")
