"""Cells merged over several rows: a spreadsheet keeps the value in the first row alone."""

from collections import defaultdict
from collections.abc import Iterable

from activities.imports.files.table import is_empty

# First and last corner, row and column counted from 0, both included.
Range = tuple[tuple[int, int], tuple[int, int]]


def fill_merged(
    table: list[list], ranges: Iterable[Range]
) -> dict[int, dict[int, tuple[int, int]]]:
    """Write the value of each cell merged downwards into all its rows of ``table``.

    The answer tells them: line -> position -> first and last line, counted from 1. A cell merged
    sideways keeps its value in the first column: the others are no columns of their own.
    """
    merged = defaultdict(dict)
    for (top, column), (bottom, _right) in ranges:
        bottom = min(bottom, len(table) - 1)
        if bottom <= top or column >= len(table[top]) or is_empty(table[top][column]):
            continue
        if column in merged.get(top + 1, ()):
            continue  # only a damaged file has cells merged twice
        for row in range(top, bottom + 1):
            cells = table[row]
            cells += [""] * (column + 1 - len(cells))
            cells[column] = table[top][column]
            merged[row + 1][column] = (top + 1, bottom + 1)
    return dict(merged)
