"""The years of a relationship as its strip draws them."""

from typing import NamedTuple


class YearCell(NamedTuple):
    year: int
    mark: str
    in_window: bool


def year_cells(summary, tie) -> list[YearCell]:
    """The cells of ``tie``, oldest first; the window is that of its own office."""
    return [YearCell(year, mark, year in tie.period.years) for year, mark in summary.cells(tie)]
