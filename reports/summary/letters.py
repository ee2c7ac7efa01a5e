"""Which involvements a tie had in each policy year, on the usual and the strict reading.

Up to here an activity to which government came as a courtesy has its letter in lower case:
``c`` reads ``C``, and strictly ``M``.
"""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import compress

from reports.metrics import INVOLVEMENTS, Counts, strictly
from reports.summary.facts import LETTERS, Facts, YearRecord

CODES = (*INVOLVEMENTS, "c", "b", "u")


def codes_by_year(facts: Facts, until: int) -> dict[int, str]:
    """The codes of each policy year, up to ``until``, in which the tie was active for certain."""
    codes = {year: "".join(compress(CODES, row[LETTERS])) for year, row in facts.rows.items()}
    if facts.spans:
        _place(facts, codes, until)
    return codes


def _place(facts, codes, until):
    """Take out what no year can be sure of, and add what reaches into further years."""
    unplaced = Counter()
    for span in facts.spans:
        if span.last < span.first:
            unplaced[span.first, _code(span)] += span.activities
    for (year, code), activities in unplaced.items():
        if facts.rows[year][LETTERS][CODES.index(code)] == activities:
            codes[year] = codes[year].replace(code, "")
            if not codes[year]:
                del codes[year]
    for span in facts.spans:
        for year in range(span.first, min(span.last, until) + 1):
            codes[year] = _joined(codes.get(year, ""), _code(span))


def _code(span):
    return span.involvement.lower() if span.is_courtesy else span.involvement


@cache
def _joined(codes, code):
    return "".join(sorted({*codes, code}, key=CODES.index))


@cache
def usual(codes: str) -> str:
    """The letters of ``codes``, each once and in the order of ``INVOLVEMENTS``."""
    return _ordered(code.upper() for code in codes)


@cache
def strict(codes: str) -> str:
    """The same if a courtesy counts as a government part."""
    return _ordered(_strictly(code) for code in codes)


def _ordered(letters):
    present = set(letters)
    return "".join(letter for letter in INVOLVEMENTS if letter in present)


def _strictly(code):
    return strictly(code.upper(), "courtesy" if code.islower() else "none")


def counts(records: Iterable[YearRecord | tuple]) -> tuple[Counts, Counts]:
    """The activities of ``records`` by involvement, on the usual and the strict reading."""
    sums = [sum(column) for column in zip(*(row[LETTERS] for row in records), strict=True)]
    G, M, C, B, U, c, b, u = sums or [0] * len(CODES)
    return Counts(G, M, C + c, B + b, U + u), Counts(G + b + u, M + c, C, B, U)
