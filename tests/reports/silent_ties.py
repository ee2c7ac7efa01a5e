"""Ties for the yearly check, each of a known standing."""

from datetime import date

from tests.factories import ActivityFactory, AnnualReturnFactory, RelationshipFactory

# No round anniversary falls in the years the tests look at.
START = date(1987, 8, 10)


def silent_tie(office, last="2018-12-03", returned=range(2010, 2026), **values):
    """Held its last activity on ``last``; of the other years the office said: nothing."""
    tie = RelationshipFactory(**{"office": office, "start_date": START} | values)
    ActivityFactory(relationships=[tie], when=last, title="Mayor's visit", students=4)
    for year in returned:
        AnnualReturnFactory(relationship=tie, year=year, state="nil")
    return tie


def official_tie(office, years=(2021, 2022, 2023, 2024, 2025), **values):
    """One official visit in each of ``years``, nothing else."""
    tie = RelationshipFactory(**{"office": office, "start_date": START} | values)
    for year in years:
        ActivityFactory(
            relationships=[tie],
            when=f"{year}-06-15",
            type="official_visit",
            government_role="lead",
            elected=2,
        )
    return tie
