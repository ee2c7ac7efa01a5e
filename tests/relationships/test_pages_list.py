import pytest

from tests.factories import (
    ActivityFactory,
    CityFactory,
    MembershipFactory,
    ReferenceTieFactory,
    RelationshipFactory,
    TagFactory,
    UserFactory,
)

LIST = "/relationships/"


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def tie_with(office):
    """``tie_with("Jinan", ...)`` gives a tie of Montréal with that city."""
    home = CityFactory(name="Montréal", country="CA")

    def make(name, native="", country="CN", **fields):
        partner = CityFactory(name=name, native_name=native, country=country)
        return RelationshipFactory(office=office, home_city=home, partner_city=partner, **fields)

    return make


@pytest.fixture
def four_ties(tie_with, officer, office):
    """One active with citizens, one cooling of officials, one dormant mixed, one of nobody."""
    active = tie_with("Shanghai", "上海", start_date="1985-05-14", owner=officer)
    cooling = tie_with("Québec-sur-Mer", country="FR", tier="friendship", start_date="2001-01-01")
    dormant = tie_with("Xi'an", "西安", legal_status="suspended", start_date="1990-01-01")
    silent = tie_with("Busan", country="KR", start_date=None)
    silent.tags.add(TagFactory(office=office, name="ports"))
    ActivityFactory(relationships=[active], when="2025-09-01", artists=4)
    ActivityFactory(relationships=[cooling], when="2024-09-01", government_role="lead")
    ActivityFactory(relationships=[dormant], when="2022-01-01", government_role="lead", students=3)
    return office


def names(answer):
    return [str(row.relationship.partner_city) for row in answer.context["rows"]]


def listed(browser, **query):
    answer = browser.get(LIST, query)
    assert answer.status_code == 200
    return names(answer)


def test_the_liveliest_come_first(officer_client, four_ties):
    assert listed(officer_client) == ["Shanghai", "Québec-sur-Mer", "Xi'an", "Busan"]


def test_one_line_says_how_all_stand(officer_client, four_ties):
    page = officer_client.get(LIST).content.decode()

    assert "4 relationships: 1 active · 1 cooling · 1 dormant · 1 not reported" in page


def test_a_sentence_says_as_of_when_and_which_years_count(officer_client, four_ties):
    page = officer_client.get(LIST).content.decode()

    assert "As of 3 Feb 2026. The line under a strip marks the 5 years that count, 2021 to" in page


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"q": "xian"}, ["Xi'an"]),
        ({"q": "西安"}, ["Xi'an"]),
        ({"q": "quebec"}, ["Québec-sur-Mer"]),
        ({"activity_status": "active"}, ["Shanghai"]),
        ({"activity_status": "not_reported"}, ["Busan"]),
        ({"activity_status": "living"}, ["Shanghai", "Québec-sur-Mer"]),
        ({"activity_status": "sleeping"}, ["Xi'an"]),
        ({"country": "FR"}, ["Québec-sur-Mer"]),
        ({"took_part": "citizens"}, ["Shanghai", "Xi'an"]),
        ({"took_part": "officials"}, ["Québec-sur-Mer"]),
        ({"took_part": "nobody"}, ["Busan"]),
        ({"legal_status": "suspended"}, ["Xi'an"]),
        ({"tier": "friendship"}, ["Québec-sur-Mer"]),
        ({"flag": "official_only"}, ["Québec-sur-Mer"]),
        ({"ordering": "name"}, ["Busan", "Québec-sur-Mer", "Shanghai", "Xi'an"]),
        ({"ordering": "-status"}, ["Busan", "Xi'an", "Québec-sur-Mer", "Shanghai"]),
        ({"ordering": "last_activity"}, ["Xi'an", "Québec-sur-Mer", "Shanghai", "Busan"]),
        ({"ordering": "-last_activity"}, ["Shanghai", "Québec-sur-Mer", "Xi'an", "Busan"]),
        ({"ordering": "official_share"}, ["Shanghai", "Québec-sur-Mer", "Xi'an", "Busan"]),
        ({"ordering": "since"}, ["Shanghai", "Xi'an", "Québec-sur-Mer", "Busan"]),
        ({"ordering": "-since"}, ["Québec-sur-Mer", "Xi'an", "Shanghai", "Busan"]),
        ({"ordering": "password"}, ["Shanghai", "Québec-sur-Mer", "Xi'an", "Busan"]),
        ({"activity_status": "wild"}, ["Shanghai", "Québec-sur-Mer", "Xi'an", "Busan"]),
    ],
)
def test_the_list_is_narrowed_and_sorted_as_asked(officer_client, four_ties, query, expected):
    assert listed(officer_client, **query) == expected


def test_it_is_narrowed_by_the_officer_responsible_and_by_tag(officer_client, officer, four_ties):
    tag = TagFactory._meta.model.objects.get()

    assert listed(officer_client, owner=officer.pk) == ["Shanghai"]
    assert listed(officer_client, tag=tag.pk) == ["Busan"]


def test_only_countries_with_a_partner_are_offered(officer_client, four_ties):
    field = officer_client.get(LIST).context["filter"].form.fields["country"]

    assert {code for code, _ in field.choices} == {"", "CN", "FR", "KR"}


def test_a_filter_in_force_can_be_taken_away(officer_client, four_ties):
    page = officer_client.get(LIST, {"q": "xian", "tier": "sister"}).content.decode()

    assert 'href="/relationships/?tier=sister"' in page
    assert 'href="/relationships/?q=xian"' in page


def test_the_column_that_sorts_says_so(officer_client, four_ties):
    unasked = officer_client.get(LIST).content.decode()
    by_name = officer_client.get(LIST, {"ordering": "-name"}).content.decode()

    assert unasked.count('aria-sort="ascending"') == 1
    assert by_name.count('aria-sort="descending"') == 1


def test_the_share_of_officials_opens_its_rows(officer_client, four_ties):
    answer = officer_client.get(LIST, {"q": "xian"})
    (row,) = answer.context["rows"]

    behind = officer_client.get(row.address_of_share)

    assert f"{row.tie.balance.official}/{row.tie.balance.of}" in answer.content.decode()
    assert len(behind.context["page_obj"].object_list) == row.tie.balance.of == 1


def test_the_strip_says_its_years_in_words(officer_client, four_ties):
    page = officer_client.get(LIST, {"q": "上海"}).content.decode()

    assert "2025 community" in page


def test_ties_of_other_offices_are_not_listed(officer_client, other_office):
    RelationshipFactory(office=other_office)

    assert listed(officer_client) == []


def test_a_person_of_two_offices_looks_at_one_at_a_time(officer, sign_in, office, other_office):
    MembershipFactory(user=officer, office=other_office)
    here, there = RelationshipFactory(office=office), RelationshipFactory(office=other_office)
    browser = sign_in(officer)

    assert listed(browser) == [str(here.partner_city)]
    assert listed(browser, office="quebec") == [str(there.partner_city)]
    assert 'href="?office=quebec"' in browser.get(LIST).content.decode()


def test_an_office_one_has_no_role_in_is_not_found(officer_client, other_office):
    assert officer_client.get(LIST, {"office": other_office.slug}).status_code == 404


def test_who_has_no_role_at_all_is_told_so(sign_in, db):
    assert sign_in(UserFactory()).get(LIST).status_code == 403


def test_a_network_viewer_sees_no_single_relationship(network_viewer, sign_in):
    assert sign_in(network_viewer).get(LIST).status_code == 403


def test_ties_to_compare_with_stand_on_a_list_of_their_own(officer_client, four_ties):
    reference = ReferenceTieFactory()

    answer = officer_client.get(LIST, {"scope": "reference"})

    assert names(answer) == [str(reference.partner_city)]
    assert "too many of these to sort by what happened" in answer.content.decode()
    assert "status" not in dict(answer.context["filter"].form.fields["ordering"].choices)


def test_no_relationships_yet_says_where_they_come_from(officer_client):
    page = officer_client.get(LIST).content.decode()

    assert "No relationships yet" in page


def test_no_match_offers_to_clear_the_filters(officer_client, four_ties):
    page = officer_client.get(LIST, {"q": "nowhere"}).content.decode()

    assert "Nothing matches these filters" in page


def test_no_match_among_reference_ties_stays_among_them(officer_client):
    page = officer_client.get(LIST, {"scope": "reference", "q": "nowhere"}).content.decode()

    assert 'href="/relationships/?scope=reference"' in page


def test_fifty_stand_on_a_page(officer_client, office):
    for _ in range(51):
        RelationshipFactory(office=office)

    assert len(listed(officer_client)) == 50
    assert len(listed(officer_client, page=2)) == 1


@pytest.mark.parametrize("scope", ["own", "reference"])
def test_twenty_rows_ask_no_more_of_the_database_than_two(
    officer_client, office, scope, django_assert_num_queries, django_assert_max_num_queries
):
    def add(number):
        owner = office if scope == "own" else None
        for _ in range(number):
            ActivityFactory(relationships=[RelationshipFactory(office=owner)], students=1)

    add(2)
    with django_assert_max_num_queries(25) as few:
        officer_client.get(LIST, {"scope": scope})
    add(18)

    with django_assert_num_queries(len(few)):
        page = officer_client.get(LIST, {"scope": scope})

    assert len(page.context["rows"]) == 20


def test_ties_to_compare_with_offer_only_the_countries_that_occur(officer_client):
    ReferenceTieFactory(partner_city__country="KR")

    answer = officer_client.get(LIST, {"scope": "reference"})

    field = answer.context["filter"].form.fields["country"]
    assert [code for code, _ in field.choices if code] == ["KR"]
