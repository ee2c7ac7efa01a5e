import struct
import zipfile

import pytest

from activities.imports.reader import read_bytes
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
