"""Charts that leave the page: the same values, whose they are, and only what one may read."""

import csv
import io
import re
from datetime import date
from xml.etree import ElementTree

import pytest

from tests.factories import (
    ActivityFactory,
    CityFactory,
    MembershipFactory,
    OfficeFactory,
    RelationshipFactory,
    ShockFactory,
)

CHARTS = ["likelihood", "trend", "quadrant", "map"]
MONTREAL = {"name": "Montréal", "country": "CA", "latitude": 45.5, "longitude": -73.6}


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def ties(office):
    home = CityFactory(**MONTREAL)
    shanghai = CityFactory(name="Shanghai", latitude=31.2, longitude=121.5)
    busan = CityFactory(name="Busan <&> 釜山", country="KR")
    ties = [
        RelationshipFactory(office=office, home_city=home, partner_city=city)
        for city in (shanghai, busan)
    ]
    for year in ("2022", "2024", "2025"):
        ActivityFactory(relationships=[ties[0]], when=year, students=9)
    return ties


def asked(browser, chart, format, **query):
    answer = browser.get(f"/dashboard/charts/{chart}.{format}", query)
    assert answer.status_code == 200
    return answer


def rows(browser, chart, **query):
    text = asked(browser, chart, "csv", **query).content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def words(browser, chart, **query):
    content = asked(browser, chart, "svg", **query).content
    picture = ElementTree.fromstring(content)  # noqa: S314  our own
    return " ".join(text.strip() for text in picture.itertext() if text.strip())


def test_the_likelihood_file_has_the_figures_of_the_table_of_the_page(officer_client, ties):
    table = officer_client.get("/dashboard/").context["likelihood_table"]
    shown = [
        [name, heading, str(found.n), str(found.of), found.percent]
        for name, cells in table.rows
        for heading, (found, _address) in zip(table.headings, cells, strict=True)
    ]

    found = rows(officer_client, "likelihood")[1:]

    assert [row[:5] for row in found] == shown
    assert ["Every listed tie-year", "3", "10", "30.0"] in [row[1:5] for row in found]


def test_of_fewer_than_ten_tie_years_the_file_has_no_percent_either(officer_client, ties):
    ties[1].delete()

    assert rows(officer_client, "likelihood")[3][2:] == ["3", "5", "", "", ""]
    assert "too few" in words(officer_client, "likelihood")


def test_the_trend_file_has_a_row_for_each_year_and_the_running_one_apart(officer_client, ties):
    found = rows(officer_client, "trend")

    assert found[0] == ["Year", "with officials", "with citizens"]
    assert found[-3:] == [["2024", "0", "1"], ["2025", "0", "1"], ["2026 to date", "0", "0"]]


def test_the_quadrant_file_has_the_table_of_the_page(officer_client, ties):
    assert rows(officer_client, "quadrant")[1:] == [
        ["Montréal – Shanghai", "3", "5", "3", "3"],
        ["Montréal – Busan <&> 釜山", "0", "5", "0", "0"],
    ]


def test_the_map_file_lists_also_a_tie_without_a_place(officer_client, ties):
    assert rows(officer_client, "map")[1:] == [
        ["Montréal – Shanghai", "community", "Active"],
        ["Montréal – Busan <&> 釜山", "not reported", "Not reported"],
    ]


@pytest.mark.parametrize("chart", CHARTS)
def test_a_picture_says_whose_it_is_of_which_years_and_as_of_which_day(officer_client, ties, chart):
    said = words(officer_client, chart)

    assert "Montréal · complete years 2021 to 2025 · activity status as of 3 Feb 2026" in said


@pytest.mark.parametrize("chart", CHARTS)
def test_a_picture_has_its_own_colours_and_needs_nothing_else(officer_client, ties, chart):
    picture = asked(officer_client, chart, "svg").content.decode()

    assert "var(--" not in picture
    assert 'href="/' not in picture
    used = set(re.findall(r'href="#([\w-]+)"', picture))
    assert used <= set(re.findall(r'id="([\w-]+)"', picture))


@pytest.mark.parametrize("chart", CHARTS)
def test_the_same_picture_comes_in_pixels(officer_client, ties, chart):
    assert asked(officer_client, chart, "png").content.startswith(b"\x89PNG")


def test_a_picture_is_narrowed_as_the_page_and_says_so(officer_client, ties):
    narrowed = {"country": "KR"}

    assert rows(officer_client, "likelihood", **narrowed)[2][2:4] == ["0", "5"]
    assert "Partner's country: South Korea" in words(officer_client, "likelihood", **narrowed)


def test_a_map_goes_by_the_window_of_the_policy_and_says_its_years(officer_client, ties):
    widened = {"years": "10"}

    assert "complete years 2021 to 2025" in words(officer_client, "map", **widened)
    assert "Window: 10 years" not in words(officer_client, "map", **widened)
    assert "complete years 2016 to 2025" in words(officer_client, "trend", **widened)
    assert "Window: 10 years" in words(officer_client, "trend", **widened)


def test_a_picture_counts_what_it_does_not_draw(officer_client, ties):
    said = words(officer_client, "map")

    assert "1 relationship is not on the map" in said
    assert "Montréal – Busan <&> 釜山" in said
    assert "1 more has no activity on record" in words(officer_client, "quadrant")


def test_the_page_leads_to_each_file_with_its_filters(officer_client, ties):
    page = officer_client.get("/dashboard/", {"year": "2024"}).content.decode()

    for chart in CHARTS:
        assert f'href="/dashboard/charts/{chart}.svg?year=2024&amp;office=montreal"' in page


def test_who_reads_sums_alone_gets_no_chart_of_single_ties(sign_in, network_viewer, ties):
    browser = sign_in(network_viewer)

    statuses = {
        chart: browser.get(f"/dashboard/charts/{chart}.csv").status_code for chart in CHARTS
    }

    assert statuses == {"likelihood": 200, "trend": 200, "quadrant": 403, "map": 403}


@pytest.mark.parametrize(
    "address",
    ["pie.svg", "map.pdf", "map.csv?office=quebec", "likelihood.svg?office=nowhere"],
)
def test_what_there_is_not_is_not_found(officer_client, ties, other_office, address):
    assert officer_client.get(f"/dashboard/charts/{address}").status_code == 404


@pytest.mark.parametrize("chart", CHARTS)
def test_an_office_without_ties_has_no_charts(officer_client, chart):
    assert officer_client.get(f"/dashboard/charts/{chart}.png").status_code == 404


@pytest.mark.parametrize("query", ["year=%00", "years=9999999999999", "country=%FF", "owner=x"])
def test_a_filter_that_cannot_be_leads_to_the_page_that_says_so(officer_client, ties, query):
    answer = officer_client.get(f"/dashboard/charts/map.svg?{query}", follow=True)

    assert answer.redirect_chain == [(f"/dashboard/?{answer.wsgi_request.GET.urlencode()}", 302)]
    assert answer.context["filter"].form.errors


def test_a_picture_of_a_demonstration_says_that_it_is_made_up(officer, sign_in):
    office = OfficeFactory(is_demonstration=True, demonstration_date=date(2020, 3, 31))
    MembershipFactory(user=officer, office=office)
    RelationshipFactory(office=office)

    assert "are made up" in words(sign_in(officer), "likelihood", office=office.slug)


@pytest.mark.parametrize("format", ["csv", "svg", "png"])
@pytest.mark.parametrize("chart", CHARTS)
def test_each_file_can_be_had_of_an_earlier_year_too(officer_client, ties, chart, format):
    assert asked(officer_client, chart, format, year="2024").content


def test_the_trend_of_an_earlier_year_has_no_running_year(officer_client, ties):
    assert rows(officer_client, "trend", year="2024")[-1][0] == "2024"


def test_every_dotted_line_of_the_trend_is_named_in_its_file(officer_client, ties):
    ShockFactory(office=None, name="A dispute of a name without any room", start_date="2022-05-01")

    assert "Dotted: A dispute of a name without any room (2022)." in words(officer_client, "trend")
