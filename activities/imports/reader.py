"""Any file as a table: told apart by what it holds, refused when it is not what it says."""

import hashlib
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from activities.imports.files.delimited import table_of_csv
from activities.imports.files.table import Row, Table, printable
from activities.imports.files.workbook import table_of_workbook
from activities.imports.refusals import UnusableFile

MAX_BYTES = 100 * 1024 * 1024

_WORKBOOK = b"PK\x03\x04"
_WORKBOOK_NAMES = {".xlsx", ".xlsm", ".xltx"}
_CSV_NAMES = {".csv", ".tsv", ".tab", ".txt"}
_FOREIGN = [
    (b"\xd0\xcf\x11\xe0", gettext_lazy("an old Excel file (.xls) or one with a password")),
    (b"PK\x05\x06", gettext_lazy("an empty archive")),
    (b"%PDF", gettext_lazy("a PDF document")),
    (b"{\\rtf", gettext_lazy("a text document")),
    (b"\x89PNG", gettext_lazy("a picture")),
    (b"\xff\xd8\xff", gettext_lazy("a picture")),
    (b"GIF8", gettext_lazy("a picture")),
    (b"\x1f\x8b", gettext_lazy("a compressed file")),
    (b"7z\xbc\xaf", gettext_lazy("a compressed file")),
    (b"Rar!", gettext_lazy("a compressed file")),
    (b"\x7fELF", gettext_lazy("a program")),
    (b"SQLite format 3\0", gettext_lazy("a database")),
]


def read_path(path: Path, sheet: str = "", encoding: str = "") -> Table:
    """The table in the file at ``path``. Raises UnusableFile with the sentence to show."""
    name = printable(path.name)
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnusableFile(_("There is no file “%(name)s”.") % {"name": name}) from None
    except IsADirectoryError:
        raise UnusableFile(_("“%(name)s” is a folder.") % {"name": name}) from None
    except (OSError, ValueError):
        raise UnusableFile(_("“%(name)s” cannot be opened.") % {"name": name}) from None
    return read_bytes(data, name, sheet, encoding)


def read_bytes(data: bytes, name: str, sheet: str = "", encoding: str = "") -> Table:
    """The table in ``data``, the content of a file that was called ``name``.

    ``encoding``: how the letters of a CSV file are written, where somebody knows it.
    """
    if len(data) > MAX_BYTES:
        raise UnusableFile(
            _("The file is larger than %(limit)d MB. Divide it into several files.")
            % {"limit": MAX_BYTES // 1024 // 1024}
        )
    if not data.strip():
        raise UnusableFile(_("The file is empty."))
    _check_kind(data, Path(name).suffix.lower(), name)
    if data.startswith(_WORKBOOK):
        table = table_of_workbook(data, sheet)
    elif sheet:
        raise UnusableFile(_("A CSV file has no sheets: leave the sheet's name away."))
    else:
        table = table_of_csv(data, encoding)
    table.name, table.sha256 = name, hashlib.sha256(data).hexdigest()
    _forget_blank_end(table.rows)
    return table


def _check_kind(data: bytes, suffix: str, name: str) -> None:
    is_workbook = data.startswith(_WORKBOOK)
    for start, kind in _FOREIGN:
        if data.startswith(start):
            raise UnusableFile(
                _("“%(name)s” is %(kind)s. Save it as .xlsx or as CSV.")
                % {"name": name, "kind": kind}
            )
    if data[:200].lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"<", b"{"):
        raise UnusableFile(
            _("“%(name)s” is a web page or program data, not a table.") % {"name": name}
        )
    if suffix in _WORKBOOK_NAMES and not is_workbook:
        raise UnusableFile(
            _("“%(name)s” is named like an Excel workbook but is not one.") % {"name": name}
        )
    if suffix in _CSV_NAMES and is_workbook:
        raise UnusableFile(
            _("“%(name)s” is named like a CSV file but is a workbook or an archive.")
            % {"name": name}
        )


def _forget_blank_end(rows: list[Row]) -> None:
    while rows and rows[-1].is_blank:
        rows.pop()
    if not rows:
        raise UnusableFile(_("The file is empty."))
