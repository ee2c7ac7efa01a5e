"""Rows as values: every filled cell read by its column, every fault noted with its column."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import gettext as _

from activities.imports.columns import Column, Schema
from activities.imports.files.table import Row, Table, is_empty
from activities.imports.folding import fold
from activities.imports.headers import Header
from activities.imports.mapping import Mapping, squeeze
from activities.imports.outcomes import Outcome, RowOutcome
from activities.imports.refusals import CellRefused
from activities.imports.values.cells import text, written
from activities.imports.values.vocabulary import Word

_TOTALS = {"total", "totals", "grand total", "subtotal", "sub total", "sum", "totaux",
           "sous total", "somme", "total general"}  # fmt: skip
_LONGEST_REMEMBERED = 60
_MOST_REMEMBERED = 50_000


@dataclass(slots=True)
class Record:
    """One row that may be taken.

    ``values`` holds the filled cells by our column, ``words`` what the source says beyond them.
    """

    line: int
    values: dict[str, Any] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def get(self, column: str, default=None):
        return self.values.get(column, default)

    def refuse(self, column: str, sentence: str) -> None:
        self.faults.append((column, sentence))

    def refused(self) -> RowOutcome:
        """The outcome that names every fault; its column is that of the first."""
        sentences = dict.fromkeys(sentence for _column, sentence in self.faults)
        return RowOutcome(
            self.line,
            Outcome.REFUSED,
            self.faults[0][0],
            " ".join(sentences),
            faults=list(dict.fromkeys(self.faults)),
        )


@dataclass(frozen=True, slots=True)
class _Reading:
    """How one of our columns is read from this file."""

    column: str
    header: str
    places: list[int]
    read: Callable
    merge: Callable | None


def records(
    table: Table, header: Header, schema: Schema, mapping: Mapping
) -> Iterator[Record | RowOutcome]:
    """Each row but the header, in order: a record, or the outcome of a row that has none."""
    readings = [
        _Reading(
            column.name,
            header.name_of(column.name),
            header.places[column.name],
            _once(_with_own_words(column, mapping.words.get(column.name))),
            column.merge,
        )
        for column in schema.columns
        if column.name in header.places
    ]
    required = [column.name for column in schema.columns if column.required]
    names = [squeeze(name) for name in header.names]
    for row in table.rows:
        if row.line == header.line:
            continue
        if reason := _why_ignored(row, header, names):
            yield RowOutcome(row.line, Outcome.IGNORED, sentence=reason)
        else:
            yield _record(row, header, readings, required)


def _why_ignored(row: Row, header: Header, names: list[str]) -> str:
    if row.is_blank:
        return _("blank row")
    if row.line < header.line:
        return _("title above the header")
    filled = [cell for cell in row.cells if not is_empty(cell)]
    first = written(filled[0])
    if fold(first) in _TOTALS and not any(_has_letters(cell) for cell in filled[1:]):
        return _("total row")
    if squeeze(first) in names and [squeeze(cell) for cell in row.cells[: len(names)]] == names:
        return _("the header again")
    return ""


def _has_letters(cell) -> bool:
    return isinstance(cell, str) and any(char.isalpha() for char in cell)


def _record(row: Row, header: Header, readings: list[_Reading], required: list[str]) -> Record:
    record = Record(row.line, dict(header.implied))
    cells = row.cells
    for reading in readings:
        if filled := [cells[at] for at in reading.places if at < len(cells) and cells[at] != ""]:
            _read(record, reading, filled)
    for position, name in header.unknown.items():
        if position < len(cells) and not is_empty(cells[position]):
            record.words[name] = written(cells[position]).replace("\0", "")
    if any(not is_empty(cell) for cell in cells[header.width :]):
        record.refuse(
            "",
            _("The row has more cells than the header; text with a comma needs quotation marks."),
        )
    faulty = {column for column, _sentence in record.faults}
    for column in required:
        if column not in record.values and header.name_of(column) not in faulty:
            record.refuse(header.name_of(column), _("The cell is empty and must not be."))
    return record


def _read(record: Record, reading: _Reading, cells: list) -> None:
    filled = [cell for cell in cells if not is_empty(cell)]
    if not filled:
        return
    try:
        values = [reading.read(cell) for cell in filled]
        value = reading.merge(values) if reading.merge else values[0]
    except CellRefused as refusal:
        record.refuse(reading.header, refusal.sentence)
        return
    if value == "":
        return
    record.values[reading.column] = value
    if getattr(value, "is_translated", False):
        record.words[reading.header] = text(filled[0])


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

    def read_list(cell):
        parts = [words.get(fold(part), part) for part in written(cell).split(";")]
        return column.read(";".join(parts))

    def read_one(cell):
        ours = words.get(fold(written(cell)))
        if ours is None:
            return column.read(cell)
        value = column.read(ours)
        return replace(value, source=text(cell)) if isinstance(value, Word) else value

    return read_list if column.listed else read_one
