"""Money, what was called off and travel in an edition, by hand and read back from its files."""

import io

import openpyxl
import pytest
from pypdf import PdfReader

from reports.editions.formats import RENDERERS


@pytest.fixture
def content(rich):
    return rich


def of_partner(content, name):
    return next(tie for tie in content["spending"]["ties"] if name in tie["name"])


def spaced(text):
    """With plain spaces where numbers have others."""
    return " ".join(text.split())


def test_costs_are_those_one_counts_by_hand(content):
    costs = content["spending"]["costs"]

    assert costs["text"] == "Money is on record for 1 of 5 activities."
    (spent,) = costs["sums"]
    assert (spent["total"], spent["per_activity"], spent["per_person_day"]) == (
        "3000.00", "3000.00", "75.00")  # fmt: skip
    assert {share["share"]: share["amount"] for share in spent["shares"]} == {
        "city": "1000.00", "participants": "0.00", "grants": "2000.00", "others": "0.00"
    }  # fmt: skip
    assert [spaced(note) for note in spent["notes"]] == [
        "As it was paid: 1 000.00 CAD, 200 000.00 JPY, each line converted by the rate of its date."
    ]


def test_a_tie_without_money_on_record_is_not_known_to_be_free(content):
    sporting = of_partner(content, "Sapporo")

    assert sporting["costs"]["sums"] == []
    assert sporting["costs"]["text"] == (
        "No money is on record for the 1 activity; what it cost is not known."
    )


def test_what_was_called_off_says_why_and_whose(content):
    found = content["spending"]["disruption"]

    assert found["text"] == "Cancelled: 1 of 6 held or cancelled."
    assert [cause["label"] for cause in found["reasons"]] == ["Budget"]
    assert [cause["label"] for cause in found["sides"]] == ["Our side"]


def test_travel_that_did_not_take_place_stands_apart(content):
    travel = content["travel"]

    assert [row["member"] for row in travel["taken"]] == ["Mayor Côté"]
    assert travel["totals"] == [
        {"currency": "CAD", "trips": 1, "cost_to_council": "812.50", "total_cost": "1000.00"}
    ]
    assert [row["member"] for row in travel["called_off"]] == ["Deputy"]
    assert travel["called_off_totals"][0]["cost_to_council"] == "90.00"


def test_the_workbook_has_the_same_amounts_as_numbers(content):
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"](content)))
    money, travel = book["Balance and cost"], book["Travel"]

    headings = [cell.value for cell in money[1]]
    rows = [dict(zip(headings, row, strict=True)) for row in money.values]
    row = next(row for row in rows if "Xi'an" in row["Relationship"])
    assert (row["Spent"], row["Currency"], row["For each day of one person"]) == (3000, "CAD", 75)
    assert [cell.value for cell in travel["F"]] == ["Cost to council", 812.5, 90]


def test_the_paper_prints_the_same_amounts(content):
    pages = PdfReader(io.BytesIO(RENDERERS["pdf"](content))).pages
    text = spaced(" ".join(page.extract_text() for page in pages))

    assert "Money is on record for 1 of 5 activities." in text
    for said in ["3 000.00 CAD", "75.00 CAD", "Mayor Côté", "812.50 CAD", "did not take place"]:
        assert said in text
