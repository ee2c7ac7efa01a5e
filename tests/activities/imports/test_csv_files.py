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


@pytest.mark.parametrize(
    "line", ["Montréal;45,5;-73,6;31,2;121,5", "Montréal;45,5;-73,6;31,2;121,5;;"]
)
def test_takes_no_decimal_comma_for_a_separator(line):
    data = "\n".join(["city;lat_a;lon_a;lat_b;lon_b", *[line] * 60]).encode()

    assert read_bytes(data, "ties.csv").rows[1].cells[:3] == ["Montréal", "45,5", "-73,6"]


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


EASTERN = {
    "gb18030": "城市,国家,活动\n西安,中国,友好城市青少年交流\n",
    "big5": "城市,國家,活動\n高雄市,台灣,友好城市青少年交流訪問團\n",
    "cp932": "都市,国,行事\n京都市,日本,姉妹都市交流のコンサート\n",
    "euc_kr": "도시,나라,행사\n부산광역시,한국,자매도시 청소년 교류 방문\n",
}


@pytest.mark.parametrize("encoding", EASTERN)
def test_reads_chinese_japanese_and_korean_where_the_letters_make_it_evident(encoding):
    table = read_bytes(EASTERN[encoding].encode(encoding), "ties.csv")

    assert [",".join(row.cells) for row in table.rows] == EASTERN[encoding].splitlines()
    assert encoding.upper() in table.remarks[0]


def test_reads_letters_in_the_encoding_that_somebody_names():
    table = read_bytes("a,b\n西,國\n".encode("big5"), "ties.csv", encoding="big5")

    assert (table.rows[1].cells, table.remarks) == (["西", "國"], [])


def test_says_that_letters_in_a_named_encoding_could_be_unicode():
    table = read_bytes("a,b\nQuébec,1\n".encode(), "ties.csv", encoding="cp1252")

    assert table.rows[1].cells == ["QuÃ©bec", "1"]
    assert "could be UTF-8 as well" in table.remarks[0]


@pytest.mark.parametrize("encoding", ["klingon", "rot13", "unicode_escape"])
def test_names_of_encodings_that_no_file_has_are_refused(encoding):
    with pytest.raises(UnusableFile, match="There is no encoding"):
        read_bytes(csv_of(TIE), "ties.csv", encoding=encoding)


@pytest.mark.parametrize(
    "data",
    [
        "城市,国家\n西安,中国\n".encode("gbk"),
        "город,страна\nМосква,Россия\n".encode("cp1251"),
        "πόλη,χώρα\nΑθήνα,Ελλάδα\n".encode("cp1253"),
    ],
)
def test_refuses_letters_of_an_encoding_it_cannot_tell(data):
    assert "cannot be read" in refusal(data)


@pytest.mark.parametrize(
    ("encoding", "words", "seen"),
    [
        ("mac_roman", "Québec", "QuŽbec"),
        ("cp850", "Québec", "Qu‚bec"),
        ("cp1250", "Wrocław", "Wroc³aw"),
    ],
)
def test_refuses_letters_of_another_system_with_the_word_that_shows_it(encoding, words, seen):
    sentence = refusal(f"a,b\n{words},1\n".encode(encoding))

    assert sentence.startswith(f"Line 2 of the file would read “{seen}”")


def test_says_that_western_letters_are_a_guess():
    (remark,) = read_bytes("a;b\nQuébec;20 €\n".encode("cp1252"), "a.csv").remarks

    assert "read as Windows-1252" in remark


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
