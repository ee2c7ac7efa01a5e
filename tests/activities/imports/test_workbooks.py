import io
from datetime import date, datetime

import pytest
import xlsxwriter

from activities.imports.files.merged_cells import fill_merged
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


def made(write, **options):
    """The table in a workbook that ``write`` fills, a page being given to it."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, options) as book:
        write(book, book.add_worksheet("Rows"))
    return read_bytes(stream.getvalue(), "a.xlsx")


def test_hidden_rows_and_columns_are_read_and_said():
    def write(book, page):
        for line in range(8):
            page.write_row(line, 0, [line, "x", "y"])
        for line in (1, 2, 3, 6):
            page.set_row(line, None, None, {"hidden": True})
        page.set_column("B:C", None, None, {"hidden": True})
        page.set_column("H:XFD", None, None, {"hidden": True})

    table = made(write)

    assert len(table.rows) == 8
    assert table.hidden_lines == {2, 3, 4, 7}
    assert table.remarks == [
        "Hidden rows are read like the others: 2–4, 7.",
        "Hidden columns are read like the others: B, C.",
    ]


def test_a_hidden_sheet_is_named_and_not_read():
    def write(book, page):
        page.write("A1", "a")
        hidden = book.add_worksheet("Old")
        hidden.write("A1", "b")
        hidden.hide()
        book.add_worksheet("Nothing").very_hidden()

    table = made(write)

    assert (table.sheet, table.unread_sheets) == ("Rows", [])
    assert table.remarks == ["Hidden sheets are not read: Old."]


def test_a_hidden_sheet_is_read_when_it_is_asked_for():
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet("Rows").write("A1", "a")
        hidden = book.add_worksheet("Old")
        hidden.write("A1", "b")
        hidden.hide()

    table = read_bytes(stream.getvalue(), "a.xlsx", "Old")

    assert (table.rows[0].cells, table.remarks) == (["b"], [])


def test_a_workbook_whose_cells_are_all_hidden_says_so():
    def write(book, page):
        hidden = book.add_worksheet("Old")
        hidden.write("A1", "b")
        hidden.hide()

    with pytest.raises(UnusableFile, match="shows no cells; these sheets are hidden: Old"):
        made(write)


@pytest.mark.parametrize(
    ("number_format", "shown"),
    [
        ("mmm-yy", "2016-03"),
        (17, "2016-03"),
        ("mmmm yyyy", "2016-03"),
        ('yyyy"年"m"月"', "2016-03"),
        ("[$-40C]mmmm yyyy;@", "2016-03"),
        ("yyyy", "2016"),
        ("d/m/yyyy", date(2016, 3, 15)),
        ('yyyy"年"m"月"d"日"', date(2016, 3, 15)),
        (14, date(2016, 3, 15)),
    ],
)
def test_a_date_says_no_more_than_its_format_shows(number_format, shown):
    def write(book, page):
        style = book.add_format({"num_format": number_format})
        page.write_datetime("A1", datetime(2016, 3, 15), style)  # noqa: DTZ001

    assert made(write).rows[0].cells == [shown]


def test_days_shown_without_their_year_are_said():
    def write(book, page):
        page.write_datetime("B2", datetime(2016, 3, 15), book.add_format({"num_format": "d mmm"}))  # noqa: DTZ001

    assert made(write).remarks == [
        "Column B shows days without their year; the workbook keeps 2016-03-15."
    ]


def test_days_are_counted_from_1904_where_the_workbook_says_so():
    def write(book, page):
        page.write_datetime("A1", datetime(2020, 1, 1), book.add_format({"num_format": "yyyy-m-d"}))  # noqa: DTZ001
        page.write("B1", 42369)

    table = made(write, date_1904=True)

    assert table.rows[0].cells == [date(2020, 1, 1), 42369.0]
    assert table.day_zero == date(1904, 1, 1)


def test_a_cell_merged_downwards_counts_in_each_of_its_rows():
    def write(book, page):
        page.merge_range("A1:A3", "Wuhan")
        page.merge_range("B1:C2", "wide")
        page.write_column("D1", [1, 2, 3])

    table = made(write)

    assert [row.cells for row in table.rows] == [
        ["Wuhan", "wide", "", 1.0],
        ["Wuhan", "wide", "", 2.0],
        ["Wuhan", "", "", 3.0],
    ]
    assert table.merged == {1: {0: (1, 3), 1: (1, 2)}, 2: {0: (1, 3), 1: (1, 2)}, 3: {0: (1, 3)}}


def test_merged_ranges_beyond_the_cells_do_no_harm():
    ranges = [((0, 0), (900_000, 3)), ((0, 0), (1, 0)), ((5, 9), (9, 9)), ((0, 200), (1, 200))]

    merged = fill_merged([["a"], ["b"]], ranges)

    assert merged == {1: {0: (1, 2)}, 2: {0: (1, 2)}}
