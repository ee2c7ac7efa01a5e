"""Makes the hard files of this folder: ``python -m tests.activities.imports.hard.make``.

Each is small and hard in its own way. What must be read from it stands beside it, in a JSON file
of its name.
"""

import io
from datetime import datetime
from pathlib import Path

import xlsxwriter

FOLDER = Path(__file__).parent
COLUMNS = ["activity_id", "tie_id", "title", "type", "date_start", "students"]

FRENCH = """\
Relevé des activités de jumelage;;;;;;
Bureau des relations internationales – 2009–2015;;;;;;
;;;;;;
No activité;Jumelage;Titre de l’activité;Type d’activité;Date de début;Nombre d’élèves;Remarques
A1;T1;« L’œuvre » à Québec;spectacle;31 janvier 2009;1\xa0234;20 € l’entrée
A2;T1;Échange d’élèves;échange scolaire;1er mai 2012;15 élèves;n/a
A3;T1;Fête d’été;autre;du 12 au 15 août 2013;env. 20;—
A4;T1;Concert de Noël;concert;déc. 2014;s.o.;“à revoir”
;;;;;;
Total;;;;;1\xa0249;
* chiffres fournis par l’école;;;;;;
"""
QUOTED = """\
activity_id\ttie_id\ttitle\ttype\tdate_start\tdate_end\tstudents\tnote
B1\tT1\t"Two lines\nof a title"\tperformance\t2014-05-12 – 2014-05-15\t\t12\t"a ""mark"", a\ttab"
\t\t\t\t\t\t\t
B2\tT1\tChoir\tperformance\tMay 12-15, 2014\t2014-05-15\t1,234\t-
B3\tT1\tChoir again\tperformance\tMay 12-15, 2014\t2014-05-16\t?\tunknown
"""
CHINESE = """\
activity_id|tie_id|title|type|date_start|place
C1|T1|友好城市青少年交流|student_exchange|2016年3月5日|西安市
C2|T1|上海市政府代表团访问|official_visit|２０１６年３月|上海
C3|T1|中国书画展|exhibition|二〇一六年五月|北京
"""
JAPANESE = """\
activity_id,tie_id,title,type,date_start,students
D1,T1,姉妹都市交流コンサート,performance,令和5年5月1日,１２
D2,T1,高校生の訪問,student_exchange,平成28年,15名
D3,T1,市長の訪問,official_visit,R5.5.1,不明
D4,T1,桜まつり,other,昭和55年4月,約30
D5,T1,さくらの植樹,other,平成31年5月1日,3
"""
PROVED_DATES = """\
activity_id,tie_id,title,type,date_start
E1,T1,Proved by the fourth,other,03/04/2015
E2,T1,The same either way,other,05/05/2015
E3,T1,Month and year,other,06/2015
E4,T1,The proof,other,25/04/2015
"""
DOUBTFUL_DATES = """\
activity_id,tie_id,title,type,date_start
F1,T1,Either,other,03/04/2015
F2,T1,Either too,other,05/06/2015
F3,T1,Two figures,other,05/06/15
F4,T1,No year,other,5 June
F5,T1,No day,other,31 April 2015
"""
SERIALS = """\
activity_id,tie_id,title,type,date_start
G1,T1,A number of days,other,43831
G2,T1,Another,other,43862
G3,T1,A third,other,43891
"""
NUMBERS = """\
activity_id;tie_id;title;type;date_start;students;teachers
H1;T1;Decimals;other;2015;3,0;2.0
H2;T1;A point;other;2015;12.000;1
H3;T1;A share;other;2015;15 %;1
H4;T1;From and to;other;2015;20-25;1
H5;T1;Spaces;other;2015;1 234;12\u202f345
H6;T1;Nothing;other;2015;.;…
"""
TIES = """\
Home city,Home country,Partner city,Partner country,Partner region,Twinned since
Montréal,Canada,Xi'an,Chine,Shaanxi,1985
Montréal,CA,Busan,대한민국,,Sept. 2000
Montréal,CANADA,Hiroshima,日本,,5 mai 1998
Montréal,ca,Port-au-Prince,Haïti,,1995
Montréal,Canada,Springfield,Atlantis,,1995
Montréal,Canada,London,England,,inconnu
Total,,,,,5
"""


def text_files() -> dict[str, bytes]:
    return {
        "french_windows.csv": FRENCH.encode("cp1252"),
        "quoted_utf16.tsv": QUOTED.encode("utf-16"),
        "chinese_gb18030.csv": CHINESE.encode("gb18030"),
        "chinese_without_mark.csv": CHINESE.encode("utf-16-be"),
        "japanese_shift_jis.csv": JAPANESE.encode("cp932"),
        "proved_dates.csv": PROVED_DATES.encode("utf-8-sig"),
        "doubtful_dates.csv": DOUBTFUL_DATES.encode(),
        "serial_numbers.csv": SERIALS.encode(),
        "numbers.csv": NUMBERS.encode(),
        "ties.csv": TIES.encode(),
        "macintosh.csv": "titre;lieu\nFestival;Québec\n".encode("mac_roman"),
        "too_little_chinese.csv": "city,country\n西安,中国\n".encode("gb18030"),
    }


def two_rows(book: xlsxwriter.Workbook) -> None:
    """Groups above names, cells merged downwards, months, a hidden row, column and sheet."""
    page = book.add_worksheet("2016")
    month = book.add_format({"num_format": "mmm-yy"})
    day = book.add_format({"num_format": "d mmmm yyyy"})
    page.merge_range("A1:H1", "Twinning activities of 2016")
    page.merge_range("A3:A4", "Title")
    page.merge_range("B3:C3", "Home city")
    page.merge_range("D3:E3", "Ville partenaire")
    page.merge_range("F3:G3", "Participants")
    page.write_row("H3", ["Date", "Type", "Internal"])
    page.write_row("B4", ["Name", "Country", "Nom", "Pays", "Students", "Teachers"])
    for line, cells in enumerate(
        [
            ["Choir", "Montréal", "CA", None, None, 12, 2],
            ["Visit", "Montréal", "CA", None, None, 3, None],
            ["Hidden", "Montréal", "CA", "Shanghai", "Chine", 5, 1],
        ],
        start=4,
    ):
        for column, cell in enumerate(cells):
            if cell is not None:
                page.write(line, column, cell)
    page.merge_range("D5:D6", "Xi'an")
    page.merge_range("E5:E6", "China")
    page.write_datetime("H5", datetime(2016, 3, 15), month)  # noqa: DTZ001
    page.write_datetime("H6", datetime(2016, 3, 15), day)  # noqa: DTZ001
    page.write_datetime("H7", datetime(2016, 4, 1), day)  # noqa: DTZ001
    page.write_column("I5", ["performance", "official visit", "sports"])
    page.write_column("J5", ["x", "y"])
    page.write_row("A9", ["Total", "", "", "", "", 20, 3])
    page.write("A10", "Source: city archive")
    page.set_row(6, None, None, {"hidden": True})
    page.set_column("J:J", None, None, {"hidden": True})
    book.add_worksheet("Notes").write("A1", "nothing")
    secret = book.add_worksheet("Old")
    secret.write("A1", "title")
    secret.hide()


def merged_number(book: xlsxwriter.Workbook) -> None:
    """One number over two activities is the number of neither."""
    page = _page(book)
    page.write_row("A2", ["K1", "T1", "Concert", "performance", "2016"])
    page.write_row("A3", ["K2", "T1", "Concert again", "performance", "2017"])
    page.write_row("A4", ["K3", "T1", "Alone", "performance", "2018", 4])
    page.merge_range("F2:F3", 40)


def from_1904(book: xlsxwriter.Workbook) -> None:
    """Days counted from 1904, some in cells that lost their format."""
    page = _page(book)
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    page.write_row("A2", ["L1", "T1", "A date", "other"])
    page.write_datetime("E2", datetime(2020, 1, 1), day)  # noqa: DTZ001
    page.write_row("A3", ["L2", "T1", "A number", "other", 42369])


def serials_of_1904(book: xlsxwriter.Workbook) -> None:
    page = _page(book)
    for line in range(3):
        page.write_row(line + 1, 0, [f"M{line}", "T1", f"Number {line}", "other", 42369 + line])


def swapped(book: xlsxwriter.Workbook) -> None:
    """What an American program makes of 03/04, 05/05 and 25/03: a date, a date and text."""
    page = _page(book)
    day = book.add_format({"num_format": "m/d/yyyy"})
    page.write_row("A2", ["N1", "T1", "Swapped", "other"])
    page.write_datetime("E2", datetime(2015, 3, 4), day)  # noqa: DTZ001
    page.write_row("A3", ["N2", "T1", "The same", "other"])
    page.write_datetime("E3", datetime(2015, 5, 5), day)  # noqa: DTZ001
    page.write_row("A4", ["N3", "T1", "Left as text", "other", "25/03/2015"])


def odd_cells(book: xlsxwriter.Workbook) -> None:
    """Failed formulas, truth values, shares and dates where numbers belong."""
    page = _page(book, "government_involved")
    rows = [
        ["P1", "T1", "Truth", "other", 2015, 3, True],
        ["P2", "T1", "A fraction", "other", 2015, 0.15, "oui"],
        ["P3", "T1", "Truth for a number", "other", 2015, True, "non"],
        ["P4", "T1", "A failed number", "other", 2015, None, "perhaps"],
        [None, None, None, None, None, None, None],
        ["P6", "T1", "A date for a number", "other", 2015, None, False],
    ]
    for line, cells in enumerate(rows, start=1):
        for column, cell in enumerate(cells):
            if cell is not None:
                page.write(line, column, cell)
    page.write_formula("F5", "=1/0", None, "#DIV/0!")
    day = book.add_format({"num_format": "d-m"})
    page.write_datetime("F7", datetime(2015, 4, 3), day)  # noqa: DTZ001


def _page(book: xlsxwriter.Workbook, *more: str):
    page = book.add_worksheet("Sheet1")
    page.write_row(0, 0, [*COLUMNS, *more])
    return page


WORKBOOKS = {
    "two_rows.xlsx": (two_rows, {}),
    "merged_number.xlsx": (merged_number, {}),
    "from_1904.xlsx": (from_1904, {"date_1904": True}),
    "serials_of_1904.xlsx": (serials_of_1904, {"date_1904": True}),
    "swapped.xlsx": (swapped, {}),
    "odd_cells.xlsx": (odd_cells, {}),
}


def workbook(write, options: dict) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, options) as book:
        book.set_properties({"created": datetime(2020, 1, 1)})  # noqa: DTZ001
        write(book)
    return stream.getvalue()


def make() -> None:
    for name, data in text_files().items():
        (FOLDER / name).write_bytes(data)
    for name, (write, options) in WORKBOOKS.items():
        (FOLDER / name).write_bytes(workbook(write, options))


if __name__ == "__main__":
    make()
