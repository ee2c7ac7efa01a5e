from datetime import date

import pytest

from relationships.models import Relationship
from reports.statement import in_force, statement, strict_reading
from reports.summary import annual_summary
from tests.factories import ActivityFactory, AnnualReturnFactory, RelationshipFactory


def said(year=2019):
    summary = annual_summary(
        year=year, as_of=date(year, 12, 31), relationships=Relationship.objects.all()
    )
    return statement(summary)


@pytest.fixture
def tie(office):
    tie = RelationshipFactory(office=office)
    for year in range(2010, 2020):
        AnnualReturnFactory(relationship=tie, year=year, state="nil")
    return tie


def test_silence_is_said_plainly(tie):
    assert said() == ["Our one tie did nothing on record in the last 5 years."]


def test_officials_alone_are_said_plainly(tie):
    ActivityFactory(relationships=[tie], when="2018", government_role="lead")
    ActivityFactory(relationships=[tie], when="2019", government_role="lead")

    assert said() == [
        "Our one tie did something in the last 5 years.",
        "Citizens had no part in any of the 2 tie-years that had an activity.",
    ]


def test_citizens_and_what_is_not_known_are_said(tie, office):
    ActivityFactory(relationships=[tie], when="2018", students=12)
    ActivityFactory(relationships=[tie], when="2019", students=12, government_role="lead")
    RelationshipFactory(office=office)

    assert said() == [
        "1 of our 2 ties did something in the last 5 years.",
        "Citizens took part in 2 of the 2 tie-years that had an activity; "
        "in 1 of these, officials took part in nothing.",
        "1 tie is not reported: we do not know whether it sleeps.",
    ]


def of_two_ties(office):
    first = RelationshipFactory(office=office)
    RelationshipFactory(office=office, start_date=date(2018, 1, 1))
    ActivityFactory(relationships=[first], when="2019", students=9, government_role="courtesy")
    return annual_summary(
        year=2019, as_of=date(2019, 12, 31), relationships=Relationship.objects.all()
    )


def test_the_strict_reading_is_said_where_it_changes_a_likelihood(office):
    assert strict_reading(of_two_ties(office)) == (
        "If a courtesy counted as government: Government, with or without citizens 1/10 = 10.0 %; "
        "Citizens alone, no officials 0/10 = 0.0 %; "
        "Non-government: citizens or business alone 0/10 = 0.0 %."
    )


def test_nothing_is_said_of_readings_and_denominators_that_change_nothing(tie):
    summary = annual_summary(
        year=2019, as_of=date(2019, 12, 31), relationships=Relationship.objects.all()
    )

    assert strict_reading(summary) == ""


def test_the_second_denominator_is_said_where_it_differs(office):
    words = in_force(of_two_ties(office))

    assert words.startswith("Of the tie-years in force alone: Any activity 1/7; Government")
