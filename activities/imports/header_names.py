"""What stands above each column: one row, or a row of groups over a row of names."""

from collections.abc import Iterator
from dataclasses import dataclass

from activities.imports.files.table import Cell, Row, printable
from activities.imports.header_words import side_of
from activities.imports.mapping import squeeze
from activities.imports.refusals import CellRefused
from activities.imports.values.cells import text, written

_NAME_OF_A_CITY = {"name", "nom", "municipality", "municipalite"}


@dataclass(frozen=True, slots=True)
class HeaderNames:
    """``names`` as a person reads them, and for each column the ``wordings`` it may be known by,
    the most exact first. ``line`` is that of the last row."""

    line: int
    names: list[str]
    wordings: list[list[str]]


def names_of_row(row: Row, *, in_workbook: bool) -> HeaderNames:
    names = _names(row, in_workbook=in_workbook)
    return HeaderNames(row.line, names, [[name] for name in names])


def names_of_two_rows(upper: Row, lower: Row, *, in_workbook: bool) -> HeaderNames:
    """A name above several columns stands in the first of them and means them all."""
    uppers = _names(upper, in_workbook=in_workbook)
    lowers = _names(lower, in_workbook=in_workbook)
    width = max(len(uppers), len(lowers))
    uppers += [""] * (width - len(uppers))
    lowers += [""] * (width - len(lowers))
    names, wordings, group = [], [], ""
    for above, below in zip(uppers, lowers, strict=True):
        group = above or group
        if below and group and squeeze(below) != squeeze(group):
            names.append(f"{group} {below}")
            wordings.append([*_of_a_side(group, below), f"{group} {below}", f"{below} {group}",
                             below])  # fmt: skip
        else:
            names.append(below or above)
            wordings.append([below or above])
    return HeaderNames(lower.line, names, wordings)


def _of_a_side(group: str, below: str) -> Iterator[str]:
    if side := side_of(group):
        yield f"{'city' if squeeze(below) in _NAME_OF_A_CITY else below} {side}"


def _names(row: Row, *, in_workbook: bool) -> list[str]:
    names = [_name(cell) for cell in row.cells]
    # In a CSV file a cell beyond the header is a slip; in a workbook it is a note beside the table.
    while names and not names[-1] and not in_workbook:
        names.pop()
    return names


def _name(cell: Cell) -> str:
    try:
        return " ".join(text(cell).split())
    except CellRefused:
        return printable(written(cell))
