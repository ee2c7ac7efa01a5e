"""A file as rows of cells, before anybody asks what they mean."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _

Cell = str | int | float | bool | date | datetime | time | timedelta

MAX_ROWS = 250_000
MAX_COLUMNS = 256
# What a cell of a spreadsheet can hold; anything longer is a slip or an attack.
MAX_CELL_LENGTH = 32_767


_RANGES_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the number that a person sees beside it, counted from 1."""

    line: int
    cells: list[Cell]

    @property
    def is_blank(self) -> bool:
        return all(is_empty(cell) for cell in self.cells)


@dataclass(slots=True)
class Table:
    """The rows of one sheet of a file. ``sheet`` is empty for a CSV file.

    ``remarks`` say what a person should know of how the file was read. ``day_zero`` is the day
    from which its program counts. ``merged`` is line -> position of the cell -> first and last
    line of the merged cell that it belongs to; every such cell holds the value of the first.
    """

    sheet: str
    rows: list[Row]
    unread_sheets: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    day_zero: date = date(1899, 12, 30)
    merged: dict[int, dict[int, tuple[int, int]]] = field(default_factory=dict)
    hidden_lines: frozenset[int] = frozenset()
    # The file itself: what it is called, and the mark of its content.
    name: str = ""
    sha256: str = ""


def is_empty(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def printable(name: str) -> str:
    """A name without what a database or a terminal cannot take."""
    return "".join(char for char in name if char.isprintable())


def in_ranges(lines: Iterable[int]) -> str:
    """``4–7, 9`` for the lines 4, 5, 6, 7 and 9; of very many the first."""
    runs = []
    for line in sorted(lines):
        if runs and runs[-1][1] == line - 1:
            runs[-1][1] = line
        else:
            runs.append([line, line])
    shown = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    return ", ".join(shown if len(shown) <= _RANGES_SHOWN else [*shown[:_RANGES_SHOWN], "…"])


def column_letters(position: int) -> str:
    """The letters a spreadsheet shows above the column at ``position``, counted from 0."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_position(letters: bytes) -> int:
    """The position, counted from 0, of the column under ``letters``."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number - 1


def too_long(line: int, position: int, length: int, sheet: str = "") -> str:
    """The sentence about a cell that holds more than a cell can."""
    words = {
        "sheet": sheet,
        "line": line,
        "column": column_letters(position),
        "count": length,
        "limit": MAX_CELL_LENGTH,
    }
    if sheet:
        return (
            _(
                "Sheet “%(sheet)s”, line %(line)d, column %(column)s: the cell holds %(count)d"
                " characters; a cell may hold at most %(limit)d."
            )
            % words
        )
    return (
        _(
            "Line %(line)d, column %(column)s: the cell holds %(count)d characters;"
            " a cell may hold at most %(limit)d."
        )
        % words
    )
