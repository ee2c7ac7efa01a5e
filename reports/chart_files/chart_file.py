"""What a chart puts into a file, whichever it is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reports import signs

WIDTH, MARGIN = 800, 28  # pixels of a picture


@dataclass(frozen=True, slots=True)
class Key:
    """A sign, or a kind of line, with its word."""

    word: str
    mark: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class ChartFile:
    """A template with the values it draws, between ``left`` and ``right`` pixels of margin.

    ``rows`` are those of its table, the headings first. ``period`` has the years it speaks of,
    and ``unheeded`` the filters of the page that it does not go by.
    """

    title: str
    template: str
    values: dict
    height: int
    rows: Sequence[Sequence]
    left: int = MARGIN
    right: int = MARGIN
    keys: Sequence[Key] = ()
    notes: Sequence[str] = ()
    period: str = ""
    unheeded: Collection[str] = ()
    is_cut: bool = False  # at the edges of the drawing

    @property
    def width(self) -> int:
        return WIDTH - self.left - self.right


def keys_of(found: Collection[str]) -> list[Key]:
    """The signs of ``found`` with their words, in the order of every legend."""
    drawn = (*signs.LIVE, signs.SILENT, signs.NOT_REPORTED)
    ordered = [mark for mark in signs.LEGEND if mark in drawn and mark in found]
    return [Key(str(signs.MARKS[mark]), mark=mark) for mark in ordered]
