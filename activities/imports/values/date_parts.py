"""One date as written, taken apart into year, month and day, of which some may be missing."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from activities.imports.refusals import CellRefused
from activities.imports.values.eras import Era, era_of, with_digits
from activities.imports.values.months import MONTHS
from relationships.dates import PartialDate, Precision

DAY_FIRST = "day"
MONTH_FIRST = "month"

_YEAR = r"(?P<y>\d{4})"
_MONTH = rf"(?P<m>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_DAY = r"(?P<d>\d{1,2})(?:st|nd|rd|th|er|re)?"
_THEN = r"[\s,./-]*(?:(?:of|de)\s+|d')?"
_TOLD = [
    re.compile(pattern)
    for pattern in (
        r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)",
        r"(?P<y>\d{4})([-/.])(?P<m>\d{1,2})\2(?P<d>\d{1,2})",
        # “2016.1” may be October that lost its zero in a spreadsheet, “2008-9” two years.
        r"(?P<y>\d{4})[-.](?P<m>\d\d)",
        r"(?P<y>\d{4})/(?P<m>\d{1,2})",
        r"(?P<m>\d{1,2})[-/.](?P<y>\d{4})",
        rf"(?:le |the )?{_DAY}{_THEN}{_MONTH}(?:{_THEN}{_YEAR})?",
        rf"{_MONTH}{_THEN}{_DAY}(?:(?:,\s*|\s+){_YEAR})?",
        rf"{_MONTH}(?:{_THEN}{_YEAR})?",
        rf"{_YEAR}{_THEN}{_MONTH}(?:{_THEN}{_DAY})?",
        rf"{_DAY}(?:\s*,\s*{_YEAR})?",
        _YEAR,
        r"(?:(?P<y>\d{4})\s?[年년]\s?)?(?:(?P<m>\d{1,2})\s?[月월]\s?)?(?:(?P<d>\d{1,2})\s?[日号號일])?",
    )
]
NUMERIC = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4})")
_ACCENTS = re.compile("[\u0300-\u036f]")
_SHORT_YEAR = re.compile(r"\d{1,2}([-/.])(?:\d{1,2}|[a-z]{3,9})\1'?\d\d")


@dataclass(frozen=True, slots=True)
class Parts:
    """What is written of a date. ``era``: the year was counted by it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    era: Era | None = None

    @property
    def precision(self) -> Precision:
        if self.day:
            return Precision.DAY
        return Precision.MONTH if self.month else Precision.YEAR

    def completed(self, other: "Parts") -> "Parts":
        """With the year and month that a range writes only once: the 12 of “12-15 May 2014”."""
        month = self.month or (other.month if self.day else None)
        return Parts(self.year or other.year, month, self.day, self.era or other.era)

    def as_date(self) -> PartialDate:
        """Raises ValueError for what no calendar has, and where year or month is missing."""
        if not self.year or (self.day and not self.month):
            raise ValueError(self)
        return PartialDate(date(self.year, self.month or 1, self.day or 1), self.precision)


def plain(words: str) -> str:
    """Small letters without accents, digits of half width, numerals as digits."""
    decomposed = unicodedata.normalize("NFKD", words.casefold())
    letters = _ACCENTS.sub("", decomposed)
    letters = unicodedata.normalize("NFC", letters).replace("’", "'").replace("\u2010", "-")
    return with_digits(" ".join(letters.split()))


def parts_of(words: str, order: str = "") -> Parts | None:
    """The parts of a date that ``plain`` gave; None if it is none.

    ``order`` tells 03/04/2015 in April from that in March; CellRefused where it is not known.
    """
    if match := NUMERIC.fullmatch(words):
        return _in_order(int(match[1]), int(match[3]), int(match[4]), order, words)
    if _SHORT_YEAR.fullmatch(words):
        raise CellRefused(
            _("“%(cell)s”: write the year with four digits, as in 1980-07-20.") % {"cell": words}
        )
    if told := era_of(words):
        era, rest = told
        parts = parts_of(rest)
        return parts and Parts(parts.year, parts.month, parts.day, era)
    for pattern in _TOLD:
        if match := pattern.fullmatch(words):
            return _parts(**match.groupdict())
    return None


def _parts(y: str | None = None, m: str | None = None, d: str | None = None) -> Parts | None:
    month = MONTHS.get(m) or int(m) if m else None
    if 0 in (month, d and int(d)) or not (y or m or d):
        return None
    return Parts(y and int(y), month, d and int(d))


def _in_order(one: int, other: int, year: int, order: str, words: str) -> Parts | None:
    if not (one and other) or min(one, other) > 12:
        return None
    if one == other or (one <= 12 < other):
        return Parts(year, one, other)
    if other <= 12 < one or order == DAY_FIRST:
        return Parts(year, other, one)
    if order == MONTH_FIRST:
        return Parts(year, one, other)
    raise CellRefused(
        _(
            "“%(cell)s” may be %(year)04d-%(other)02d-%(one)02d or"
            " %(year)04d-%(one)02d-%(other)02d; write it like that."
        )
        % {"cell": words, "year": year, "one": one, "other": other}
    )
