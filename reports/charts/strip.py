"""The year strip: one small cell a policy year."""

from collections.abc import Sequence
from dataclasses import dataclass

CELL, GAP = 18, 2  # in units of the strip's own


@dataclass(frozen=True, slots=True)
class Cell:
    """The place of one year in a strip."""

    x: int
    year: int
    mark: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A year strip: its cells, and the line under the years of the window."""

    cells: tuple[Cell, ...]
    width: int
    height: int
    window_x: int
    window_width: int


def strip(cells: Sequence) -> Strip:
    """``cells`` have ``year``, ``mark`` and ``in_window``, oldest first."""
    step = CELL + GAP
    inside = [index for index, cell in enumerate(cells) if cell.in_window]
    return Strip(
        cells=tuple(Cell(index * step, cell.year, cell.mark) for index, cell in enumerate(cells)),
        width=max(len(cells) * step - GAP, 0),
        height=CELL + 4,
        window_x=inside[0] * step if inside else 0,
        window_width=(inside[-1] - inside[0] + 1) * step - GAP if inside else 0,
    )
