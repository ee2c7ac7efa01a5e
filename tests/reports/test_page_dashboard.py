import re
from datetime import date

import pytest

from reports import charts
from tests.factories import (
    ActivityFactory,
    CityFactory,
    MembershipFactory,
    OfficeFactory,
    RelationshipFactory,
    ShockFactory,
    UserFactory,
)

DASHBOARD = "/dashboard/"


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def tie_with(office):
    """``tie_with("Jinan")`` gives a tie of Montréal with that city."""
    home = CityFactory(name="Montréal", country="CA")

    def make(name, **fields):
        partner = CityFactory(name=name, **fields)
        return RelationshipFactory(office=office, home_city=home, partner_city=partner)

    return make


@pytest.fixture
def three_ties(tie_with):
    """Shanghai with students and officials, Xi'an with officials alone, Busan with nobody."""
    shanghai, xian = tie_with("Shanghai", native_name="上海"), tie_with("Xi'an", native_name="西安")
    busan = tie_with("Busan", country="KR")
    ActivityFactory(relationships=[shanghai], title="students", when="2025-05-14", students=9)
    ActivityFactory(relationships=[shanghai], title="mayor", when="2024-09", government_role="lead")
    for year in ("2021", "2022", "2023"):
        ActivityFactory(relationships=[xian], title=year, when=year, government_role="lead")
    return shanghai, xian, busan


def opened(browser, **query):
    answer = browser.get(DASHBOARD, query)
    assert answer.status_code == 200
    return answer


def titles(browser, address):
    return [activity.title for activity in browser.get(address).context["page_obj"].object_list]


def lists(answer):
    """The partners in each list of the page, by the list's heading."""
    return {
        str(found.heading): [tie.partner for tie in found.ties]
        for found in [*answer.context["standing"], *answer.context["flagged"]]
    }


def test_it_opens_with_a_sentence(officer_client, three_ties):
    page = opened(officer_client).content.decode()

    assert "2 of our 3 ties did something in the last 5 years." in page
    assert "Citizens took part in 1 of the 5 tie-years that had an activity" in page


def test_likelihoods_stand_with_their_counts_and_open_their_rows(officer_client, three_ties):
    answer = opened(officer_client)
    government, community, alone = answer.context["likelihoods"]

    assert "4/15" in answer.content.decode()
    assert titles(officer_client, government.address) == ["mayor", "2023", "2022", "2021"]
    assert titles(officer_client, community.address) == ["students"]
    assert titles(officer_client, alone.address) == ["students"]


def test_every_tie_stands_in_one_list_and_under_each_of_its_flags(officer_client, three_ties):
    found = lists(opened(officer_client))

    assert found == {
        "Living": ["Shanghai"],
        "Dormant and inactive": ["Xi'an"],
        "Not reported": ["Busan"],
        "Official-heavy": ["Xi'an"],
        "Officials only": ["Xi'an"],
        "Vulnerable": ["Xi'an"],
    }


def test_the_figure_of_a_flagged_tie_opens_its_rows(officer_client, three_ties):
    heavy = opened(officer_client).context["flagged"][0]
    ((tie, address),) = heavy.first

    assert f"{tie.balance.official}/{tie.balance.of}" == "3/3"
    assert titles(officer_client, address) == ["2023", "2022", "2021"]


def test_a_long_list_shows_eight_and_opens_all(officer_client, tie_with):
    for number in range(9):
        tie_with(f"City {number}")

    not_reported = opened(officer_client).context["standing"][2]

    behind = officer_client.get(not_reported.address)
    assert len(not_reported.first) == 8
    assert len(behind.context["rows"]) == not_reported.total == 9


def test_the_running_year_is_told_apart(officer_client, three_ties):
    ActivityFactory(relationships=[three_ties[0]], when="2026-01-20", students=2)

    page = opened(officer_client).content.decode()

    assert "complete years 2021 to 2025" in page
    assert "2026 to date" in page
    assert "2 of our 3 ties did something in the last 5 years." in page


def test_an_earlier_year_is_seen_from_its_end(officer_client, three_ties):
    answer = opened(officer_client, year=2023)

    assert answer.context["as_of"] == date(2023, 12, 31)
    assert "1 of our 3 ties did something in the last 5 years." in answer.content.decode()
    assert lists(answer)["Living"] == ["Xi'an"]


@pytest.mark.parametrize("year", ["", "2026", "1800", "20 25", "²", "-2025", "x" * 2000])
def test_a_year_that_is_not_offered_means_today(officer_client, three_ties, year):
    assert opened(officer_client, year=year).context["as_of"] == date(2026, 2, 3)


def test_a_person_of_two_offices_chooses_one(officer, sign_in, three_ties, other_office):
    MembershipFactory(user=officer, office=other_office)
    RelationshipFactory(office=other_office, partner_city=CityFactory(name="Namur", country="BE"))
    browser = sign_in(officer)

    here, there = opened(browser), opened(browser, office="quebec")

    assert '<a class="btn btn-quiet" href="?office=quebec">Québec</a>' in here.content.decode()
    assert '<input type="hidden" name="office" value="quebec">' in there.content.decode()
    assert lists(there)["Not reported"] == ["Namur"]


def test_a_person_of_one_office_is_not_asked_which(officer_client, three_ties):
    assert '<select class="form-select" id="office"' not in opened(officer_client).content.decode()


def test_an_office_one_has_no_role_in_is_not_found(officer_client, other_office):
    assert officer_client.get(DASHBOARD, {"office": other_office.slug}).status_code == 404


def test_ties_of_other_offices_are_in_no_figure(officer_client, three_ties, other_office):
    ActivityFactory(relationships=[RelationshipFactory(office=other_office)], students=1)

    assert len(opened(officer_client).context["summary"].ties) == 3


def test_who_has_no_role_at_all_is_told_so(sign_in, db):
    assert sign_in(UserFactory()).get(DASHBOARD).status_code == 403


def test_an_office_without_ties_is_told_what_will_stand_here(officer_client):
    page = opened(officer_client).content.decode()

    assert "No relationships yet" in page
    assert "There are no relationships to report on yet." in page


def test_a_demonstration_says_so_and_stands_still_on_its_day(officer, sign_in):
    demonstration = OfficeFactory(is_demonstration=True, demonstration_date=date(2020, 3, 31))
    MembershipFactory(user=officer, office=demonstration)

    answer = opened(sign_in(officer), office=demonstration.slug)

    assert "are made up to show the portal" in answer.content.decode()
    assert answer.context["as_of"] == date(2020, 3, 31)


def test_no_banner_stands_over_real_records(officer_client, three_ties):
    assert "made up to show the portal" not in opened(officer_client).content.decode()


def test_twenty_ties_ask_no_more_of_the_database_than_two(
    officer_client, office, django_assert_num_queries, django_assert_max_num_queries
):
    def add(number):
        for _ in range(number):
            tie = RelationshipFactory(office=office)
            ActivityFactory(relationships=[tie], when="2022", government_role="lead")

    add(2)
    with django_assert_max_num_queries(25) as few:
        opened(officer_client)
    add(18)

    with django_assert_num_queries(len(few)):
        answer = opened(officer_client)

    assert len(answer.context["summary"].ties) == 20


def test_tie_years_of_which_nobody_said_anything_are_told(officer_client, three_ties):
    page = officer_client.get(DASHBOARD).content.decode()

    assert "of these tie-years are not reported: nobody has said that nothing happened." in page


def test_the_quadrant_draws_ties_with_an_activity_and_counts_the_others(officer_client, three_ties):
    quadrant = opened(officer_client).context["quadrant"]

    assert [(dot.name, dot.mark, dot.years, dot.share) for dot in quadrant.dots] == [
        ("Xi'an", "G", 3, 0),
        ("Shanghai", "M", 2, 0.5),
    ]
    assert (quadrant.silent, quadrant.not_reported, quadrant.without_share) == (0, 1, 0)


def test_a_dot_opens_its_tie_and_its_figures_open_their_rows(officer_client, three_ties):
    answer = opened(officer_client)
    rows = {tie.partner: doors for tie, *doors in answer.context["quadrant"].rows}

    years, citizens = rows["Shanghai"]

    assert f'class="dot" href="{three_ties[0].get_absolute_url()}"' in answer.content.decode()
    assert titles(officer_client, citizens) == ["students"]
    assert sorted(titles(officer_client, years)) == ["mayor", "students"]


def test_a_tie_of_which_no_activity_is_classified_is_not_drawn_at_zero(officer_client, tie_with):
    ActivityFactory(relationships=[tie_with("Jinan")], when="2025-05-14")

    quadrant = opened(officer_client).context["quadrant"]

    assert (quadrant.dots, quadrant.without_share) == ([], 1)


def test_a_year_of_the_trend_opens_its_activities_and_the_running_one_too(
    officer_client, three_ties
):
    ActivityFactory(relationships=[three_ties[0]], title="choir", when="2026-01-20", students=2)

    officials, citizens = opened(officer_client).context["trend"]

    assert titles(officer_client, officials.doors[2024]) == ["mayor"]
    assert titles(officer_client, citizens.doors[2025]) == ["students"]
    assert titles(officer_client, citizens.doors[2026]) == ["choir"]
    assert 2025 not in officials.doors


def test_drawing_and_table_of_the_trend_have_the_same_values(officer_client, three_ties):
    answer = opened(officer_client)
    drawn = charts.trend(answer.context["trend"], answer.context["summary"].running.year)
    table = answer.content.decode().split('class="trend"')[1].split("</tbody>")[0]

    rows = re.findall(r'<tr><th scope="row">(\d{4})</th>(.+?)</tr>', table)
    for line, place in zip(drawn.lines, (0, 1), strict=True):
        told = {int(year): int(re.findall(r">(\d+)<", cells)[place]) for year, cells in rows}
        assert told == {point.year: point.value for point in line.points}


def test_who_reads_sums_alone_finds_no_door_in_the_trend(sign_in, network_viewer, three_ties):
    answer = opened(sign_in(network_viewer))

    assert not any("".join(line.doors.values()) for line in answer.context["trend"])


def test_shocks_of_the_countries_of_the_ties_stand_in_the_trend(
    officer_client, office, three_ties, other_office
):
    ShockFactory(office=office, name="Dispute", countries=["CN"], start_date=date(2023, 8, 1))
    ShockFactory(office=None, name="Epidemic", countries=[], start_date=date(2022, 1, 1))
    ShockFactory(office=office, name="Flood", countries=["FR"], start_date=date(2022, 1, 1))
    ShockFactory(office=other_office, name="Theirs", countries=[], start_date=date(2022, 1, 1))

    page = opened(officer_client).content.decode()

    assert "Dotted: Epidemic (2022), Dispute (2023)." in " ".join(page.split())
    assert "Flood" not in page
    assert "Theirs" not in page
