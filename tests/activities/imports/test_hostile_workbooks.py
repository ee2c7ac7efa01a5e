import struct
import zipfile

import pytest

from activities.imports.activities.columns import ACTIVITY_COLUMNS
from activities.imports.headers import find_header
from activities.imports.mapping import Mapping
from activities.imports.reader import read_bytes
from activities.imports.readings import readings_of
from activities.imports.records import records
from activities.imports.refusals import UnusableFile
from tests.activities.imports.making import cell, sheet_of, workbook_of, workbook_with

MEGABYTE = 1024 * 1024


def refusal(data):
    with pytest.raises(UnusableFile) as raised:
        read_bytes(data, "ties.xlsx")
    return raised.value.sentence


def test_does_not_open_a_workbook_that_unpacks_to_far_more_than_its_size():
    bomb = workbook_with(zeros=b"<a>" + b" " * (60 * MEGABYTE) + b"</a>")

    assert len(bomb) < MEGABYTE
    assert "is not opened" in refusal(bomb)


def test_does_not_believe_a_directory_that_tells_a_smaller_size():
    data = bytearray(workbook_with(zeros=b"<a>" + b" " * (60 * MEGABYTE) + b"</a>"))
    entry = data.rfind(b"xl/media/zeros.xml") - 46
    struct.pack_into("<I", data, entry + 24, 1000)

    assert "is not opened" in refusal(bytes(data))


def test_does_not_reserve_a_rectangle_for_one_cell_in_the_far_corner():
    corner = sheet_of(
        b'<row r="1">' + cell("A1", b"x") + b"</row>",
        b'<row r="1048576">' + cell("XFD1048576", b"y") + b"</row>",
    )

    assert "more than 256 columns" in refusal(workbook_with(corner))


def test_does_not_reserve_a_column_down_to_the_last_row():
    deep = sheet_of(b'<row r="1048576">' + cell("A1048576", b"y") + b"</row>")

    assert "1048576" in refusal(workbook_with(deep))


def test_counts_cells_that_leave_their_address_out():
    wide = sheet_of(b"<row>" + b"<c><v>1</v></c>" * 100_000 + b"</row>")

    assert "more than 256 columns" in refusal(workbook_with(wide))


def test_reads_cells_that_leave_their_address_out():
    plain = sheet_of(b"<row><c><v>1</v></c><c><v>2</v></c></row>" * 3)

    assert len(read_bytes(workbook_with(plain), "ties.xlsx").rows) == 3


def test_does_not_expand_a_document_type():
    laughs = sheet_of(b'<row r="1">' + cell("A1", b"&b;") + b"</row>").replace(
        b"<worksheet", b'<!DOCTYPE w [<!ENTITY b "ha">]><worksheet', 1
    )

    assert "document type" in refusal(workbook_with(laughs))


def test_names_sheet_line_and_column_of_a_cell_of_ten_megabytes():
    long = sheet_of(
        b'<row r="1">' + cell("A1", b"x") + b"</row>",
        b'<row r="2">' + cell("B2", b"y" * 10 * MEGABYTE) + b"</row>",
    )

    assert refusal(workbook_with(long)).startswith("Sheet “Sheet1”, line 2, column B: the cell")


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04rubbish",
        workbook_of(["a", "b"])[:2000],
        workbook_with(b"<worksheet><sheetData><row r='1'><c r='A1'"),
        workbook_with(b"no xml at all"),
    ],
)
def test_says_that_a_damaged_workbook_is_damaged(data):
    assert "damaged" in refusal(data)


def test_says_that_an_archive_is_not_a_workbook(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("letter.txt", "hello")

    assert "not a workbook" in refusal((tmp_path / "a.zip").read_bytes())


@pytest.mark.parametrize("tag", [b'<c r="A1" t="e" ', b'<c r="A1" t="e">', b"<row ", b"<col "])
def test_a_long_comment_full_of_tags_takes_no_longer_than_its_length(tag):
    row = b'<row r="1" hidden="0">' + cell("A1", b"x") + b"<c r='B1' t=\"e\"><v>#N/A</v></c></row>"
    sheet = sheet_of(row, b"<!-- " + tag * 200_000 + b" -->")

    assert read_bytes(workbook_with(sheet), "ties.xlsx").rows[0].cells == ["x", "#N/A"]


def test_ranges_by_the_thousand_are_told_in_few_words():
    rows = [
        b'<row r="%d"%s>' % (line, b' hidden="1"' * (line % 2)) + cell(f"A{line}", b"x") + b"</row>"
        for line in range(1, 3001)
    ]

    table = read_bytes(workbook_with(sheet_of(*rows)), "ties.xlsx")

    assert len(table.hidden_lines) == 1500
    assert table.remarks[0].endswith("37, 39, ….")


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "cell", ["1-" * 16_000, "(" * 32_000, "1 " * 16_000, "一" * 32_000, "Total " * 5_000]
)
def test_a_long_cell_takes_no_longer_than_its_length(cell):
    data = f"title,type,date_start,tie_id,{cell}\n{cell},other,{cell},T1,{cell}\n".encode()

    table = read_bytes(data, "a.csv")
    header = find_header(table, ACTIVITY_COLUMNS, Mapping())
    readings, _remarks = readings_of(table, header, ACTIVITY_COLUMNS, Mapping())

    (record,) = records(table, header, ACTIVITY_COLUMNS, readings)
    assert record.faults
