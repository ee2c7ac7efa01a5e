"""Rows that hold no record: titles, blank rows, totals, footnotes, the header again."""

import re

from django.utils.translation import gettext as _

from activities.imports.files.table import Cell, Row, Table, is_empty
from activities.imports.folding import fold
from activities.imports.headers import Header
from activities.imports.mapping import squeeze
from activities.imports.values.cells import written

_TOTALS = {"total", "totals", "grand total", "subtotal", "sub total", "sum", "totaux",
           "sous total", "somme", "total general", "合計", "小計", "总计", "总計", "總計", "合计",
           "小计"}  # fmt: skip
_TOTAL_OF = re.compile(r"(?:sub ?|sous |grand )?totau?[lx]s?(?: [a-z]+){0,3}(?: \d{4})?")
_FOOTNOTE = re.compile(
    r"\s*(?:[*†‡§¹²³※]|\(?\d{1,2}\)|\[\d{1,2}\]|(?:foot)?notes?\b|n\.?\s?b\b|source|remarque"
    r"|l[ée]gende?\b|legend|updated|mis(?:e)? à jour|注|備考|备注)",
    re.IGNORECASE,
)


class IdleRows:
    """Tells which rows of a table hold no record, and why."""

    def __init__(self, table: Table, header: Header):
        self._header = header
        self._names = [squeeze(name) for name in header.names]
        self._last_full_line = next(
            (row.line for row in reversed(table.rows) if len(_filled(row)) > 1), 0
        )

    def reason(self, row: Row) -> str:
        """Why the row holds no record, or an empty string."""
        if row.is_blank:
            return _("blank row")
        if row.line < self._header.line:
            return _("title above the header")
        filled = _filled(row)
        first = written(filled[0])
        if _is_total(first, filled[1:]):
            return _("total row")
        if row.line > self._last_full_line and _FOOTNOTE.match(first):
            return _("footnote")
        if squeeze(first) in self._names and self._is_header(row):
            return _("the header again")
        return ""

    def _is_header(self, row: Row) -> bool:
        return [squeeze(cell) for cell in row.cells[: len(self._names)]] == self._names


def _filled(row: Row) -> list[Cell]:
    return [cell for cell in row.cells if not is_empty(cell)]


def _is_total(first: str, others: list[Cell]) -> bool:
    """“Total” and numbers; a row with further words is one of the others."""
    words = fold(first)
    if words not in _TOTALS and not ("tota" in words and _TOTAL_OF.fullmatch(words)):
        return False
    return not any(isinstance(cell, str) and any(map(str.isalpha, cell)) for cell in others)
