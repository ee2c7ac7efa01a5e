import pytest

from activities.imports.reader import read_bytes
from activities.imports.refusals import UnusableFile
from tests.activities.imports.making import TIE, csv_of, workbook_of


def refusal(data, name="ties.csv", sheet=""):
    with pytest.raises(UnusableFile) as raised:
        read_bytes(data, name, sheet)
    return raised.value.sentence


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_finds_the_separator(separator):
    table = read_bytes(csv_of(TIE, separator=separator), "ties.csv")

    assert table.rows[1].cells == list(TIE.values())


def test_takes_the_separator_that_a_first_line_declares():
    table = read_bytes(b"sep=;\r\na;b, c\r\n1;2\r\n", "ties.csv")

    assert [(row.line, row.cells) for row in table.rows] == [(2, ["a", "b, c"]), (3, ["1", "2"])]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_reads_any_unicode_encoding(encoding):
    data = "city_a,city_b,country_a,country_b\r\nQuébec,西安,CA,CN\r\n".encode(encoding)

    assert read_bytes(data, "ties.csv").rows[1].cells == ["Québec", "西安", "CA", "CN"]


def test_reads_what_western_windows_wrote():
    data = "city_a;note\r\nQuébec;déjà vu – œuvre\r\n".encode("cp1252")

    assert read_bytes(data, "ties.csv").rows[1].cells == ["Québec", "déjà vu – œuvre"]


def test_numbers_rows_as_the_editor_does():
    table = read_bytes(b'a,b\r\n"one\ntwo",2\r\n\r\n3,4\r\n', "ties.csv")

    assert [row.line for row in table.rows] == [1, 2, 4, 5]


def test_leaves_blank_rows_at_the_end_away():
    table = read_bytes(b"a,b\r\n1,2\r\n,\r\n\r\n", "ties.csv")

    assert len(table.rows) == 2


def test_refuses_letters_of_an_encoding_it_cannot_tell():
    data = "城市,国家\n西安市人民政府,中国\n".encode("gbk")

    assert "cannot be read" in refusal(data)


def test_names_the_line_that_is_not_utf8():
    data = "a,b\nQuébec,西安\n".encode() + "Montréal,1\n".encode("latin-1")

    assert "Line 3" in refusal(data)


def test_names_the_line_with_a_nul_byte():
    assert "Line 2" in refusal(b"a,b\n1,\x00\n")


def test_refuses_control_characters():
    assert "Line 2" in refusal(b"a,b\n1,\x07\n")


@pytest.mark.parametrize("data", [b"", b"  \r\n\r\n", b",,\n,,\n", b"\xef\xbb\xbf"])
def test_says_that_an_empty_file_is_empty(data):
    assert refusal(data) == "The file is empty."


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "old Excel file"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"<!doctype html><table>", "web page"),
        (b'{"rows": []}', "program data"),
    ],
)
def test_names_what_a_foreign_file_is(data, kind):
    assert kind in refusal(data)


def test_refuses_a_workbook_that_is_called_csv():
    assert "is named like a CSV file" in refusal(workbook_of(["a", "b"]), "ties.csv")


def test_refuses_text_that_is_called_a_workbook():
    assert "is not one" in refusal(csv_of(TIE), "ties.xlsx")


def test_names_line_and_column_of_a_cell_of_ten_megabytes():
    data = b"a,b\n1,2\n3," + b"x" * 10 * 1024 * 1024 + b"\n"

    assert refusal(data).startswith("Line 3, column B: the cell holds 10485760 characters")


def test_names_the_line_of_a_quotation_mark_never_closed():
    assert "line 3" in refusal(b'a,b\n1,2\n3,"four\n5,6\n')


def test_refuses_more_columns_than_any_file_of_ours_has():
    assert "300 columns" in refusal(b",".join([b"x"] * 300) + b"\n")


def test_refuses_a_sheet_of_a_csv_file():
    assert "no sheets" in refusal(csv_of(TIE), sheet="2025")
