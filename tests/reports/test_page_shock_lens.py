from datetime import date

import pytest

from tests.factories import (
    ActivityFactory,
    CityFactory,
    MembershipFactory,
    RelationshipFactory,
    ShockFactory,
)


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def shock(office):
    """A dispute with China that began in September 2012."""
    return ShockFactory(
        office=office, countries=["CN"], start_date="2012-09-11", end_date="2014-11-07"
    )


@pytest.fixture
def jinan(office):
    """Two, two and two before; then one, none, and two again."""
    tie = RelationshipFactory(office=office, partner_city=CityFactory(name="Jinan"))
    for year in ("2009", "2010", "2011", "2014"):
        ActivityFactory(relationships=[tie], when=f"{year}-05", title="students", students=9)
        ActivityFactory(relationships=[tie], when=f"{year}-06", government_role="lead")
    ActivityFactory(relationships=[tie], when="2012-08", title="mayor", government_role="lead")
    return tie


def opened(browser, shock, **query):
    answer = browser.get(shock.get_absolute_url(), query)
    assert answer.status_code == 200
    return answer


def titles(browser, address):
    return [activity.title for activity in browser.get(address).context["page_obj"].object_list]


def test_it_says_when_exchanges_were_lowest_and_when_they_were_back(officer_client, shock, jinan):
    answer = opened(officer_client, shock)

    assert answer.context["statement"] == (
        "Exchanges were at their lowest in 2013, with 0 instead of 2, and were back the "
        "following year."
    )
    assert [told["recovery"] for told in answer.context["classes"]] == [
        "1 year", "1 year", "2 years", "2 years",
    ]  # fmt: skip


def test_every_count_opens_its_rows(officer_client, shock, jinan):
    answer = opened(officer_client, shock)
    by_year = {row["year"]: row["cells"] for row in answer.context["table"]}

    (n, address), *_, (alone, of_citizens) = by_year[2011]
    assert (n, alone) == (2, 1)
    assert len(titles(officer_client, address)) == 2
    assert titles(officer_client, of_citizens) == ["students"]


def test_ties_with_other_countries_are_left_out(officer_client, office, shock, jinan):
    other = RelationshipFactory(office=office, partner_city=CityFactory(country="JP"))
    ActivityFactory(relationships=[other], when="2013")

    assert opened(officer_client, shock).context["found"].counts["any"][2013] == 0


def test_what_was_planned_for_the_year_of_the_shock_alone_may_have_been_after_it(
    officer_client, shock, jinan
):
    for when in ("2012", "2012-09", "2012-08", "2012-09-10", "2011"):
        ActivityFactory(relationships=[jinan], when=when, title=when, status="cancelled")

    context = opened(officer_client, shock).context

    assert {activity.title for activity in context["put_off"]} == {"2012", "2012-09"}
    ((_label, total, address),) = context["statuses"]
    assert total == len(titles(officer_client, address)) == 2


def test_what_was_put_off_stands_beside_what_was_held_before(officer_client, shock, jinan):
    def called_off(when, **fields):
        ActivityFactory(relationships=[jinan], when=when, **fields)

    called_off("2012-10", title="choir", status="postponed", reason_code="dispute",
               reason_side="partner")  # fmt: skip
    called_off("2014-12", title="late", status="cancelled")
    called_off("2015-01", title="too late", status="cancelled")
    called_off("2012-05", title="too early", status="declined")

    context = opened(officer_client, shock).context

    assert [activity.title for activity in context["put_off"]] == ["choir", "late"]
    assert context["put_off_total"] == 2
    assert context["reasons"] == [("Diplomatic dispute", 1)]
    assert context["sides"] == [("Partner's side", 1)]
    assert [activity.title for activity in context["held_before"]] == ["mayor"]
    (_word, n, address), _other = context["statuses"]
    assert (n, titles(officer_client, address)) == (1, ["choir"])


def test_years_of_another_shock_to_all_these_ties_are_not_usual(officer_client, shock, jinan):
    ShockFactory(office=None, countries=[], start_date="2010-03-01", end_date="2011-05-01")

    answer = opened(officer_client, shock)

    assert answer.context["found"].dips["any"].ordinary == (2009,)
    assert "fewer than two were without another shock" in answer.context["statement"]


def test_a_shock_to_some_of_the_ties_is_named(officer_client, office, jinan):
    RelationshipFactory(office=office, partner_city=CityFactory(country="JP"))
    epidemic = ShockFactory(office=None, countries=[], start_date="2012-01-30")
    dispute = ShockFactory(office=office, countries=["CN"], start_date="2010-03-01")

    context = opened(officer_client, epidemic).context
    of_china = opened(officer_client, epidemic, country="CN").context

    assert context["also_hit"] == [dispute]
    assert context["found"].dips["any"].ordinary == (2009, 2010, 2011)
    assert of_china["found"].dips["any"].ordinary == (2009,)


def test_a_shock_of_this_year_says_that_no_year_is_over(officer_client, office, jinan):
    ActivityFactory(relationships=[jinan], when="2024-05", students=2)
    ActivityFactory(relationships=[jinan], when="2025-05", students=2)
    shock = ShockFactory(office=office, countries=["CN"], start_date="2026-01-05")

    context = opened(officer_client, shock).context

    assert "No year since the shock is over yet" in context["statement"]
    assert context["to_date"] == {"year": 2026, "cells": [0, 0, 0, 0]}


def test_of_a_usual_level_of_nothing_no_lowest_year_is_told(officer_client, office, shock):
    RelationshipFactory(office=office)

    answer = opened(officer_client, shock)

    assert "hardly anything was held" in answer.context["statement"]
    assert [told["depth"] for told in answer.context["classes"]] == ["not defined"] * 4
    assert "0 activities" not in answer.content.decode()


def test_over_several_offices_the_figures_add_up(
    officer, officer_client, other_office, shock, jinan
):
    MembershipFactory(user=officer, office=other_office, role="councillor")
    tie = RelationshipFactory(office=other_office)
    ActivityFactory(relationships=[tie], when="2013", title="theirs")

    context = opened(officer_client, shock, scope="all").context

    assert (context["found"].ties, context["found"].counts["any"][2013]) == (2, 1)
    assert {address for row in context["table"] for _n, address in row["cells"]} == {""}


def test_a_usual_level_of_ten_is_told_in_percent(officer_client, shock, jinan):
    for year in (2009, 2010, 2011):
        for _ in range(8):
            ActivityFactory(relationships=[jinan], when=f"{year}-07")

    told = opened(officer_client, shock).context["classes"][0]

    assert (told["usual"], told["depth"]) == ("10 a year", "100.0 % less")


@pytest.mark.parametrize(
    "query", [{"country": "FR"}, {"country": "\x00"}, {"scope": "all"}, {"scope": "x"}]
)
def test_odd_queries_are_passed_over(officer_client, shock, jinan, query):
    assert opened(officer_client, shock, **query).context["found"].ties == 1


def test_a_network_viewer_reads_no_figure_that_may_be_of_one_tie(
    network_viewer, sign_in, shock, jinan
):
    assert sign_in(network_viewer).get(shock.get_absolute_url()).status_code == 403


def test_without_a_tie_it_concerns_nobody(officer_client, shock):
    assert "No tie is concerned" in opened(officer_client, shock).content.decode()


def test_twenty_ties_ask_no_more_of_the_database_than_two(
    officer_client, office, shock, django_assert_num_queries, django_assert_max_num_queries
):
    def add(number):
        for _ in range(number):
            tie = RelationshipFactory(office=office)
            ActivityFactory(relationships=[tie], when="2012-08", students=3)
            ActivityFactory(relationships=[tie], when="2013", status="cancelled")

    add(2)
    with django_assert_max_num_queries(33) as few:
        opened(officer_client, shock)
    add(18)

    with django_assert_num_queries(len(few)):
        assert opened(officer_client, shock).context["found"].ties == 20


def by_tie(browser, shock, **query):
    return {told["tie"].name: told for told in opened(browser, shock, **query).context["ties"]}


@pytest.fixture
def suzhou(office):
    """One a year before, and none from the shock on."""
    tie = RelationshipFactory(office=office, partner_city=CityFactory(name="Suzhou"))
    for year in ("2009", "2010", "2011"):
        ActivityFactory(relationships=[tie], when=f"{year}-05", students=9)
    return tie


def test_each_tie_is_told_with_its_own_dip_and_the_deepest_first(
    officer_client, office, shock, jinan, suzhou
):
    RelationshipFactory(office=office, partner_city=CityFactory(name="Harbin"))

    context = opened(officer_client, shock).context

    assert [
        (told["tie"].partner, told["usual"], told["depth"], told["recovery"])
        for told in context["ties"]
    ] == [
        ("Suzhou", "1 a year", "0 instead of 1", "not yet"),
        ("Jinan", "2 a year", "0 instead of 2", "1 year"),
        ("Harbin", "0 a year", "not defined", "not defined"),
    ]
    assert (context["fallen"], context["not_back"]) == (2, 1)


def test_the_figures_of_a_tie_open_its_rows_also_over_all_offices(
    officer, officer_client, other_office, shock, jinan
):
    MembershipFactory(user=officer, office=other_office, role="councillor")
    theirs = RelationshipFactory(office=other_office, partner_city=CityFactory(name="Wuhan"))
    for year in ("2009", "2010", "2011", "2012", "2013", "2014"):
        ActivityFactory(relationships=[theirs], when=f"{year}-05", title=year)

    told = by_tie(officer_client, shock, scope="all")[str(theirs)]

    assert told["office"] == other_office
    assert titles(officer_client, told["lowest_address"]) == [str(told["dip"].trough_year)]
    assert titles(officer_client, told["usual_address"]) == ["2011", "2010", "2009"]


def test_a_tie_is_judged_by_the_shocks_to_its_own_country(officer_client, office, jinan):
    world = ShockFactory(office=office, countries=[], start_date="2012-09-11")
    ShockFactory(office=office, countries=["CN"], start_date="2010-01-01", end_date="2010-12-31")
    osaka = RelationshipFactory(office=office, partner_city=CityFactory(name="Osaka", country="JP"))

    dips = {name: told["dip"].ordinary for name, told in by_tie(officer_client, world).items()}

    assert dips == {str(jinan): (2009, 2011), str(osaka): (2009, 2010, 2011)}


def test_thirty_ties_have_two_pages(officer_client, office, shock):
    for _ in range(30):
        RelationshipFactory(office=office)

    assert len(opened(officer_client, shock).context["ties"]) == 25
    assert len(opened(officer_client, shock, page=2).context["ties"]) == 5


def test_a_tie_that_was_not_reported_does_not_pass_for_silent(officer_client, shock, jinan):
    answer = opened(officer_client, shock)

    (told,) = answer.context["ties"]
    found = answer.context["found"]
    assert told["unreported"] == found.unreported > 0
    assert f"{told['unreported']} years not reported" in answer.content.decode()


def test_what_the_ties_are_told_adds_up_to_what_all_are_told(officer_client, shock, jinan, suzhou):
    found = opened(officer_client, shock).context["found"]
    dips = [one.dip for one in found.by_tie]

    for year in (2012, 2013, 2014):
        of_ties = [one for one in dips if one.trough_year == year]
        assert sum(one.trough for one in of_ties) <= found.counts["any"][year]
    assert sum(one.baseline for one in dips) == found.dips["any"].baseline


def test_years_with_a_gap_between_them_open_no_list(officer_client, office, shock, jinan):
    ShockFactory(office=office, countries=["CN"], start_date="2010-01-01", end_date="2010-12-31")

    (told,) = opened(officer_client, shock).context["ties"]

    assert told["dip"].ordinary == (2009, 2011)
    assert (told["usual"], told["usual_address"]) == ("2 a year", "")


def test_a_shock_that_one_office_marked_is_none_to_the_ties_of_another(
    officer, officer_client, office, other_office, jinan
):
    MembershipFactory(user=officer, office=other_office, role="councillor")
    theirs = RelationshipFactory(office=other_office, partner_city=CityFactory(name="Wuhan"))
    world = ShockFactory(office=None, countries=[], start_date="2012-09-11")
    for marked_by in (office, other_office):
        year = 2010 if marked_by == office else 2011
        ShockFactory(
            office=marked_by, countries=["CN"], start_date=date(year, 1, 1),
            end_date=date(year, 12, 31),
        )  # fmt: skip

    context = opened(officer_client, world, office=office.slug, scope="all").context
    dips = {told["tie"].name: told["dip"].ordinary for told in context["ties"]}

    assert dips == {str(jinan): (2009, 2011), str(theirs): (2009, 2010)}
    assert context["classes"][0]["dip"].ordinary == (2009, 2010, 2011)
    assert len(context["also_hit"]) == 2
