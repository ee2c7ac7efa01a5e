from datetime import date

import pytest

from activities.models import Activity, ActivityRelationship
from tests.factories import CityFactory, CohortFactory, ReferenceTieFactory, RelationshipFactory

YEARS = range(2015, 2020)


@pytest.fixture(autouse=True)
def third_of_february_2020(time_machine):
    time_machine.move_to("2020-02-03T15:00:00+00:00")


@pytest.fixture
def hold():
    """``hold(ties, 4, students=9)``: an activity in each of their first four tie-years."""

    def make(ties, pair_years, **who):
        pairs = [(tie, date(year, 5, 1)) for year in YEARS for tie in ties][:pair_years]
        held = Activity.objects.bulk_create(
            Activity(title="One", type="other", start_date=day, end_date=day, recorded_date=day,
                     office=tie.office, **who)
            for tie, day in pairs
        )  # fmt: skip
        ActivityRelationship.objects.bulk_create(
            ActivityRelationship(activity=activity, relationship=tie)
            for activity, (tie, _) in zip(held, pairs, strict=True)
        )

    return make


@pytest.fixture
def chinese():
    return [CityFactory(name=f"Partner {n}", native_name="济南") for n in range(4)]


@pytest.fixture
def our_ties(office, chinese):
    """Montréal's: to four Chinese cities, and one to Namur."""
    home = CityFactory(name="Montréal", country="CA")
    partners = [*chinese, CityFactory(name="Namur", country="BE")]
    return [
        RelationshipFactory(office=office, home_city=home, partner_city=city) for city in partners
    ]


@pytest.fixture
def japanese_ties(chinese):
    """Reference ties of Japan to three of these cities, and one to Harbin; a saved cohort."""
    cities = [*chinese[:3], CityFactory(name="Harbin")]
    ties = [
        ReferenceTieFactory(home_city=CityFactory(name=f"Nara {n}", country="JP"),
                            partner_city=city)
        for n, city in enumerate(cities)
    ]  # fmt: skip
    CohortFactory(name="japan", title="Japan’s").relationships.set(ties)
    return ties


@pytest.fixture
def compared(officer_client):
    """``compared(kind="any")`` opens the comparison of Montréal with Japan."""

    def opened(browser=officer_client, **asked):
        usual = {"group": "office:montreal", "other": "country:JP", "from": 2015, "to": 2019}
        return browser.get("/dashboard/compare/", usual | asked)

    return opened
