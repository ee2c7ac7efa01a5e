"""The page and every file of a network's edition say the same digits: read back from each."""

import csv
import io
import json
import re
from datetime import date
from html import unescape

import openpyxl
import pytest
from pypdf import PdfReader

from reports.network.editions.building import network_content
from reports.network.editions.formats import RENDERERS
from reports.network.editions.page import network_article
from reports.network.sharing import sharing_with
from tests.reports.network.conftest import office_with_ties

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["en-ca", "fr-ca"])
def content(request, network_viewer):
    for n in range(7):
        office_with_ties(network_viewer, n, country="CN" if n < 4 else "JP", ties=n + 1)
    return network_content(
        sharing=sharing_with(network_viewer), year=2025, as_of=date(2025, 12, 31),
        language=request.param,
    )  # fmt: skip


def plain(text):
    """Words and digits alone: decimal signs and spaces are those of a language."""
    text = unescape(re.sub(r"<[^>]+>", " ", text)).replace(",", ".")
    return re.sub(r"\s+", " ", text.replace("\u202f", " ").replace("\xa0", " "))


def printed(content, format):
    pages = PdfReader(io.BytesIO(RENDERERS[format](content))).pages
    return plain(" ".join(page.extract_text() for page in pages))


def pdf(content):
    return printed(content, "pdf")


def letter(content):
    return printed(content, "ltr")


def txt(content):
    return plain(RENDERERS["txt"](content).decode())


def page(content):
    return plain(str(network_article(content)))


@pytest.mark.parametrize("read", [page, pdf, letter, txt])
def test_each_likelihood_is_read_back_from_what_people_read(content, read):
    text = read(content)

    for row in content["likelihoods"]:
        found = row["panel"]
        assert re.search(
            rf"{re.escape(found['percent'])} % .{{0,80}}{found['n']}/{found['of']}\b", text
        ), row


@pytest.mark.parametrize("read", [page, pdf, letter, txt])
def test_no_tie_no_title_and_no_person_is_told(content, read):
    assert "Canary" not in read(content)


def test_no_cell_of_the_workbook_tells_of_them_either(content):
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"](content)))

    cells = [str(cell) for sheet in book.worksheets for row in sheet.values for cell in row]

    assert not [cell for cell in cells if "Canary" in cell]


@pytest.mark.parametrize("read", [page, pdf, letter, txt])
def test_each_country_and_kind_is_read_back_from_what_people_read(content, read):
    text = read(content)

    assert len(content["countries"]) == 2
    for row in [*content["countries"], *content["kinds"]]:
        found = row["every_year"]["government"]
        counted, percent = f"{found['n']}/{found['of']}", re.escape(found["percent"])
        assert re.search(rf"{row['name']}\b.{{0,160}} {counted}\D{{1,3}}{percent} %", text), row


def test_every_figure_of_the_tables_is_in_the_workbook(content):
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"](content)))
    countries = list(book.worksheets[1].values)

    for written, row in zip(countries[1:], content["countries"], strict=True):
        found = row["every_year"]["government"]
        assert written[:3] == (row["name"], row["offices"], row["ties"])
        assert written[9:12] == (found["n"], found["of"], float(found["percent"]))
    years = list(book.worksheets[3].values)
    assert [row[0] for row in years[1:]] == [row["year"] for row in content["trend"]]


def test_the_workbook_gives_each_likelihood_as_it_is_stored(content):
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"](content)))
    summary = {row[0]: row for row in book.worksheets[0].values if row[0]}

    for found in content["likelihoods"]:
        panel = found["panel"]
        shown = [float(panel[name]) for name in ("percent", "low", "high")]
        assert summary[found["label"]][1:6] == (panel["n"], panel["of"], *shown)


def test_every_figure_of_a_likelihood_and_a_status_is_a_row_of_the_csv(content):
    rows = csv.reader(io.StringIO(RENDERERS["csv"](content).decode("utf-8-sig")))
    values = [(of, value) for _table, of, _figure, value in rows]

    for row in content["likelihoods"]:
        for name in ("n", "of", "percent", "low", "high"):
            assert (row["label"], str(row["panel"][name])) in values
            assert (row["label"], str(row["exposure"][name])) in values
    for status in content["statuses"]:
        assert (status["label"], str(status["ties"])) in values


def test_json_is_the_content_itself(content):
    assert json.loads(RENDERERS["json"](content)) == content


def test_the_paper_is_tagged_and_titled(content):
    paper = PdfReader(io.BytesIO(RENDERERS["pdf"](content)))

    assert paper.metadata.title == content["title"]
    assert paper.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert paper.trailer["/Root"]["/Lang"].lower() == content["language"]
    assert len(paper.outline) >= 5


def test_there_is_paper_for_europe_and_for_north_america(content):
    sizes = {
        format: PdfReader(io.BytesIO(RENDERERS[format](content))).pages[0].mediabox[2:]
        for format in ("pdf", "ltr")
    }

    assert [round(float(side)) for side in sizes["pdf"]] == [595, 842]
    assert [round(float(side)) for side in sizes["ltr"]] == [612, 792]
