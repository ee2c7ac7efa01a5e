"""A CSV file as rows: the separator is found, quotation marks are minded."""

import csv
import io

from django.utils.translation import gettext as _

from activities.imports.files.separators import SEPARATORS, likely_separator
from activities.imports.files.table import (
    MAX_CELL_LENGTH,
    MAX_COLUMNS,
    MAX_ROWS,
    Row,
    Table,
    too_long,
)
from activities.imports.files.text import decode
from activities.imports.refusals import UnusableFile

# The reader stops at 128 KiB a cell without saying which; we look at every cell ourselves.
csv.field_size_limit(2**31 - 1)


def table_of_csv(data: bytes, encoding: str = "") -> Table:
    """The rows of a CSV file, blank ones included. Raises UnusableFile with the line."""
    text, remark = decode(data, encoding)
    separator, text_start, lines_before = _declared_separator(text)
    stream = io.StringIO(text[text_start:], newline="")
    rows = list(_rows(stream, separator or likely_separator(text), lines_before))
    return Table("", rows, remarks=[remark] if remark else [])


def _rows(stream, separator: str, lines_before: int):
    reader = csv.reader(stream, delimiter=separator, strict=True)
    line = lines_before + 1
    count = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnusableFile(_quotation_sentence(error, line)) from None
        count += 1
        _check_size(cells, line, count)
        yield Row(line, cells)
        line = lines_before + reader.line_num + 1


def _check_size(cells: list[str], line: int, count: int) -> None:
    if count > MAX_ROWS:
        raise UnusableFile(
            _("The file has more than %(limit)d rows. Divide it into several files.")
            % {"limit": MAX_ROWS}
        )
    if len(cells) > MAX_COLUMNS:
        raise UnusableFile(
            _("Line %(line)d has %(count)d columns; a file may have at most %(limit)d.")
            % {"line": line, "count": len(cells), "limit": MAX_COLUMNS}
        )
    if max(map(len, cells), default=0) > MAX_CELL_LENGTH:
        position = next(at for at, cell in enumerate(cells) if len(cell) > MAX_CELL_LENGTH)
        raise UnusableFile(too_long(line, position, len(cells[position])))


def _quotation_sentence(error: csv.Error, line: int) -> str:
    if "end of data" in str(error):
        return _("A quotation mark opened on line %(line)d is never closed.") % {"line": line}
    return _("Line %(line)d: a quotation mark stands where none can be.") % {"line": line}


def _declared_separator(text: str) -> tuple[str, int, int]:
    """The separator of a first line ``sep=;``, where the text goes on, lines passed."""
    first = text[:8].split("\n")[0].rstrip("\r")
    if first.lower().startswith("sep=") and len(first) == 5 and first[4] in SEPARATORS:
        return first[4], text.index("\n") + 1 if "\n" in text else len(text), 1
    return "", 0, 0
