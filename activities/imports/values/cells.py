"""What one cell may hold: each function takes a filled cell and returns the value kept.

Each raises CellRefused with a sentence that says what is accepted instead.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from activities.imports.files.table import Cell
from activities.imports.refusals import CellRefused

# Marks of direction and width that programs leave behind and nobody sees.
_INVISIBLE = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\xad]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_FORMULA_ERROR = re.compile(r"#(REF!|DIV/0!|N/A|NAME\?|NULL!|NUM!|VALUE!|SPILL!|CALC!)")
_WIKIDATA = re.compile(r"(?:https?://\S+/)?(Q[1-9]\d{0,17})", re.IGNORECASE)


def shown(cell: Cell) -> str:
    """The cell as a person reads it in the file, shortened for a sentence."""
    text = written(cell)
    return text if len(text) <= 60 else text[:57] + "..."


def written(cell: Cell) -> str:
    """The cell as text: whole numbers without a point, dates as ISO dates."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime) and (cell.hour, cell.minute, cell.second) == (0, 0, 0):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)


def text(cell: Cell) -> str:
    """Text in Unicode's composed form, without invisible marks and outer spaces."""
    value = unicodedata.normalize("NFC", _INVISIBLE.sub("", written(cell))).strip()
    if _CONTROL.search(value):
        raise CellRefused(_("The cell holds a character that no text has."))
    if value.startswith("#") and _FORMULA_ERROR.fullmatch(value):
        raise CellRefused(_("The formula of the cell failed: %(cell)s.") % {"cell": value})
    return value


def text_up_to(length: int):
    """A reader of text of at most ``length`` characters."""

    def read(cell: Cell) -> str:
        value = text(cell)
        if len(value) > length:
            raise CellRefused(
                _("The text has %(count)d characters; %(limit)d are kept at most.")
                % {"count": len(value), "limit": length}
            )
        return value

    return read


def wikidata_id(cell: Cell) -> str:
    """``Q60``, also out of its address."""
    match = _WIKIDATA.fullmatch(text(cell))
    if not match:
        raise CellRefused(
            _("“%(cell)s” is not a Wikidata number; write Q60.") % {"cell": shown(cell)}
        )
    return match[1].upper()


@dataclass(frozen=True)
class Link:
    """A web address; empty where the source names itself in words, which are kept."""

    address: str
    is_translated: bool


def link(cell: Cell) -> Link:
    """Only http and https are kept as an address, because pages make a link of it."""
    value = text_up_to(1000)(cell)
    try:
        parts = urlsplit(value)
    except ValueError:
        return Link("", is_translated=True)
    good = parts.scheme in ("http", "https") and parts.netloc and not re.search(r"\s", value)
    return Link(value, is_translated=False) if good else Link("", is_translated=True)


def keys(cell: Cell) -> list[str]:
    """Keys of rows with ``;`` between them."""
    return [key for key in (text(part) for part in written(cell).split(";")) if key]
