"""The pictures and tables of a shock, against its page."""

import csv
import io
from datetime import date

import pytest

from tests.factories import ActivityFactory, CityFactory, RelationshipFactory, ShockFactory


@pytest.fixture(autouse=True)
def third_of_february_2026(time_machine):
    time_machine.move_to("2026-02-03T15:00:00+00:00")


@pytest.fixture
def shock(office):
    tie = RelationshipFactory(office=office, partner_city=CityFactory(name="Jinan"))
    for year in ("2009", "2010", "2011", "2013"):
        ActivityFactory(relationships=[tie], when=f"{year}-05", students=9)
    return ShockFactory(
        office=office, name="=Dispute", countries=["CN"], start_date="2012-09-11",
        source="https://dispute.example/",
    )  # fmt: skip


def asked(browser, shock, name, **query):
    return browser.get(f"{shock.get_absolute_url()}{name}", query)


def rows(browser, shock, name, **query):
    text = asked(browser, shock, name, **query).content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def test_the_file_of_years_has_the_table_of_the_page(officer_client, shock):
    page = officer_client.get(shock.get_absolute_url()).context

    heading, *found = rows(officer_client, shock, "years.csv")

    assert found == [
        [str(row["year"]), *(str(n) for n, _address in row["cells"])] for row in page["table"]
    ]
    assert ["2013", "1", "0", "1", "1"] in found
    assert heading[1] == "All activities"


def test_the_running_year_stands_apart_where_the_years_lead_up_to_it(officer_client, shock):
    shock.start_date, shock.end_date = "2024-09-11", None
    shock.save()

    assert rows(officer_client, shock, "years.csv")[-1] == ["2026 to date", "0", "0", "0", "0"]


def test_the_file_of_relationships_has_the_figures_of_the_page(officer_client, office, shock):
    (told,) = officer_client.get(shock.get_absolute_url()).context["ties"]

    assert rows(officer_client, shock, "ties.csv")[1:] == [
        [
            told["tie"].name,
            str(office),
            "CN",
            "1",
            "2012",
            "0",
            told["depth"],
            "2013",
            "1 year",
            "13",
        ]
    ]


@pytest.mark.parametrize("which", ["any", "government", "community", "people_to_people"])
def test_each_class_is_a_picture_that_says_whose_it_is(officer_client, office, shock, which):
    answer = asked(officer_client, shock, f"{which}.svg", office=office.slug)

    picture = answer.content.decode()
    assert answer["Content-Type"].startswith("image/svg+xml")
    assert "Shock lens: =Dispute" in picture
    assert str(office) in picture
    assert "https://dispute.example/" in picture
    assert "2012" in picture


def test_a_picture_of_a_demonstration_says_that_it_is_made_up(officer_client, office, shock):
    office.is_demonstration, office.demonstration_date = True, date(2020, 3, 31)
    office.save()

    assert "Demonstration record" in asked(officer_client, shock, "any.svg").content.decode()


def test_the_same_picture_comes_in_pixels(officer_client, shock):
    assert asked(officer_client, shock, "any.png").content.startswith(b"\x89PNG")


def test_a_file_is_narrowed_as_the_page(officer_client, office, shock):
    shock.countries = ["CN", "JP"]
    shock.save()
    RelationshipFactory(office=office, partner_city=CityFactory(name="Osaka", country="JP"))

    assert len(rows(officer_client, shock, "ties.csv")) == 3
    assert len(rows(officer_client, shock, "ties.csv", country="JP")) == 2
    assert "Japan" in asked(officer_client, shock, "any.svg", country="JP").content.decode()


@pytest.mark.parametrize("name", ["any.csv", "years.svg", "ties.pdf", "nothing.svg"])
def test_what_there_is_not_is_not_found(officer_client, shock, name):
    assert asked(officer_client, shock, name).status_code == 404


def test_a_shock_that_concerns_no_tie_has_no_files(officer_client, office):
    elsewhere = ShockFactory(office=office, countries=["FR"])

    assert asked(officer_client, elsewhere, "any.svg").status_code == 404


def test_who_reads_sums_alone_gets_none(network_viewer, sign_in, shock):
    assert asked(sign_in(network_viewer), shock, "ties.csv").status_code == 403
