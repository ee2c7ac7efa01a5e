"""A small office whose figures a person can check by hand.

Two ties, window 2015 to 2019, so ten tie-years. Québec – Xi'an: officials alone in 2016 and
2018, students with officials in 2019. Québec – 札幌: athletes alone in 2017.
"""

from tests.factories import (
    ActivityFactory,
    CityFactory,
    FundingLineFactory,
    RelationshipFactory,
    TravelLineFactory,
)


def small_portfolio(office):
    home = CityFactory(name="Québec", country="CA")
    xian = CityFactory(name="Xi'an", native_name="西安", country="CN", region="Shaanxi")
    sapporo = CityFactory(name="Sapporo", native_name="札幌", country="JP", region="Hokkaido")
    official = RelationshipFactory(office=office, home_city=home, partner_city=xian)
    sporting = RelationshipFactory(office=office, home_city=home, partner_city=sapporo)
    for when in ("2016-03-01", "2018-06"):
        ActivityFactory(relationships=[official], when=when, government_role="lead", officials=4)
    ActivityFactory(
        relationships=[official],
        title='=HYPERLINK("x") ᐃᖃᓗᐃᑦ',
        when="2019-05-14",
        government_role="participant",
        students_unnumbered=True,
    )
    ActivityFactory(relationships=[sporting], when="2017", athletes=11)
    ActivityFactory(relationships=[sporting], when="2019-01-01", substance="courtesy")
    return official, sporting


def costly_portfolio(official):
    """A visit of 8 people and 5 days for 3,000 CAD, of which 2,000 were yen; one called off."""
    visit = ActivityFactory(
        relationships=[official], when="2019-06-01", until="2019-06-05", students=8
    )
    FundingLineFactory(activity=visit, amount=1000)
    FundingLineFactory(activity=visit, payer="grant", amount=200_000, currency="JPY", rate="0.01")
    TravelLineFactory(
        activity=visit, member="Mayor Côté", from_date="2019-06-01", to_date="2019-06-05",
        cost_to_council="812.50", total_cost="1000",
    )  # fmt: skip
    cancelled = ActivityFactory(
        relationships=[official], when="2019-08-01", status="cancelled", reason_code="budget",
        reason_side="ours",
    )  # fmt: skip
    TravelLineFactory(activity=cancelled, member="Deputy", from_date="2019-08-01",
                      to_date="2019-08-02", cost_to_council=90, total_cost=90)  # fmt: skip
