"""The two offices that keep the demonstration record, and the cohorts that compare them."""

from datetime import date

from activities.models.imports import RowKind
from relationships.models import Cohort, Relationship
from reports.models import Policy
from reports.sample import demonstration
from reports.sample.demonstration_money import add_money
from reports.sample.files import as_csv, take
from reports.sample.offices import SampleOffice, work_for_cities
from reports.sample.returns import file_returns

CANADA = SampleOffice(
    "demonstration-canada", "Demonstration: Canada–China 2015–2019", "America/Toronto"
)
JAPAN = SampleOffice(
    "demonstration-japan", "Demonstration: Japan–China 2015–2019", "Asia/Tokyo", currency="JPY"
)
COHORTS = {
    CANADA.slug: (
        "demonstration_canada",
        "Demonstration: Canada–China, 49 ties",
        "The 49 real ties with a made-up record of 2015 to 2019 that gives the article's figures: "
        "of 245 pair-years 35 with government and 14 without. 32 ties have a partner that Japan "
        "has too, 17 have none: where two Canadian cities share a partner (Beihai, Shijiazhuang, "
        "Zhuhai) the demonstration leaves it unmatched, although Japan has ties there.",
    ),
    JAPAN.slug: (
        "demonstration_japan",
        "Demonstration: Japan–China, 58 ties to the same 32 partners",
        "41 real ties to 25 partners, and 17 pairs of cities of the demonstration's own choice, "
        "with a made-up record of 2015 to 2019: of 290 pair-years 127 without government, as in "
        "the article. Of the years with government the article says nothing; 69 are made up.",
    ),
}


def seed_demonstration() -> set[str]:
    """Make both offices with their record. Returns the short names of those with news."""
    has_news = {
        CANADA.slug: _seed(CANADA, demonstration.canadian_ties(), "demonstration/canada.csv"),
        JAPAN.slug: _seed(JAPAN, demonstration.japanese_ties(), "demonstration/japan.csv"),
    }
    return {slug for slug, is_new in has_news.items() if is_new}


def _seed(sample: SampleOffice, ties: list[demonstration.Cells], spec: str) -> bool:
    office = sample.made(
        is_demonstration=True,
        demonstration_date=demonstration.TODAY,
        shares_with_network=False,
    )
    recorded = demonstration.RECORDED
    work_for_cities(office, ties)
    activities = demonstration.activities(ties, spec)
    has_news = take(as_csv(ties), f"{sample.slug}-ties.csv", RowKind.TIE, office, recorded)
    has_news |= take(
        as_csv(activities), f"{sample.slug}-activities.csv", RowKind.ACTIVITY, office, recorded
    )
    if has_news:
        _complete(office)
    return has_news


def _complete(office) -> None:
    name, title, description = COHORTS[office.slug]
    cohort, _made = Cohort.objects.get_or_create(
        name=name,
        defaults={"title": title, "description": description, "is_demonstration": True},
    )
    ties = Relationship.objects.of_office(office).select_related("office")
    cohort.relationships.add(*ties)
    Policy.objects.get_or_create(
        office=office,
        tier="",
        valid_from=date(2015, 1, 1),
        defaults={"note": "The portal's figures, in force over the years of the demonstration."},
    )
    file_returns(ties, demonstration.YEARS, demonstration.NOTE)
    add_money(office)
