"""The page, every file and the API say the same digits: read back from each of them."""

import csv
import io
import json
import re
from datetime import date, datetime
from html import unescape

import openpyxl
import pytest
from pypdf import PdfReader

from reports.editions.building import office_content
from reports.editions.formats import RENDERERS
from reports.editions.page import edition_article
from tests.reports.editions.portfolio import costly_portfolio

LANGUAGES = ["en-ca", "fr-ca"]


@pytest.fixture(params=LANGUAGES)
def content(request, office, ties):
    """With money, travel and a visit that was called off."""
    costly_portfolio(ties[0])
    return office_content(
        office=office, year=2019, as_of=date(2019, 12, 31), language=request.param
    )


def plain(text):
    """Words and digits alone: decimal signs, dashes and spaces are those of a language."""
    text = unescape(text).replace("\u202f", " ").replace("\xa0", " ").replace(",", ".")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))


def pdf(content, format="pdf"):
    pages = PdfReader(io.BytesIO(RENDERERS[format](content))).pages
    return plain(" ".join(page.extract_text() for page in pages))


def letter(content):
    return pdf(content, "ltr")


def txt(content):
    return plain(RENDERERS["txt"](content).decode())


def page(content):
    return plain(str(edition_article(content)))


@pytest.mark.parametrize("read", [page, pdf, letter, txt])
def test_each_likelihood_is_read_back_from_what_people_read(content, read):
    text = read(content)

    for row in content["likelihoods"]:
        found = row["panel"]
        assert re.search(
            rf"{re.escape(found['percent'])} % .{{0,80}}{found['n']}/{found['of']}\b", text
        ), row


@pytest.mark.parametrize("read", [page, pdf, letter, txt])
def test_each_tie_stands_with_its_status(content, read):
    text = read(content).replace("’", "'")

    for tie in content["ties"]:
        assert re.search(rf"{re.escape(tie['name'])}.{{0,40}}{tie['status_label']}", text), tie


@pytest.mark.parametrize("read", [page, pdf, letter])
def test_each_activity_of_the_year_stands_with_its_relationships(content, read):
    text = read(content)

    for row in content["activities"]:
        if row["policy_year"] == content["year"]:
            assert re.search(rf"\b{row['when'].replace(',', '.')}", text), row


def test_the_tables_carry_the_same_numbers(content):
    rows = list(csv.reader(io.StringIO(RENDERERS["csv"](content).decode("utf-8-sig"))))
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"](content)))
    sheet = list(book.worksheets[1].values)

    width = len(sheet[0])
    assert rows[0][:width] == [str(heading) for heading in sheet[0]]
    for written, kept in zip(rows[1:], sheet[1:], strict=True):
        assert written[:width] == [as_written(value) for value in kept]


@pytest.mark.parametrize("read", [page, pdf, letter])
def test_balance_cost_and_what_was_called_off_are_read_back(content, read):
    text = read(content)
    spaceless = text.replace(" ", "")

    for tie in content["spending"]["ties"]:
        visits = f"{tie['outbound']} / {tie['inbound']}"
        breadth = "–" if tie["breadth"] is None else str(tie["breadth"])
        recorded = f"{tie['costs']['recorded']}/{tie['costs']['activities']}"
        name = re.escape(tie["name"]).replace("'", "['’]")
        assert re.search(rf"{name} {breadth} {visits} {recorded} ", text), tie
        for spent in tie["costs"]["sums"]:
            assert f"{spent['total']}{spent['currency']}" in spaceless
    for trip in content["travel"]["taken"]:
        assert trip["cost_to_council"] in spaceless
    assert content["spending"]["costs"]["recorded"] == 1


def test_the_tables_carry_the_same_money(content):
    table = list(csv.DictReader(io.StringIO(RENDERERS["csv"](content).decode("utf-8-sig"))))
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"](content)))
    headings, *money = book.worksheets[5].values

    for row, kept in zip(table, money, strict=True):
        for heading, value in zip(headings[3:], kept[3:], strict=True):
            written = row[heading]
            assert value == (float(written) if isinstance(value, int | float) else written or None)


def as_written(value):
    """A cell of the workbook as CSV writes it: a date as ISO 8601, nothing as nothing."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else str(value)


def test_the_workbook_gives_each_likelihood_as_it_is_stored(content):
    book = openpyxl.load_workbook(io.BytesIO(RENDERERS["xlsx"](content)))
    summary = {row[0]: row for row in book.worksheets[0].values if row[0]}

    for found in content["likelihoods"]:
        panel = found["panel"]
        assert summary[found["label"]][1:6] == (
            panel["n"],
            panel["of"],
            *(float(panel[name]) for name in ("percent", "low", "high")),
        )


def test_json_and_the_api_give_the_same_likelihoods(content, officer_client, office):
    written = json.loads(RENDERERS["json"](content))
    answer = officer_client.get(f"/api/summaries/{office.slug}/2019/", {"as_of": "2019-12-31"})

    assert answer.status_code == 200
    said = json.dumps(answer.json())
    for found in written["likelihoods"]:
        assert f'"n": {found["panel"]["n"]}, "of": {found["panel"]["of"]}' in said


def test_a_content_of_the_first_version_still_gives_page_and_files(content):
    older = {name: part for name, part in content.items() if name not in ("spending", "travel")}
    older["version"] = 1

    assert content["title"] in pdf(older)
    assert content["ties"][0]["status_label"] in page(older)
    for render in RENDERERS.values():
        assert render(older)
