"""Files made by hand: CSV, workbooks, and workbooks that no spreadsheet program would write."""

import csv
import io
import zipfile

import xlsxwriter

TIE = {
    "tie_id": "T1",
    "city_a": "Montréal",
    "region_a": "Quebec",
    "country_a": "CA",
    "city_b": "Shanghai",
    "region_b": "Shanghai",
    "country_b": "CN",
    "tier": "sister",
    "start_date": "1985-05-14",
}
ACTIVITY = {
    "activity_id": "E1",
    "tie_id": "T1",
    "title": "Choir from Shanghai",
    "type": "performance",
    "date_start": "2018-05-04",
    "status": "held",
    "artists": "40",
}

CITIES = {"city_a": "Montreal", "country_a": "CA", "city_b": "Shanghai", "country_b": "CN"}
HARBIN = {"tie_id": "T2", "city_b": "Harbin", "region_b": "Heilongjiang"}

SHEET_HEAD = (
    b'<?xml version="1.0"?>'
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
SHEET_TAIL = b"</sheetData></worksheet>"


def without(row: dict, *names: str) -> dict:
    return {name: value for name, value in row.items() if name not in names}


def csv_of(*rows: dict, separator=",", encoding="utf-8") -> bytes:
    """A CSV file with the columns of all ``rows``."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, names, delimiter=separator, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode(encoding)


def workbook_of(*rows: list, sheet="Sheet1", more=None) -> bytes:
    """A workbook of rows of cells; ``more`` are further sheets by name."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"default_date_format": "yyyy-mm-dd"}) as book:
        for name, table in {sheet: rows, **(more or {})}.items():
            page = book.add_worksheet(name)
            for line, cells in enumerate(table):
                page.write_row(line, 0, cells)
    return stream.getvalue()


def workbook_with(sheet: bytes | None = None, **parts: bytes) -> bytes:
    """A small workbook with its first sheet's XML replaced, or with further parts."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook_of(["a", "b"]))) as plain,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for part in plain.infolist():
            is_sheet = part.filename == "xl/worksheets/sheet1.xml"
            made.writestr(
                part.filename, sheet if sheet is not None and is_sheet else plain.read(part)
            )
        for name, content in parts.items():
            made.writestr(f"xl/media/{name}.xml", content)
    return stream.getvalue()


def sheet_of(*rows: bytes) -> bytes:
    return SHEET_HEAD + b"".join(rows) + SHEET_TAIL


def cell(address: str, text: bytes) -> bytes:
    return b'<c r="%s" t="inlineStr"><is><t>%s</t></is></c>' % (address.encode(), text)
