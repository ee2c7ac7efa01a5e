"""Numbers as people write them: 1 234 and 1,234, with a point or a comma before decimals."""

import math
import re
import unicodedata
from datetime import date

from django.utils.translation import gettext as _

from activities.imports.files.table import Cell
from activities.imports.refusals import CellRefused
from activities.imports.values.cells import shown, text

MAX_PEOPLE = 10_000_000

_PLAIN = re.compile(r"[+-]?\d+([.,]\d*)?")
# Thousands parted by spaces of any width, apostrophes or commas; decimals may follow.
_GROUPED = re.compile(r"[1-9]\d{0,2}(?:([ ',])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?")
# “1.234” is a thousand and more in Germany, and one and a quarter elsewhere.
_DOUBTFUL = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_ABOUT = re.compile(
    r"(?:~|≈|±|>|<|≥|≤|env\b|environ|about|approx|circa|ca?\.|around|over|more than"
    r"|plus de|moins de|some|quelque|約|约)|[+±?]$|^\d+\s*(?:[-–/]|to|à|or|ou)\s*\d+",
)
_NUMBER_INSIDE = re.compile(r"(?<![\d.,])\d+(?![\d.,])")


def count(cell: Cell) -> int:
    """A number of people: whole, 0 or more."""
    number = _number(cell)
    if number is None or not number.is_integer():
        raise CellRefused(_not_whole(cell))
    if number < 0:
        raise CellRefused(
            _("“%(cell)s” is negative; a number of people is 0 or more.") % {"cell": shown(cell)}
        )
    if number > MAX_PEOPLE:
        raise CellRefused(_("“%(cell)s” is too large a number.") % {"cell": shown(cell)})
    return int(number)


def record_id(cell: Cell) -> int:
    """The number under which something is on record."""
    number = _number(cell)
    if number is None or not number.is_integer() or not 0 < number < 2**53:
        raise CellRefused(_("“%(cell)s” is not the number of a record.") % {"cell": shown(cell)})
    return int(number)


def latitude(cell: Cell) -> float:
    return _degrees(cell, 90)


def longitude(cell: Cell) -> float:
    return _degrees(cell, 180)


def _degrees(cell: Cell, limit: int) -> float:
    """A comma before decimals is a point: no degree counts thousands."""
    words = _words(cell)
    degrees = _float(words) if words and _PLAIN.fullmatch(words) else _number(cell)
    if degrees is None or not -limit <= degrees <= limit:
        raise CellRefused(
            _("“%(cell)s” is not a number of degrees from -%(limit)d to %(limit)d.")
            % {"cell": shown(cell), "limit": limit}
        )
    return degrees


def _number(cell: Cell) -> float | None:
    """The finite number in the cell."""
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        return None
    if not isinstance(cell, str):
        return float(cell) if abs(cell) < 1e300 else None
    words = _words(cell)
    if _DOUBTFUL.fullmatch(words):
        raise CellRefused(
            _("“%(cell)s” may be %(whole)s or a fraction; write the number without a point.")
            % {"cell": shown(cell), "whole": words.replace(".", "")}
        )
    if _GROUPED.fullmatch(words):
        words = re.sub(r"[ ',](?=\d{3})", "", words)
    return _float(words) if _PLAIN.fullmatch(words) else None


def _float(words: str) -> float | None:
    number = float(words.replace(",", "."))
    return number if math.isfinite(number) else None


def _words(cell: Cell) -> str:
    """The text of a cell with digits of half width and plain spaces; empty for a number."""
    if not isinstance(cell, str):
        return ""
    return unicodedata.normalize("NFKC", text(cell)).replace("’", "'").replace("−", "-")


def _not_whole(cell: Cell) -> str:
    """Why the cell is no whole number, with the number that may be meant."""
    words = {"cell": shown(cell)}
    if isinstance(cell, date):
        return (
            _(
                "“%(cell)s” is a date, not a whole number. A spreadsheet makes a date of 3-4:"
                " write the number again in a cell of format text."
            )
            % words
        )
    said = _words(cell).casefold()
    numbers = _NUMBER_INSIDE.findall(said)
    if "%" in said:
        return _("“%(cell)s” is a share, not a whole number of people.") % words
    if numbers and _ABOUT.search(said):
        return (
            _(
                "“%(cell)s” is not an exact whole number. Write the nearest one that you can stand"
                " behind, or leave the cell empty; the words may go into the note."
            )
            % words
        )
    if len(numbers) == 1:
        return _("“%(cell)s” is not a whole number alone. Write %(number)s.") % {
            **words,
            "number": numbers[0],
        }
    return _("“%(cell)s” is not a whole number.") % words
