"""The formats of an edition: each turns the same content into the bytes of a file."""

from collections.abc import Callable

from reports.editions.formats.as_csv import as_csv
from reports.editions.formats.as_json import as_json
from reports.editions.formats.as_pdf import as_letter, as_pdf
from reports.editions.formats.as_text import as_text
from reports.editions.formats.as_workbook import as_workbook
from reports.models.edition import EditionFormat

RENDERERS: dict[str, Callable[[dict], bytes]] = {
    EditionFormat.PDF: as_pdf,
    EditionFormat.LETTER: as_letter,
    EditionFormat.XLSX: as_workbook,
    EditionFormat.CSV: as_csv,
    EditionFormat.JSON: as_json,
    EditionFormat.TEXT: as_text,
}
CONTENT_TYPES = {
    EditionFormat.PDF: "application/pdf",
    EditionFormat.LETTER: "application/pdf",
    EditionFormat.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    EditionFormat.CSV: "text/csv; charset=utf-8",
    EditionFormat.JSON: "application/json",
    EditionFormat.TEXT: "text/plain; charset=utf-8",
}
