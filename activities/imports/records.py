"""Rows as values: every filled cell read by its column, every fault noted with its column."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from activities.imports.columns import Schema
from activities.imports.files.table import Cell, Row, Table, is_empty
from activities.imports.headers import Header
from activities.imports.idle_rows import IdleRows
from activities.imports.outcomes import Outcome, RowOutcome
from activities.imports.readings import Reading
from activities.imports.refusals import CellRefused
from activities.imports.values.cells import text, written
from activities.imports.values.silence import says_nothing


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


def records(
    table: Table, header: Header, schema: Schema, readings: list[Reading]
) -> Iterator[Record | RowOutcome]:
    """Each row but the header, in order: a record, or the outcome of a row that has none."""
    required = [column.name for column in schema.columns if column.required]
    idle_rows = IdleRows(table, header)
    for row in table.rows:
        if row.line == header.line:
            continue
        if reason := idle_rows.reason(row):
            yield RowOutcome(row.line, Outcome.IGNORED, sentence=reason)
            continue
        record = Record(row.line, dict(header.implied))
        _refuse_shared(record, readings, table)
        _fill(record, row, header, readings)
        _refuse_missing(record, header, required)
        if row.line in table.hidden_lines:
            record.remarks.append(_("The row is hidden in the sheet."))
        yield record


def _refuse_shared(record: Record, readings: list[Reading], table: Table) -> None:
    """One number merged over several rows is the number of none of them."""
    merged = table.merged.get(record.line)
    if not merged:
        return
    for reading in readings:
        for position in merged.keys() & reading.readers.keys() if reading.own else ():
            first, last = merged[position]
            record.refuse(
                reading.header,
                _(
                    "One cell is merged over the rows %(first)d to %(last)d: unmerge it, and"
                    " give each row its own number."
                )
                % {"first": first, "last": last},
            )


def _fill(record: Record, row: Row, header: Header, readings: list[Reading]) -> None:
    cells = row.cells
    for reading in readings:
        filled = {at: cells[at] for at in reading.readers if at < len(cells) and cells[at] != ""}
        if filled:
            _read(record, reading, filled)
    for position, name in header.unknown.items():
        if position < len(cells) and not is_empty(cells[position]):
            record.words[name] = written(cells[position]).replace("\0", "")
    if any(not is_empty(cell) for cell in cells[header.width :]):
        record.refuse(
            "",
            _("The row has more cells than the header; text with a comma needs quotation marks."),
        )


def _refuse_missing(record: Record, header: Header, required: list[str]) -> None:
    faulty = {column for column, _sentence in record.faults}
    for column in required:
        if column not in record.values and header.name_of(column) not in faulty:
            record.refuse(header.name_of(column), _("The cell is empty and must not be."))


def _read(record: Record, reading: Reading, cells: dict[int, Cell]) -> None:
    filled = {at: cell for at, cell in cells.items() if not says_nothing(cell)}
    if not filled:
        return
    try:
        values = [reading.readers[at](cell) for at, cell in filled.items()]
        value = reading.merge(values) if reading.merge else values[0]
    except CellRefused as refusal:
        record.refuse(reading.header, refusal.sentence)
        return
    if value == "":
        return
    record.values[reading.column] = value
    if getattr(value, "is_translated", False):
        record.words[reading.header] = text(next(iter(filled.values())))
