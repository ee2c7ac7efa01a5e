import pytest

from tests.factories import ActivityFactory, CityFactory, ReferenceTieFactory, RelationshipFactory


@pytest.fixture
def jinan():
    return CityFactory(name="Jinan", native_name="济南")


@pytest.fixture
def ours(office, jinan):
    home = CityFactory(name="Montréal", country="CA")
    return RelationshipFactory(office=office, home_city=home, partner_city=jinan)


@pytest.fixture
def wakayama(jinan):
    tie = ReferenceTieFactory(home_city=CityFactory(name="Wakayama", country="JP"),
                              partner_city=jinan)  # fmt: skip
    ActivityFactory(relationships=[tie], title="choir", when="2019-05-14", artists=30)
    ActivityFactory(relationships=[tie], title="mayor", when="2017-05-14", government_role="lead")
    return tie


@pytest.fixture
def opened(officer_client, ours):
    def open_page(browser=officer_client, **query):
        return browser.get(f"/dashboard/compare/partners/{ours.pk}/", query)

    return open_page


def test_it_shows_what_others_do_with_our_partner(opened, wakayama):
    answer = opened()
    ours, theirs = answer.context["rows"]

    assert ours.is_ours
    assert str(theirs.city) == "Wakayama"
    assert (theirs.tie.counts.government, theirs.tie.counts.community) == (1, 1)
    assert "Of the 1 with a record, 1 did something" in answer.content.decode()


def test_each_count_opens_its_activities(opened, officer_client, wakayama):
    addresses = opened().context["rows"][1].addresses

    found = {
        of_class: [held.title for held in officer_client.get(address).context["page_obj"]]
        for of_class, address in addresses.items()
    }

    assert found == {"any": ["choir", "mayor"], "government": ["mayor"], "community": ["choir"]}


def test_a_tie_without_a_record_is_said_to_have_none(opened, jinan):
    ReferenceTieFactory(home_city=CityFactory(name="Nantes", country="FR"), partner_city=jinan)

    page = opened().content.decode()

    assert "One other tie of Jinan is known here." in page
    assert "What they do with it is not on record, which is not silence." in page
    assert "Nothing is on record here." in page


def test_the_partner_may_stand_on_either_side_of_a_tie(opened, jinan):
    ReferenceTieFactory(home_city=jinan, partner_city=CityFactory(name="Haifa", country="IL"))

    assert str(opened().context["rows"][1].city) == "Haifa"


def test_the_last_to_be_active_stands_first(opened, wakayama, jinan):
    regina = ReferenceTieFactory(home_city__name="Regina", partner_city=jinan)
    ReferenceTieFactory(home_city__name="Aachen", partner_city=jinan)
    ActivityFactory(relationships=[regina], when="2019-11-02", students=4)

    cities = [str(row.city) for row in opened().context["rows"]]

    assert cities == ["Montréal", "Regina", "Wakayama", "Aachen"]


def test_ties_of_another_office_are_not_among_them(opened, other_office, jinan):
    RelationshipFactory(office=other_office, partner_city=jinan)

    answer = opened()

    assert len(answer.context["rows"]) == 1
    assert "No other tie of Jinan is known here." in answer.content.decode()


def test_the_page_of_a_tie_leads_there(officer_client, ours, wakayama):
    page = officer_client.get(ours.get_absolute_url()).content.decode()

    assert f'href="/dashboard/compare/partners/{ours.pk}/"' in page


def test_twenty_peers_ask_no_more_of_the_database_than_two(
    opened, jinan, django_assert_num_queries, django_assert_max_num_queries
):
    def add(number):
        for tie in ReferenceTieFactory.create_batch(number, partner_city=jinan):
            ActivityFactory(relationships=[tie], when="2018", students=3)

    add(2)
    opened()
    with django_assert_max_num_queries(25) as few:
        opened()
    add(18)

    with django_assert_num_queries(len(few)):
        answer = opened()

    assert len(answer.context["rows"]) == 21
