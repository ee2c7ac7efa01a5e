"""Cells whose formula failed: the reader gives them as empty, which would read as “unknown”."""

import io
import posixpath
import re
import zipfile

from defusedxml.ElementTree import fromstring

from activities.imports.files.table import column_position

_FAILED = re.compile(
    rb"<(?:\w+:)?c\b(?=[^>]*\bt\s*=\s*[\"']e[\"'])[^>]*\br\s*=\s*[\"']([A-Z]{1,3})(\d{1,7})[\"'][^>]*>"
    rb"(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]{1,20})<",
    re.DOTALL,
)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def formula_errors(data: bytes, sheet: str) -> dict[tuple[int, int], str]:
    """(row, column), both counted from 0 -> what the cell shows, as ``#REF!``."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        path = _path_of(archive, sheet)
        content = archive.read(path) if path in archive.namelist() else b""
    if b'"e"' not in content and b"'e'" not in content:
        return {}
    return {
        (int(digits) - 1, column_position(letters)): shown.decode("ascii", "replace")
        for letters, digits, shown in _FAILED.findall(content)
    }


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
