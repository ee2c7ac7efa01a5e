"""How the dates of one column are meant, where one cell alone does not tell."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from django.utils.translation import gettext as _

from activities.imports.columns import Survey
from activities.imports.files.table import Cell, is_empty
from activities.imports.refusals import CellRefused
from activities.imports.values.cells import shown
from activities.imports.values.date_cells import (
    DAY_ZERO,
    day_of_serial,
    partial_date,
    serial,
    span,
)
from activities.imports.values.date_parts import DAY_FIRST, MONTH_FIRST, NUMERIC
from activities.imports.values.written_dates import Span
from relationships.dates import PartialDate

# Fewer numbers than these prove nothing about a column.
_ENOUGH_SERIALS = 3


def dates_of_column(cells: Sequence[Cell], day_zero: date = DAY_ZERO) -> Survey:
    """Reads each cell as one date."""
    return _survey(cells, day_zero, partial_date, lambda told: told)


def spans_of_column(cells: Sequence[Cell], day_zero: date = DAY_ZERO) -> Survey:
    """Reads each cell as one date or as the days from one to another."""
    return _survey(cells, day_zero, span, Span)


def _survey(cells: Sequence[Cell], day_zero: date, read: Callable, of_date: Callable) -> Survey:
    read = partial(read, day_zero=day_zero)
    filled = [cell for cell in cells if not is_empty(cell)]
    if len(filled) >= _ENOUGH_SERIALS and all(map(serial, filled)):
        return _serials(filled[0], day_zero, of_date)
    if any(isinstance(cell, date) for cell in filled):
        return _among_date_cells(filled, read)
    proofs = _proofs(filled)
    if len(proofs) != 1:
        return Survey(read)
    ((order, proof),) = proofs.items()
    return Survey(lambda cell: read(cell, order), _order_remark(filled, order, proof))


def _serials(first: Cell, day_zero: date, of_date: Callable) -> Survey:
    """A whole column of days as a spreadsheet counts them."""

    def read(cell: Cell):
        return of_date(PartialDate(day_of_serial(serial(cell), day_zero)))

    return Survey(
        read,
        _("its numbers are read as days that a spreadsheet counts: %(cell)s is %(day)s")
        % {"cell": shown(first), "day": day_of_serial(serial(first), day_zero)},
    )


def _among_date_cells(filled: list[Cell], read: Callable) -> Survey:
    """A program that takes 03/04 for 4 March leaves 25/03 as text, and swaps the others."""
    text = next(iter(_proofs(filled).values()), "")
    days = [cell for cell in filled if isinstance(cell, date)]
    if not text or any(day.day > 12 for day in days):
        return Survey(read)

    def read_unswapped(cell: Cell):
        if isinstance(cell, date) and cell.day != cell.month:
            raise CellRefused(
                _(
                    "The day may be %(day)s or %(swapped)s: other cells of the column hold text"
                    " such as “%(text)s”, as happens when a program takes days for months."
                    " Write all of them as 1980-07-20."
                )
                % {
                    "day": f"{cell:%Y-%m-%d}",
                    "swapped": f"{cell:%Y-%d-%m}",
                    "text": shown(text),
                }
            )
        return read(cell)

    return Survey(read_unswapped)


def _proofs(filled: list[Cell]) -> dict[str, str]:
    """Order -> the first cell that proves it: 25/03/2015 can only begin with the day."""
    proofs = {}
    for cell in filled:
        one, other = _numbers(cell)
        if one > 12 >= other:
            proofs.setdefault(DAY_FIRST, cell)
        elif other > 12 >= one:
            proofs.setdefault(MONTH_FIRST, cell)
    return proofs


def _order_remark(filled: list[Cell], order: str, proof: str) -> str:
    doubtful = (_numbers(cell) for cell in filled)
    if not any(one != other and 0 < max(one, other) <= 12 for one, other in doubtful):
        return ""
    words = (
        _("days are read before months, as “%(proof)s” shows")
        if order == DAY_FIRST
        else _("months are read before days, as “%(proof)s” shows")
    )
    return words % {"proof": shown(proof)}


def _numbers(cell: Cell) -> tuple[int, int]:
    """The two numbers before the year; zeros where the cell is not so written."""
    match = NUMERIC.fullmatch(cell.strip()) if isinstance(cell, str) else None
    return (int(match[1]), int(match[3])) if match else (0, 0)
