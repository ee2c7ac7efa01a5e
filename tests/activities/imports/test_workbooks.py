from datetime import date

import pytest

from activities.imports.reader import read_bytes
from activities.imports.refusals import UnusableFile
from tests.activities.imports.making import sheet_of, workbook_of, workbook_with


def test_reads_cells_as_what_they_are():
    data = workbook_of(["name", "people", "day"], ["Québec", 3, date(2020, 1, 2)])

    assert read_bytes(data, "a.xlsx").rows[1].cells == ["Québec", 3.0, date(2020, 1, 2)]


def test_numbers_rows_as_the_sheet_does():
    data = workbook_of([], ["", "title"], [], ["a", "b"])

    assert [row.line for row in read_bytes(data, "a.xlsx").rows] == [1, 2, 3, 4]


def test_reads_the_first_sheet_with_cells_and_names_the_others():
    data = workbook_of(sheet="Empty", more={"Ties": [["a"]], "Notes": [["b"]]})

    table = read_bytes(data, "a.xlsx")

    assert (table.sheet, table.unread_sheets) == ("Ties", ["Notes"])


def test_reads_the_sheet_that_is_asked_for():
    data = workbook_of(["a"], sheet="Ties", more={"Notes": [["b"]]})

    table = read_bytes(data, "a.xlsx", "Notes")

    assert (table.sheet, table.rows[0].cells) == ("Notes", ["b"])


def test_lists_the_sheets_when_the_one_asked_for_is_absent():
    data = workbook_of(["a"], sheet="Ties", more={"Notes": [["b"]]})

    with pytest.raises(UnusableFile, match="It has: Ties, Notes"):
        read_bytes(data, "a.xlsx", "2025")


def test_says_that_a_workbook_without_cells_is_empty():
    with pytest.raises(UnusableFile, match="empty"):
        read_bytes(workbook_of(), "a.xlsx")


def test_keeps_the_error_of_a_formula_so_that_it_is_not_taken_for_an_empty_cell():
    row = b'<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><f>A9</f><v>#REF!</v></c></row>'

    table = read_bytes(workbook_with(sheet_of(row)), "a.xlsx")

    assert table.rows[0].cells == [1.0, "#REF!"]
