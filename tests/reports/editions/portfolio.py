"""A small office whose figures a person can check by hand.

Two ties, window 2015 to 2019, so ten tie-years. Québec – Xi'an: officials alone in 2016 and
2018, students with officials in 2019. Québec – 札幌: athletes alone in 2017.
"""

from tests.factories import ActivityFactory, CityFactory, RelationshipFactory


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
