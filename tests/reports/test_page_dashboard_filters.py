"""What the dashboard is narrowed by, and that its doors open as many rows as its figures count."""

import re
from html import unescape

import pytest

from tests.factories import (
    ActivityFactory,
    CityFactory,
    MembershipFactory,
    RelationshipFactory,
    UserFactory,
)

FILTERS = [
    {}, {"country": "CN"}, {"region": "Jilin"}, {"tier": "friendship"}, {"field": "sport"},
    {"years": "10"}, {"year": "2024"}, {"country": "CN", "field": "culture", "years": "20"},
]  # fmt: skip


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def ties(office, officer):
    """Three ties, with activities inside, outside and over the edges of the window."""
    home = CityFactory(name="Montréal", country="CA")

    def tie(name, country, region="", **fields):
        city = CityFactory(name=name, country=country, region=region)
        return RelationshipFactory(office=office, home_city=home, partner_city=city, **fields)

    changchun = tie("Changchun", "CN", "Jilin", owner=officer)
    xian, busan = tie("Xi'an", "CN", "Shaanxi", tier="friendship"), tie("Busan", "KR")
    hold = {"relationships": [changchun], "fields": ["sport", "culture"], "athletes": 11}
    ActivityFactory(when="2020-12-30", until="2021-01-02", **hold)
    ActivityFactory(when="2022-05-01", **hold)
    ActivityFactory(when="2025-12-30", until="2026-01-03", **hold)
    ActivityFactory(when="2017", relationships=[xian], government_role="lead", fields=["sport"])
    ActivityFactory(when="2024-08", relationships=[xian, busan], government_role="lead")
    return changchun, xian, busan


def opened(browser, **query):
    answer = browser.get("/dashboard/", query)
    assert answer.status_code == 200
    return answer


def rows_at(browser, address):
    return browser.get(address).context["page_obj"].paginator.count


def partners(answer):
    return sorted(tie.partner for tie in answer.context["summary"].ties)


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ({"country": "CN"}, ["Changchun", "Xi'an"]),
        ({"region": "Jilin"}, ["Changchun"]),
        ({"tier": "friendship"}, ["Xi'an"]),
        ({"country": "KR", "tier": "friendship"}, []),
    ],
)
def test_ties_are_narrowed_and_what_is_in_force_stands_above(officer_client, ties, query, left):
    answer = opened(officer_client, **query)

    assert partners(answer) == left
    page, form = unescape(answer.content.decode()), answer.context["filter"].form
    for name in query:
        assert f"Remove the filter {form[name].label}" in page


def test_the_ties_of_one_officer(officer_client, officer, ties):
    assert partners(opened(officer_client, owner=officer.pk)) == ["Changchun"]


@pytest.mark.parametrize("query", FILTERS)
def test_the_table_of_the_dots_opens_the_rows_that_it_counts(officer_client, ties, query):
    quadrant = opened(officer_client, **query).context["quadrant"]

    for tie, _years, citizens in quadrant.rows:
        assert rows_at(officer_client, citizens) == tie.counts.community
        everything = citizens.replace("&involvement_class=community", "")
        assert rows_at(officer_client, everything) == tie.counts.total


@pytest.mark.parametrize("query", FILTERS)
def test_lists_of_ties_have_as_many_ties_as_the_dashboard_says(officer_client, ties, query):
    context = opened(officer_client, **query).context

    for found in [*context["standing"], *context["flagged"]]:
        if found.address:
            assert rows_at(officer_client, found.address) == found.total
        else:
            assert "year" in query


def test_another_window_moves_likelihoods_and_leaves_statuses(officer_client, ties):
    usual, longer = opened(officer_client), opened(officer_client, years="10")

    assert usual.context["summary"].panel["government"].of == 15
    assert longer.context["summary"].panel["government"].of == 30
    assert longer.context["summary"].panel["government"].n == 3
    assert "Statuses and flags go by the window of the policy" in longer.content.decode()
    assert [len(each.ties) for each in usual.context["standing"]] == [
        len(each.ties) for each in longer.context["standing"]
    ]


def test_in_one_field_only_its_activities_count_and_silence_is_not_told(officer_client, ties):
    answer = opened(officer_client, field="culture")

    assert answer.context["summary"].panel["any"].n == 3  # 2021, 2022, 2025
    assert answer.context["quadrant"].quiet == 2
    page = answer.content.decode()
    assert "count activities in Culture" in page
    assert "2 relationships had no activity in this field." in page
    assert not re.search(r"tie-years (is|are) not reported", page)


def test_a_view_without_ties_says_how_to_go_on(officer_client, ties):
    page = opened(officer_client, country="KR", tier="friendship").content.decode()

    assert "No relationship matches these filters" in page
    assert "no relationships to report on yet" not in page


def test_of_a_field_over_another_window_both_limits_are_said(officer_client, ties):
    page = opened(officer_client, field="culture", years="10").content.decode()

    assert "count activities in Culture" in page
    assert "The sentence, statuses and flags go by the window of the policy" in page


@pytest.mark.parametrize(
    "query", [{"year": "1"}, {"years": "7"}, {"field": "x\x00"}, {"owner": "9" * 30}, {"tier": "?"}]
)
def test_what_is_not_offered_is_said_and_narrows_nothing(officer_client, ties, query):
    answer = opened(officer_client, **query)

    assert partners(answer) == ["Busan", "Changchun", "Xi'an"]
    assert answer.context["filter"].form.errors


def test_somebody_who_reads_sums_alone_cannot_narrow_them_to_a_tie(
    network_viewer, sign_in, ties, office
):
    answer = opened(sign_in(network_viewer), region="Jilin", country="CN")

    assert len(answer.context["summary"].ties) == 3
    assert '<option value="Jilin"' not in answer.content.decode()


def test_colleagues_of_other_offices_are_not_offered(officer_client, ties, other_office):
    stranger = UserFactory(name="Somebody Else")
    MembershipFactory(user=stranger, office=other_office)

    assert "Somebody Else" not in opened(officer_client).content.decode()


@pytest.mark.parametrize("query", FILTERS)
def test_each_year_of_the_trend_opens_the_activities_of_its_ties(officer_client, ties, query):
    for line in opened(officer_client, **query).context["trend"]:
        for year, address in line.doors.items():
            value = line.values.get(year, line.to_date)
            rows = officer_client.get(address).context["page_obj"].object_list
            found = {tie.pk for row in rows for tie in row.relationships.all()}
            allowed = {tie.id for tie in opened(officer_client, **query).context["summary"].ties}
            assert len(found & allowed) == value, (year, line.name)


def years_at(browser, address, allowed, window):
    """The years of ``window`` that the activities of a list touch, tie by tie."""
    rows = browser.get(address).context["page_obj"].object_list
    return {
        (tie.pk, year)
        for row in rows
        for tie in row.relationships.all()
        for year in range(row.start_date.year, row.end_date.year + 1)
        if tie.pk in allowed and year in window
    }


@pytest.mark.parametrize("query", FILTERS)
def test_a_likelihood_opens_the_activities_that_make_its_years_active(officer_client, ties, query):
    context = opened(officer_client, **query).context
    summary = context["summary"]
    allowed = {tie.id for tie in summary.ties}

    for row in context["likelihoods"]:
        found = years_at(officer_client, row.address, allowed, summary.window)
        assert len(found) == row.likelihood.n, row.name


@pytest.mark.parametrize("query", FILTERS)
def test_the_table_of_the_dots_opens_the_activities_of_its_years(officer_client, ties, query):
    for tie, years, _citizens in opened(officer_client, **query).context["quadrant"].rows:
        found = years_at(officer_client, years, {tie.id}, tie.period.years)

        assert len(found) == tie.active_years


@pytest.mark.parametrize("query", [{"years": "10"}, {"field": "sport", "country": "CN"}])
def test_a_narrowed_dashboard_asks_as_often_for_few_ties_as_for_many(
    officer_client, ties, office, query, django_assert_num_queries, django_assert_max_num_queries
):
    opened(officer_client, **query)
    with django_assert_max_num_queries(45) as few:
        opened(officer_client, **query)
    for number in range(20):
        tie = RelationshipFactory(office=office, partner_city=CityFactory(country="CN"))
        ActivityFactory(when=f"{2016 + number % 10}-05-01", relationships=[tie], fields=["sport"])

    with django_assert_num_queries(len(few)):
        opened(officer_client, **query)
