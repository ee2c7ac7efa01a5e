"""Rows that hold no record are told from those that do."""

import pytest

from activities.imports.activities.columns import ACTIVITY_COLUMNS
from activities.imports.headers import find_header
from activities.imports.idle_rows import IdleRows
from activities.imports.mapping import Mapping
from activities.imports.reader import read_bytes
from tests.activities.imports.making import workbook_of

HEADER = ["title", "type", "date", "tie_id", "students"]
FULL = ["Choir", "performance", "2015", "T1", 3]


def reasons(*rows):
    table = read_bytes(workbook_of(["Our year"], HEADER, *rows), "a.xlsx")
    idle_rows = IdleRows(table, find_header(table, ACTIVITY_COLUMNS, Mapping()))
    return [idle_rows.reason(row) for row in table.rows if row.line != 2]


@pytest.mark.parametrize(
    "first",
    ["Total", "TOTAL:", "Sous-total", "Grand total", "Total général", "Total 2015", "Totaux",
     "Total des élèves", "合計", "总计"],
)  # fmt: skip
def test_a_total_is_no_record(first):
    assert reasons(FULL, [first, "", "", "", 3])[-1] == "total row"


@pytest.mark.parametrize(
    "cells", [["Total eclipse", "other", "2015", "T1", 3], ["Totally new", "", "", "", 3]]
)
def test_a_row_that_only_begins_like_a_total_is_a_record(cells):
    assert reasons(FULL, cells)[-1] == ""


@pytest.mark.parametrize(
    "words",
    ["* estimated", "Source: city archive", "Note : sans les accompagnateurs", "(1) about",
     "N.B. provisional", "¹ with guests", "※ 概数", "注：估计", "Mise à jour : mai 2015"],
)  # fmt: skip
def test_a_footnote_below_the_records_is_none(words):
    assert reasons(FULL, [], [words])[-1] == "footnote"


@pytest.mark.parametrize(
    "rows", [[["* estimated"], FULL], [FULL, ["Choir"]], [FULL, ["* gala", "performance"]]]
)
def test_a_row_among_the_records_or_without_a_mark_is_no_footnote(rows):
    assert "footnote" not in reasons(*rows)


def test_titles_blanks_and_a_repeated_header_are_told():
    assert reasons(FULL, [], HEADER, FULL) == [
        "title above the header", "", "blank row", "the header again", "",
    ]  # fmt: skip
