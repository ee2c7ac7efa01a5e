"""How each of our columns is read from one file: its cells, its words, what they prove together."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from activities.imports.columns import Column, Schema
from activities.imports.files.table import Cell, Table, in_ranges
from activities.imports.folding import fold
from activities.imports.headers import Header
from activities.imports.mapping import Mapping
from activities.imports.values.cells import text, written
from activities.imports.values.vocabulary import Word

_LONGEST_REMEMBERED = 60
_MOST_REMEMBERED = 50_000


@dataclass(frozen=True, slots=True)
class Reading:
    """How one of our columns is read: ``readers`` by the position of its cells in a row."""

    column: str
    header: str
    readers: dict[int, Callable]
    merge: Callable | None
    own: bool


def readings_of(
    table: Table, header: Header, schema: Schema, mapping: Mapping
) -> tuple[list[Reading], list[str]]:
    """How each column of the file is read, and what a person should know of it."""
    readings, remarks = [], []
    for column in schema.columns:
        readers = {}
        for position in header.places.get(column.name, ()):
            column_here, remark = _surveyed(column, position, table, header)
            own_words = mapping.words.get(column.name)
            readers[position] = _once(_with_own_words(column_here, own_words))
            remarks += [
                _("Column “%(name)s”: %(remark)s.")
                % {"name": header.names[position], "remark": remark}
                for remark in (remark, "" if column.own else _merged(table, header, position))
                if remark
            ]
        if readers:
            name = header.name_of(column.name)
            readings.append(Reading(column.name, name, readers, column.merge, column.own))
    return readings, remarks


def _surveyed(column: Column, position: int, table: Table, header: Header) -> tuple[Column, str]:
    """The column as the cells below its header prove it to be meant."""
    if not column.survey:
        return column, ""
    cells = [
        row.cells[position]
        for row in table.rows
        if row.line > header.line and position < len(row.cells)
    ]
    survey = column.survey(cells, table.day_zero)
    return replace(column, read=survey.read), survey.remark


def _merged(table: Table, header: Header, position: int) -> str:
    """What is to be known of cells that are merged over several rows of the column."""
    lines = [
        line for line, cells in table.merged.items() if line > header.line and position in cells
    ]
    if not lines:
        return ""
    return _("a cell merged over several rows counts in each of them (rows %(rows)s)") % {
        "rows": in_ranges(lines)
    }


def _once(read: Callable) -> Callable:
    """``read`` that remembers short texts: the words and days of a file repeat from row to row."""
    known = {}

    def read_once(cell):
        if not isinstance(cell, str) or len(cell) > _LONGEST_REMEMBERED:
            return read(cell)
        if cell in known:
            return known[cell]
        value = read(cell)
        if len(known) < _MOST_REMEMBERED:
            known[cell] = value
        return value

    return read_once


def _with_own_words(column: Column, words: dict[str, str] | None) -> Callable:
    """The column's reader for a file some of whose words the map translates."""
    if not words:
        return column.read

    def read_list(cell: Cell):
        parts = [words.get(fold(part), part) for part in written(cell).split(";")]
        return column.read(";".join(parts))

    def read_one(cell: Cell):
        ours = words.get(fold(written(cell)))
        if ours is None:
            return column.read(cell)
        value = column.read(ours)
        return replace(value, source=text(cell)) if isinstance(value, Word) else value

    return read_list if column.listed else read_one
