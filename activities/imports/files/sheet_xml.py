"""What a sheet says beside its values: failed formulas, hidden rows, dates shown without their day.

The reader of values leaves these out, so they are looked up in the sheet's own XML.
"""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator

from defusedxml.ElementTree import fromstring

from activities.imports.files.number_formats import shown_precision
from activities.imports.files.table import MAX_COLUMNS, column_position

# Each looks no further than the next tag, however many there are and wherever they stand.
_FAILED = re.compile(
    rb"<(?:\w+:)?c\b(?=[^<>]*\bt\s*=\s*[\"']e[\"'])[^<>]*\br\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})[\"'][^<>]*>"
    rb"(?:(?!</?(?:\w+:)?c[\s>]).)*?<(?:\w+:)?v>([^<]{1,20})<",
    re.DOTALL,
)
_HIDDEN = re.compile(rb"\bhidden\s*=\s*[\"'](?:1|true)[\"']")
_ROW = re.compile(rb"<(?:\w+:)?row\b([^<>]*)>")
_COLUMN = re.compile(rb"<(?:\w+:)?col\b([^<>]*)>")
_STYLED = re.compile(rb"<(?:\w+:)?c\b(?=[^<>]*\br\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})[\"'])"
                     rb"[^<>]*\bs\s*=\s*[\"'](\d{1,5})[\"']")  # fmt: skip
_FROM_1904 = re.compile(rb"<(?:\w+:)?workbookPr\b[^<>]*\bdate1904\s*=\s*[\"'](?:1|true)[\"']")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

# Row and column of a cell, both counted from 0.
Position = tuple[int, int]


class SheetXml:
    """The XML of one sheet of a workbook."""

    def __init__(self, data: bytes, sheet: str):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            path = _path_of(archive, sheet)
            self._content = _part(archive, path)
            self._styles = _part(archive, "xl/styles.xml")
            self.counts_from_1904 = bool(_FROM_1904.search(_part(archive, "xl/workbook.xml")))

    @property
    def formula_errors(self) -> dict[Position, str]:
        """What each cell shows whose formula failed, as ``#REF!``."""
        if b'"e"' not in self._content and b"'e'" not in self._content:
            return {}
        return {
            (int(digits) - 1, column_position(letters)): shown.decode("ascii", "replace")
            for letters, digits, shown in _FAILED.findall(self._content)
        }

    @property
    def hidden_lines(self) -> list[int]:
        """The numbers of hidden rows, counted from 1."""
        rows = _ROW.findall(self._content) if b"hidden" in self._content else []
        return [
            int(_attribute(row, b"r") or line)
            for line, row in enumerate(rows, start=1)
            if _HIDDEN.search(row)
        ]

    @property
    def hidden_columns(self) -> list[int]:
        """The positions of hidden columns, counted from 0."""
        found = set()
        for column in _COLUMN.findall(self._content)[:MAX_COLUMNS]:
            if _HIDDEN.search(column):
                first, last = (int(_attribute(column, name) or 0) for name in (b"min", b"max"))
                found.update(range(max(first - 1, 0), min(last, MAX_COLUMNS)))
        return sorted(found)

    def coarse_dates(self) -> Iterator[tuple[Position, str]]:
        """Cells whose format shows less than the day, with what it shows: month, year, or a day
        without its year."""
        formats = self._coarse_formats()
        if not formats:
            return
        for letters, digits, style in _STYLED.findall(self._content):
            if shown := formats.get(int(style)):
                yield (int(digits) - 1, column_position(letters)), shown

    def _coarse_formats(self) -> dict[int, str]:
        """Number of a cell format -> what it shows, for formats that show less than the day."""
        if not self._styles:
            return {}
        styles = fromstring(self._styles)
        codes = {
            int(entry.get("numFmtId", 0)): entry.get("formatCode", "")
            for entry in styles.iter()
            if entry.tag.endswith("}numFmt")
        }
        cell_formats = next((part for part in styles if part.tag.endswith("}cellXfs")), ())
        numbers = [int(entry.get("numFmtId", 0)) for entry in cell_formats]
        shown = {at: shown_precision(number, codes) for at, number in enumerate(numbers)}
        return {at: precision for at, precision in shown.items() if precision}


def _attribute(tag: bytes, name: bytes) -> str:
    match = re.search(rb"\b" + name + rb"\s*=\s*[\"'](\d{1,7})[\"']", tag)
    return match[1].decode() if match else ""


def _part(archive: zipfile.ZipFile, path: str) -> bytes:
    return archive.read(path) if path in archive.namelist() else b""


def _path_of(archive: zipfile.ZipFile, sheet: str) -> str:
    """Where in the archive the sheet of this name lies; empty if it is not said."""
    names = archive.namelist()
    if "xl/_rels/workbook.xml.rels" not in names:
        return ""
    number = next(
        (
            entry.get(_RELATION)
            for entry in fromstring(archive.read("xl/workbook.xml")).iter()
            if entry.tag.endswith("}sheet") and entry.get("name") == sheet
        ),
        None,
    )
    relations = fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    target = next((entry.get("Target") for entry in relations if entry.get("Id") == number), "")
    return posixpath.normpath(posixpath.join("xl", target)) if target[:1] != "/" else target[1:]
