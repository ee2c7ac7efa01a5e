"""What a cell of dates may hold: a day, a month, a year, or the days from one to another."""

import re
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from activities.imports.files.table import Cell
from activities.imports.refusals import CellRefused
from activities.imports.values.cells import shown, text
from activities.imports.values.written_dates import Span, read_written
from relationships.dates import PartialDate

FIRST_YEAR = 1800
LAST_YEAR = 2199
# The day 0 of a spreadsheet, unless the workbook says that it counts from 1904.
DAY_ZERO = date(1899, 12, 30)

_ISO_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?"
)
_SERIALS = range(10_000, 75_000)


def partial_date(cell: Cell, order: str = "", day_zero: date = DAY_ZERO) -> PartialDate:
    """A day, a month or a year, as precise as the cell writes it and no more."""
    told = span(cell, order, day_zero)
    if told.last:
        raise CellRefused(
            _("“%(cell)s” tells two dates, %(first)s and %(last)s; write the one that counts.")
            % {"cell": shown(cell), "first": told.first, "last": told.last}
        )
    return told.first


def span(cell: Cell, order: str = "", day_zero: date = DAY_ZERO) -> Span:
    """A date, or the first and the last of several.

    ``order`` tells how 03/04/2015 is meant where the rest of the column proves it, ``day_zero``
    from when the workbook counts its days.
    """
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return _on_record(Span(PartialDate(cell)), cell)
    if serial(cell):
        raise _unformatted(cell, day_zero)
    try:
        told = read_written(_words(cell), order)
    except ValueError:
        told = None
    if told is None:
        raise _not_a_date(cell)
    return _on_record(told, cell)


def _words(cell: Cell) -> str:
    """The words of a cell that may hold a date; empty for one that cannot."""
    if isinstance(cell, str):
        words = text(cell)
        moment = _ISO_MOMENT.fullmatch(words)
        return moment[1] if moment else words
    # A spreadsheet shows 2016.10 as 2016.1, so a number with a fraction tells no month.
    if isinstance(cell, bool) or not isinstance(cell, int | float) or cell % 1:
        return ""
    return str(int(cell))


def serial(cell: Cell) -> int:
    """The number by which a spreadsheet counts days, 0 if the cell holds none."""
    if isinstance(cell, bool) or not isinstance(cell, int | float | str):
        return 0
    if isinstance(cell, str):
        return int(cell) if re.fullmatch(r"\s*\d{5}\s*", cell) and int(cell) in _SERIALS else 0
    return int(cell) if _SERIALS.start <= cell < _SERIALS.stop else 0


def day_of_serial(number: int, day_zero: date = DAY_ZERO) -> date:
    return day_zero + timedelta(days=number)


def _on_record(told: Span, cell: Cell) -> Span:
    years = {value.first.year for value in (told.first, told.last) if value}
    if not FIRST_YEAR <= min(years) <= max(years) <= LAST_YEAR:
        raise CellRefused(
            _("“%(cell)s” lies outside of the years %(first)d to %(last)d.")
            % {"cell": shown(cell), "first": FIRST_YEAR, "last": LAST_YEAR}
        )
    return told


def _unformatted(cell: Cell, day_zero: date) -> CellRefused:
    return CellRefused(
        _(
            "“%(cell)s” is not a date. A spreadsheet may mean %(day)s by it:"
            " format the column as a date, or write 1980-07-20."
        )
        % {"cell": shown(cell), "day": day_of_serial(serial(cell), day_zero)}
    )


def _not_a_date(cell: Cell) -> CellRefused:
    return CellRefused(
        _("“%(cell)s” is not a date. Write 1980-07-20, 1980-07 or 1980.") % {"cell": shown(cell)}
    )
