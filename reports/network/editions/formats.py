"""The formats of a network's edition: each turns the same content into the bytes of a file."""

import io
from collections.abc import Callable
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import override

from activities.formula_guard import guarded_csv
from reports.editions.columns import TREND_COLUMNS, Column
from reports.editions.formats.as_json import as_json
from reports.editions.formats.as_pdf import typeset
from reports.editions.formats.as_workbook import (
    formats_of,
    new_book,
    write_definitions,
    write_summary,
    write_table,
)
from reports.models.edition import EditionFormat
from reports.network.editions.columns import figure_words, group_columns
from reports.network.editions.paper import laid_out, paper_data

TEMPLATE = Path(__file__).parent / "paper.typ"


def as_pdf(content: dict) -> bytes:
    """On A4 as PDF/UA-1: tagged, titled, with an outline."""
    return typeset(TEMPLATE, paper_data(content, "a4"))


def as_letter(content: dict) -> bytes:
    """The same on the paper of North America."""
    return typeset(TEMPLATE, paper_data(content, "us-letter"))


def as_workbook(content: dict) -> bytes:
    """Sheets for the summary, countries, kinds, years, offices and definitions."""
    data = io.BytesIO()
    with override(content["language"]):
        book = new_book(data, content, of=_("Network"))
        formats = formats_of(book)
        write_summary(book, formats, content, of=content["offices"]["text"])
        for name, columns, rows in _tables(content):
            write_table(book, formats, name, columns, rows)
        write_definitions(book, formats, content)
        book.close()
    return data.getvalue()


def as_csv(content: dict) -> bytes:
    """One row a figure, in UTF-8 with a byte order mark: of which table, of what, which, how much.

    Percents have the printed digits and are empty where too few tie-years allow one.
    """
    with override(content["language"]):
        headings = [_("Table"), _("Of what"), _("Figure"), _("Value")]
        return guarded_csv([headings, *_about(content), *_likelihoods(content), *_rows(content)])


def as_text(content: dict) -> bytes:
    """The edition for a terminal or the body of a message."""
    with override(content["language"]):
        return render_to_string("reports/network_edition.txt", laid_out(content)).encode()


RENDERERS: dict[str, Callable[[dict], bytes]] = {
    EditionFormat.PDF: as_pdf,
    EditionFormat.LETTER: as_letter,
    EditionFormat.XLSX: as_workbook,
    EditionFormat.CSV: as_csv,
    EditionFormat.JSON: as_json,
    EditionFormat.TEXT: as_text,
}


def _tables(content):
    yield _("Countries"), group_columns(_("Country")), content["countries"]
    yield _("Kinds"), group_columns(_("Kind")), content["kinds"]
    yield _("Years"), TREND_COLUMNS, content["trend"]
    offices = [Column(_("Office"), lambda name: name, 40)]
    yield _("Offices"), offices, content["offices"]["share"]


def _about(content):
    about = _("Edition")
    yield about, "", _("As of"), content["as_of"]
    yield about, "", _("Offices that share"), len(content["offices"]["share"])
    yield about, "", _("Offices that do not share"), content["offices"]["do_not_share"]
    yield about, "", _("Relationships"), content["ties"]
    if "imprint" in content:
        yield about, "", "SHA-256", content["imprint"]["sha256"]
    for office in content["offices"]["share"]:
        yield _("Offices"), office, _("Shares its figures"), _("yes")


def _likelihoods(content):
    words = figure_words()
    for row in content["likelihoods"]:
        for name, table in (("panel", _("All tie-years")), ("exposure", _("In force"))):
            for figure, word in words.items():
                yield table, row["label"], word, row[name][figure]
    for status in content["statuses"]:
        yield _("Activity status"), status["label"], _("Relationships"), status["ties"]


def _rows(content):
    """Every cell of the tables as a row of its own; the first column names of what it is."""
    for table, (first, *others), rows in _tables(content):
        for row in rows:
            for column in others:
                yield table, first.value(row), str(column.heading), column.value(row)
