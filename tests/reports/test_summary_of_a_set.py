from datetime import date
from fractions import Fraction

import pytest

from relationships.models import Relationship
from reports.metrics import Counts
from reports.summary import annual_summary
from tests.factories import (
    ActivityFactory,
    AnnualReturnFactory,
    LegalStatusChangeFactory,
    OfficeFactory,
    PolicyFactory,
    RelationshipFactory,
)

pytestmark = pytest.mark.django_db
AS_OF = date(2025, 12, 31)


def summarise(relationships=None, **asked):
    relationships = Relationship.objects.all() if relationships is None else relationships
    return annual_summary(**{"year": 2025, "as_of": AS_OF, "relationships": relationships} | asked)


@pytest.fixture
def three_ties(office):
    """One that lives with citizens, one of officials only, one of which nothing is known."""
    lively, official, unknown = RelationshipFactory.create_batch(3, office=office)
    for year in range(2021, 2026):
        ActivityFactory(relationships=[lively], when=f"{year}-05-01", students=10)
    ActivityFactory(relationships=[lively], when="2025-09-01", government_role="lead", students=5)
    for year in (2021, 2022, 2023):
        ActivityFactory(relationships=[official], when=f"{year}-05-01", government_role="lead")
    return lively, official, unknown


def test_likelihoods_are_those_of_pair_years(three_ties):
    found = summarise()

    assert found.window == (2021, 2022, 2023, 2024, 2025)
    assert found.panel == {
        "any": (8, 15),
        "government": (4, 15),
        "non_government": (5, 15),
        "community": (5, 15),
        "people_to_people": (5, 15),
    }
    assert found.panel["government"].percent == "26.7"
    assert found.stress_panel == {
        "without_government": (5, 15),
        "without_government_or_mixed": (5, 15),
    }


def test_exposure_leaves_out_years_not_in_force(three_ties):
    _, official, unknown = three_ties
    LegalStatusChangeFactory(relationship=unknown, status="ended", date=date(2022, 1, 1))
    Relationship.objects.filter(pk=official.pk).update(start_date=date(2022, 3, 1))

    found = summarise()

    assert found.panel["any"] == (8, 15)
    assert found.exposure["any"] == (7, 10)


def test_statuses_and_statement_say_how_the_ties_stand(three_ties):
    found = summarise()

    assert found.status_counts == {
        "active": 1,
        "cooling": 0,
        "new": 0,
        "dormant": 1,
        "inactive": 0,
        "not_reported": 1,
    }
    assert found.statement._asdict() == {
        "ties": 3,
        "active_ties": 2,
        "pair_years": 15,
        "active_pair_years": 8,
        "with_community": 5,
        "community_alone": 4,
        "officials_alone": 3,
        "not_reported_ties": 1,
        "not_reported_pair_years": 7,
    }


def test_findings_carry_their_figures(three_ties):
    _, official, _ = three_ties

    found = next(tie for tie in summarise().ties if tie.id == official.pk)

    assert [finding.kind for finding in found.findings] == [
        "dormant",
        "vulnerable",
        "official_heavy",
        "official_only",
    ]
    heavy = found.findings[2]
    assert heavy.figures["official"] == heavy.figures["of"] == 3
    assert heavy.thresholds["heavy_percent"] == 70


def test_the_trend_counts_ties_and_activities(three_ties):
    found = summarise(trend=2, as_of=date(2026, 2, 1))

    assert [year.year for year in found.trend] == [2024, 2025]
    assert found.trend[-1].ties["any"] == 1
    assert found.trend[-1].activities == Counts(C=1, M=1)
    assert (found.trend[-1].listed, found.trend[-1].participants) == (3, 15)
    assert (found.running.year, found.running.ties["any"]) == (2026, 0)


def test_an_activity_of_several_ties_makes_each_active_and_is_counted_once(three_ties):
    lively, official, unknown = three_ties
    ActivityFactory(relationships=[lively, official, unknown], when="2024-07-01", residents=40)

    found = summarise()

    assert [tie.letters[3] for tie in found.ties] == ["C", "C", "C"]
    assert found.shared == (10, 12, 1)  # activities, rows, shared
    assert found.participants == 55 + 40
    assert found.trend[-2].activities == Counts(C=2)


def test_concentration_is_over_all_ties(three_ties):
    found = summarise().concentration

    assert (found.ties, found.activities) == (3, 9)
    assert (found.top_ties, found.top_share) == (1, Fraction(2, 3))
    assert found.gini == Fraction(4, 9)


def test_offices_of_different_fiscal_years_keep_their_own_windows(office):
    april = OfficeFactory(fiscal_year_start_month=4)
    RelationshipFactory.create_batch(2, office=office)
    RelationshipFactory(office=april)

    found = summarise(as_of=date(2026, 1, 31))

    assert [(period.first_month, period.years[-1]) for period in found.periods] == [
        (1, 2025),
        (4, 2024),
    ]
    assert found.panel["any"].of == 15


def test_policies_of_one_office_may_have_windows_of_different_length(office):
    PolicyFactory(office=office, tier="friendship", window_years=3)
    RelationshipFactory(office=office, tier="sister")
    RelationshipFactory(office=office, tier="friendship")

    assert summarise().panel["any"].of == 8
    assert summarise(window_years=2).panel["any"].of == 4


def test_no_ties_make_an_empty_summary():
    found = summarise(Relationship.objects.none())

    assert found.ties == found.periods == found.window == ()
    assert found.panel["any"] == (0, 0)
    assert found.concentration.gini is None


def test_a_page_of_ties_can_be_summarised(office):
    RelationshipFactory.create_batch(5, office=office)
    page = Relationship.objects.order_by("-pk")[1:3]

    found = summarise(page)

    assert [tie.id for tie in found.ties] == [tie.pk for tie in page]


def test_ties_keep_the_order_of_the_query(office):
    RelationshipFactory.create_batch(3, office=office)
    backwards = Relationship.objects.order_by("-pk")

    assert [tie.id for tie in summarise(backwards).ties] == [tie.pk for tie in backwards]


@pytest.mark.parametrize("ties", [2, 20])
def test_the_number_of_queries_does_not_depend_on_that_of_the_ties(
    office, ties, django_assert_num_queries
):
    for tie in RelationshipFactory.create_batch(ties, office=office):
        ActivityFactory(relationships=[tie], when="2024-05-01", fields=["sport"])
        LegalStatusChangeFactory(relationship=tie)
        AnnualReturnFactory(relationship=tie, year=2023)

    with django_assert_num_queries(12):
        found = summarise(Relationship.objects.with_cities())

    assert len(found.ties) == ties
