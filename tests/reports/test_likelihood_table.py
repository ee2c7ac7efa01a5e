"""The table under the bars of the dashboard: both denominators, both readings."""

from datetime import date

import pytest

from relationships.models import Relationship
from reports.likelihood_table import likelihood_table
from reports.summary import annual_summary
from tests.factories import ActivityFactory, RelationshipFactory

pytestmark = pytest.mark.django_db


def table(rows_of=None):
    summary = annual_summary(
        year=2019, as_of=date(2019, 12, 31), relationships=Relationship.objects.all()
    )
    return likelihood_table(summary, rows_of)


def counted(name, found):
    return [
        f"{cell.likelihood.n}/{cell.likelihood.of}"
        for label, cells in found.rows
        if label == name
        for cell in cells
    ]


def test_each_class_is_told_on_both_denominators_and_read_strictly(office):
    first = RelationshipFactory(office=office)
    RelationshipFactory(office=office, start_date=date(2018, 1, 1))
    ActivityFactory(relationships=[first], when="2019", students=9, government_role="courtesy")

    found = table()

    assert found.headings == [
        "Every listed tie-year", "Tie-years in force", "If a courtesy counted as government",
    ]  # fmt: skip
    assert counted("Government, with or without citizens", found) == ["0/10", "0/7", "1/10"]
    assert counted("Community, with or without officials", found) == ["1/10", "1/7", "1/10"]
    assert counted("Citizens alone, no officials", found) == ["1/10", "1/7", "0/10"]


def test_what_differs_in_nothing_has_no_column(office):
    tie = RelationshipFactory(office=office)
    ActivityFactory(relationships=[tie], when="2019", students=9)

    assert table().headings == ["Every listed tie-year"]


def test_the_figures_of_the_usual_reading_open_their_rows(office):
    tie = RelationshipFactory(office=office)
    ActivityFactory(relationships=[tie], when="2019", students=9, government_role="courtesy")

    found = table(lambda summary, **narrowed: f"{summary.year} {narrowed}")

    addresses = [[cell.address for cell in cells] for _name, cells in found.rows]
    assert addresses[0] == ["2019 {}", ""]
    assert addresses[-1] == ["2019 {'involvement_class': 'non_government'}", ""]
