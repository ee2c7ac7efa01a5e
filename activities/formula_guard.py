"""Text of people must not become a formula in somebody's spreadsheet."""

import csv
import io
from collections.abc import Iterable

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guarded(value):
    """``value`` with an apostrophe before it if a spreadsheet would evaluate it."""
    if isinstance(value, str) and value.startswith(_STARTS_A_FORMULA):
        return "'" + value
    return value


def guarded_csv(rows: Iterable[Iterable]) -> bytes:
    """``rows`` as a file, every text guarded, in UTF-8 with the mark that spreadsheets ask for."""
    text = io.StringIO()
    csv.writer(text).writerows([guarded(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")
