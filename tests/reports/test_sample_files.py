"""The files of the sample data by themselves, without a database."""

from collections import Counter

import pytest

from relationships.dates import PartialDate
from reports.sample import demonstration
from reports.sample.files import COMPILED, rows
from reports.sample.offices import OFFICES

GOVERNMENT = set("GMX")
NON_GOVERNMENT = set("CBX")


def office_rows(kind):
    return [row for office in OFFICES for row in rows(f"offices/{office.slug}/{kind}.csv")]


def pair_years(table, letters):
    return sum(letter in letters for row in table for letter in row["years"])


def partners(reference_name, spec):
    """Each row of a demonstration with the Chinese city of its tie."""
    reference = {row["tie_id"]: row for row in rows(f"reference/{reference_name}.csv")}
    return [
        (row, reference[row["reference"]]["city_b"] if row["reference"] else row["partner"])
        for row in rows(spec)
    ]


@pytest.mark.parametrize("name", ["canada_china", "japan_china"])
def test_every_reference_tie_names_its_source(name):
    sources = [row["source"] for row in rows(f"reference/{name}.csv")]

    assert all(source.startswith("http") for source in sources)


def test_every_tie_and_activity_of_the_offices_names_its_source():
    sources = [row["source"] for row in office_rows("ties")]
    sources += [row["source_url"] for row in office_rows("activities")]

    assert all(source.startswith("http") for source in sources)


@pytest.mark.parametrize(
    "name", ["agreements", "decisions", "organisations", "programmes", "shocks"]
)
def test_every_record_names_its_source(name):
    assert all(row["source"].startswith("http") for row in rows(f"records/{name}.csv"))


@pytest.mark.parametrize("name", ["agreements", "decisions", "programmes", "returns"])
def test_records_hang_on_ties_of_the_sample(name):
    ties = {row["tie_id"] for row in office_rows("ties")}

    assert {row["tie_id"] for row in rows(f"records/{name}.csv")} <= ties


def test_no_activity_lies_after_the_day_of_the_compilation():
    starts = [PartialDate.parse(row["date_start"]).first for row in office_rows("activities")]

    assert max(starts) < COMPILED


def test_what_did_not_take_place_keeps_its_reason():
    called_off = [
        row for row in office_rows("activities") if row["status"] in ("cancelled", "postponed")
    ]

    assert called_off
    assert all(row["reason"] and row["reason_side"] for row in called_off)


def test_canadian_letters_give_the_articles_figures_by_hand():
    table = rows("demonstration/canada.csv")

    assert len(table) * len(demonstration.YEARS) == 245
    assert pair_years(table, GOVERNMENT) == 35
    assert pair_years(table, NON_GOVERNMENT) == 14


def test_japanese_letters_give_the_articles_figures_by_hand():
    table = rows("demonstration/japan.csv")

    assert len(table) * len(demonstration.YEARS) == 290
    assert pair_years(table, NON_GOVERNMENT) == 127


def test_thirty_two_canadian_ties_share_as_many_partners_with_japan():
    in_japan = {partner for _row, partner in partners("japan_china", "demonstration/japan.csv")}
    canadian = partners("canada_china", "demonstration/canada.csv")

    matched = [row for row, partner in canadian if partner in in_japan]

    assert len(in_japan) == len(matched) == 32
    assert pair_years(matched, NON_GOVERNMENT) == 11


def test_real_ties_match_twenty_eight_partners():
    canada = Counter((row["city_b"], row["region_b"]) for row in rows("reference/canada_china.csv"))
    japan = Counter((row["city_b"], row["region_b"]) for row in rows("reference/japan_china.csv"))
    both = canada.keys() & japan.keys()

    assert len(both) == 28
    assert sum(canada[city] for city in both) == 31
    assert sum(japan[city] for city in both) == 44


def test_demonstration_activities_are_the_same_each_time():
    ties = demonstration.japanese_ties()

    first = demonstration.activities(ties, "demonstration/japan.csv")
    second = demonstration.activities(demonstration.japanese_ties(), "demonstration/japan.csv")

    assert first == second
