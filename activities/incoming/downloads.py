"""Files the portal hands out to be filled in or corrected, and takes in again."""

import csv
import io
import re
from collections.abc import Iterable

import xlsxwriter

from activities.formula_guard import guarded
from activities.imports.files.table import is_empty
from activities.imports.outcomes import Outcome
from activities.imports.run import KINDS
from activities.imports.values.cells import written
from activities.incoming.kept_file import corrected_table
from activities.incoming.sentences import is_sentence_header, sentence_header
from activities.models import Import

CONTENT_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# A column for the people of the portal, not for files that are written by hand.
_NUMBER = re.compile(r"[+-]?[0-9]+([.,][0-9]+)?")
_NOT_OFFERED = {"city_id_a", "city_id_b"}


def template_file(kind: str, format: str) -> bytes:
    """A file with our columns and no rows."""
    names = [name for name in KINDS[kind].schema.names if name not in _NOT_OFFERED]
    return _WRITERS[format]([names])


def refused_file(source: Import, format: str) -> bytes:
    """The refused rows with all columns of the file, and what to correct beside each."""
    table = corrected_table(source)
    line, names = source.layout["line"], source.layout["names"]
    own = [at for at, name in enumerate(names) if not is_sentence_header(name)]
    said = dict(source.checked_rows.filter(outcome=Outcome.REFUSED).values_list("line", "sentence"))
    rows = [[*(names[at] for at in own), sentence_header()]]
    for row in table.rows:
        if row.line in said and row.line != line:
            cells = [_text(row.cells[at]) if at < len(row.cells) else "" for at in own]
            rows.append([*cells, said[row.line]])
    return _WRITERS[format](rows)


def _text(cell) -> str:
    return "" if is_empty(cell) else written(cell)


def _as_csv(rows: Iterable[list[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([_harmless(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet evaluates; a number below zero is one that comes back as it is."""
    return cell if _NUMBER.fullmatch(cell) else guarded(cell)


def _as_workbook(rows: Iterable[list[str]]) -> bytes:
    data = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(data, options) as book:
        sheet = book.add_worksheet()
        heading, words = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        for line, row in enumerate(rows):
            for at, cell in enumerate(row):
                # As text, so that no program makes a day of a month or a number of a key.
                sheet.write_string(line, at, cell, words if line else heading)
        sheet.set_column(0, max(len(row) for row in rows) - 1, 16, words)
        sheet.freeze_panes(1, 0)
    return data.getvalue()


_WRITERS = {"csv": _as_csv, "xlsx": _as_workbook}
