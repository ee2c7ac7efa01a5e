"""How far a sheet reaches, found in its XML as it streams by.

A reader reserves the whole rectangle up to the last cell, so one cell in the far corner of an
otherwise empty sheet is enough to fill the memory.
"""

import re

from django.utils.translation import gettext as _

from activities.imports.files.table import MAX_COLUMNS, MAX_ROWS, column_position
from activities.imports.refusals import UnusableFile

MAX_CELLS = 12_000_000

_REFERENCE = re.compile(rb"\br\s*=\s*[\"']\s*([A-Za-z]{0,7})(\d{1,20})")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")


class SheetExtent:
    """Feed it the sheet piece by piece; it raises UnusableFile as soon as the sheet is too big."""

    def __init__(self):
        self.columns = 0
        self.rows = 0
        self._unnumbered_rows = 0
        self._cells_in_row = 0
        self._rest = b""

    def feed(self, chunk: bytes) -> None:
        text = self._rest + chunk
        end = text.rfind(b"<")
        self._rest = text[end:] if end >= 0 else text
        self._look_at(text[: max(end, 0)])

    def close(self) -> None:
        self._look_at(self._rest)

    def _look_at(self, text: bytes) -> None:
        references = _REFERENCE.findall(text)
        letters = [letters for letters, _digits in references if letters]
        reached = [column_position(address) + 1 for address in set(letters)]
        self.columns = max([self.columns, *reached])
        self.rows = max([self.rows, *map(int, {digits for _letters, digits in references})])
        self._count_without_address(text, numbered_cells=len(letters))
        self._check()

    def _count_without_address(self, text: bytes, numbered_cells: int) -> None:
        """Cells may leave their address out: then they follow one another."""
        pieces = _ROW.split(text)
        self._unnumbered_rows += len(pieces) - 1
        self.rows = max(self.rows, self._unnumbered_rows)
        if len(_CELL.findall(text)) == numbered_cells:
            self._cells_in_row = 0
            return
        for number, piece in enumerate(pieces):
            carried = self._cells_in_row if number == 0 else 0
            self._cells_in_row = carried + len(_CELL.findall(piece))
            self.columns = max(self.columns, self._cells_in_row)

    def _check(self) -> None:
        if self.columns > MAX_COLUMNS:
            raise UnusableFile(
                _("A sheet of the workbook uses more than %(limit)d columns.")
                % {"limit": MAX_COLUMNS}
            )
        if self.rows > MAX_ROWS or self.rows * self.columns > MAX_CELLS:
            raise UnusableFile(
                _(
                    "A sheet of the workbook reaches down to row %(rows)d."
                    " Copy the rows in use into a new workbook."
                )
                % {"rows": self.rows}
            )
