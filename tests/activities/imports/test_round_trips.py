"""A table reads back the same, whatever program wrote it: encoding, separator, layout, workbook."""

import csv
import io

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from activities.imports.activities.columns import ACTIVITY_COLUMNS
from activities.imports.headers import find_header
from activities.imports.mapping import Mapping
from activities.imports.reader import read_bytes

HEADER = ["title", "type", "date_start", "tie_id", "place"]
WESTERN = "abzéñÉç’“”–€œ \"'.,;|\t\n-0123456789"
EASTERN = '西安市京都のカン平成年月日,;|\t\n"0123456789'
CAN_BE_TOLD = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]

separators = st.sampled_from(",;\t|")
line_ends = st.sampled_from(["\r\n", "\n"])


def tables(letters):
    """Rows of five cells, the first of them filled."""
    cells = [st.text(letters, max_size=12) for _name in HEADER[1:]]
    rows = st.tuples(st.text("abc", min_size=1, max_size=5), *cells).map(list)
    return st.lists(rows, min_size=1, max_size=8)


def written(rows, separator, line_end, title=(), blank_after_header=False):
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator, lineterminator=line_end)
    writer.writerows([[line] for line in title])
    writer.writerow(HEADER)
    if blank_after_header:
        writer.writerow([""] * len(HEADER))
    writer.writerows(rows)
    return stream.getvalue()


def below_header(table):
    line = find_header(table, ACTIVITY_COLUMNS, Mapping()).line
    return [row.cells for row in table.rows if row.line > line and not row.is_blank]


@given(
    tables(WESTERN + EASTERN), separators, line_ends, st.sampled_from(CAN_BE_TOLD), st.booleans()
)
def test_every_table_reads_back_from_unicode(rows, separator, line_end, encoding, has_blank):
    text = written(rows, separator, line_end, ["Our year", "2015"], has_blank)

    table = read_bytes(text.encode(encoding), "rows.csv")

    assert below_header(table) == rows
    assert table.remarks == []


@given(tables(WESTERN), separators, line_ends)
def test_every_western_table_reads_back_from_windows(rows, separator, line_end):
    text = written(rows, separator, line_end)

    table = read_bytes(text.encode("cp1252"), "rows.csv", encoding="cp1252")

    assert below_header(table) == rows


@given(tables(EASTERN), separators, st.sampled_from(["gb18030", "cp932"]))
def test_every_eastern_table_reads_back_in_the_encoding_that_is_named(rows, separator, encoding):
    text = written(rows, separator, "\r\n")

    table = read_bytes(text.encode(encoding), "rows.csv", encoding=encoding)

    assert below_header(table) == rows


@given(tables("abcé西,;\n\"'=0123456789 "), st.booleans(), st.booleans())
@settings(max_examples=50)
def test_every_table_reads_back_from_a_workbook(rows, has_titles, in_two_rows):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"strings_to_formulas": False}) as book:
        page = book.add_worksheet("Rows")
        line = 3 if has_titles else 0
        if has_titles:
            page.merge_range(0, 0, 0, 4, "Our year")
        if in_two_rows:
            page.merge_range(line, 0, line, 1, "Activity")
            line += 1
        page.write_row(line, 0, HEADER)
        for number, cells in enumerate(rows, start=line + 1):
            for column, cell in enumerate(cells):
                page.write_string(number, column, cell)

    table = read_bytes(stream.getvalue(), "rows.xlsx")

    assert [[*cells, *[""] * 5][:5] for cells in below_header(table)] == rows
