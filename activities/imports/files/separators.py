"""Which character parts the cells of a CSV file."""

import csv
import io
from collections import Counter
from contextlib import suppress
from itertools import islice

SEPARATORS = ",;\t|"
_SAMPLE_ROWS = 50


def likely_separator(text: str) -> str:
    """The separator under which most rows have the same number of cells, and many.

    A header holds no numbers, which tells the comma of ``45,5;-73,6`` from one between cells.
    """
    return max(SEPARATORS, key=lambda separator: _likelihood(text, separator))


def _likelihood(text: str, separator: str) -> tuple[bool, float]:
    rows = _sample(text, separator)
    widths = Counter(len(cells) for cells in rows if any(map(str.strip, cells)))
    if not widths:
        return False, 0
    width, count = max(widths.items(), key=lambda item: ((item[0] - 1) * item[1], item[0]))
    has_header = any(len(cells) == width and _may_be_header(cells) for cells in rows)
    return has_header and width > 1, (width - 1) * count * count / widths.total()


def _may_be_header(cells: list[str]) -> bool:
    return not any(cell.strip()[:1].isdigit() for cell in cells)


def _sample(text: str, separator: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    rows = []
    with suppress(csv.Error):  # what was read so far still tells
        for cells in islice(reader, _SAMPLE_ROWS):
            rows.append(cells)
    return rows
