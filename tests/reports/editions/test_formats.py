import csv
import io
import json
from datetime import datetime

import openpyxl
import pytest
from pypdf import PdfReader

from reports.editions.formats import RENDERERS
from reports.editions.page import edition_article
from reports.editions.paper import paper_data


def of_name(content, name):
    return next(tie for tie in content["ties"] if tie["name"] == name)


def test_json_is_the_content_itself(content):
    assert json.loads(RENDERERS["json"](content)) == content


def test_csv_has_a_row_for_each_tie_with_its_figures(content):
    rows = list(csv.DictReader(io.StringIO(RENDERERS["csv"](content).decode("utf-8-sig"))))

    assert [row["Relationship"] for row in rows] == [tie["name"] for tie in content["ties"]]
    for row, tie in zip(rows, content["ties"], strict=True):
        assert row["Activity status"] == tie["status_label"]
        assert int(row["With government"]) == tie["official"]
        assert int(row["Of classified"]) == tie["classified"]
        assert row["Last activity"] == tie["last_activity_date"]
        assert row["Native name"] == tie["partner_native"]
        assert [row[str(year)] for year in content["strip_years"]] == [
            content["marks"][mark] for mark in tie["marks"]
        ]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "＝"])
def test_csv_keeps_text_from_becoming_a_formula(content, start):
    content["ties"][0]["name"] = f"{start}1+1"

    rows = list(csv.reader(io.StringIO(RENDERERS["csv"](content).decode("utf-8-sig"))))

    assert rows[1][0] == f"'{start}1+1"


def test_the_workbook_says_the_same_with_real_dates_and_numbers(content):
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"](content)))
    sheet = book["Ties"]
    headings = [cell.value for cell in sheet[1]]

    assert book.sheetnames == [
        "Summary",
        "Ties",
        "Flags",
        "Years",
        "Activities",
        "Balance and cost",
        "Travel",
        "Definitions",
    ]
    for line, tie in enumerate(content["ties"], start=2):
        row = dict(zip(headings, (cell.value for cell in sheet[line]), strict=True))
        assert row["Relationship"] == tie["name"]
        assert row["With government"] == tie["official"]
        last = tie["last_activity_date"]
        is_a_day = len(last) == len("2015-06-30")
        assert row["Last activity"] == (datetime.fromisoformat(last) if is_a_day else last)
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")


def test_the_workbook_prints_the_percentages_of_the_summary(content):
    sheet = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"](content)))["Summary"]
    rows = {row[0]: row for row in sheet.iter_rows(values_only=True) if row[0]}

    for found in content["likelihoods"]:
        row = rows[found["label"]]
        assert row[1:3] == (found["panel"]["n"], found["panel"]["of"])
        assert row[3] == float(found["panel"]["percent"])


def test_the_workbook_keeps_text_as_text(content):
    sheet = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"](content)))["Activities"]

    cell = next(cell for cell in sheet["A"] if "HYPERLINK" in str(cell.value))

    assert cell.data_type == "s"


def test_the_same_content_gives_the_same_bytes(content):
    for name in ("json", "csv", "txt", "pdf"):
        assert RENDERERS[name](content) == RENDERERS[name](content), name


def text_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def test_the_pdf_says_the_same_in_any_script(content):
    text = text_of(RENDERERS["pdf"](content))

    assert content["title"] in text
    for found in content["likelihoods"]:
        assert f"{found['panel']['percent']} % {found['panel']['n']}/{found['panel']['of']}" in text
    for tie in content["ties"]:
        assert tie["name"].replace("'", "’") in text.replace("'", "’")
        assert tie["partner_native"] in text
    assert "ᐃᖃᓗᐃᑦ" in text
    for definition in content["definitions"]:
        assert definition["term"] in text


def test_the_pdf_is_tagged_titled_and_in_its_language(content):
    reader = PdfReader(io.BytesIO(RENDERERS["pdf"](content)))
    root = reader.trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en-CA"
    assert reader.metadata.title == "Twinning in 2019, Montréal"
    assert len(reader.outline) >= 4


def test_a_sign_that_no_font_has_does_not_stop_the_pdf(content):
    content["ties"][0]["name"] = "Québec – 😀 #set *x* $y$ \\"

    text = text_of(RENDERERS["pdf"](content))

    assert "#set *x* $y$ \\" in text


def test_plain_text_has_the_figures_and_the_reasons(content):
    text = RENDERERS["txt"](content).decode()

    assert "30.0 %  3/10" in text
    for found in content["findings"]:
        assert found["reason"] in text


def test_years_that_are_not_reported_are_printed_apart(content):
    years = content["ties"][0]["unreported_years"] = [2018, 2019]
    text = RENDERERS["txt"](content).decode()
    paper = paper_data(content, "a4")["words"]["denominator"]

    assert f"not reported: {years[0]}, {years[1]}" in text
    assert "tie-years are not reported: nobody has said that nothing happened." in paper


def test_each_list_of_activities_names_the_years_that_it_covers(content):
    window = f"What was held from {content['window'][0]} to {content['window'][-1]}"
    sheet = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"](content)))["Activities"]
    headings = [cell.value for cell in sheet[1]]

    years = [row[headings.index("Policy year")].value for row in sheet.iter_rows(min_row=2)]

    assert f"<h2>{window}" in str(edition_article(content))
    assert window in text_of(RENDERERS["pdf"](content))
    assert "What was held in 2019" in text_of(RENDERERS["pdf"](content))
    assert years == [row["policy_year"] for row in content["activities"]]
