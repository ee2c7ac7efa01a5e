"""Dates as people write them, in English or French: “14 July 2026”, “juillet 2026”, 14/07/2026."""

import re
from functools import cache

from babel.dates import get_month_names

from relationships.folding import fold

LANGUAGES = ["en", "fr"]
DAY_FIRST = re.compile(r"^(?:(\d{1,2})(?:st|nd|rd|th|er|re|e)? )?(?:of )?([^\W\d]+) (\d{4})$")
MONTH_FIRST = re.compile(r"^([^\W\d]+) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$")
NUMBERS = re.compile(r"^(\d{1,2}) (\d{1,2}) (\d{4})$")


class TwoReadings(ValueError):
    """Day and month could change places, and both would be dates."""


def as_iso(text: str) -> str | None:
    """``text`` as 2026-07-14 or 2026-07, None if it is not written so; TwoReadings if nobody can
    tell the day from the month.
    """
    words = fold(text)
    if match := NUMBERS.match(words):
        return _of_numbers(*match.groups())
    if match := DAY_FIRST.match(words):
        day, month, year = match.groups()
    elif match := MONTH_FIRST.match(words):
        month, day, year = match.groups()
    else:
        return None
    number = months().get(month)
    return number and _joined(year, number, day)


def _of_numbers(one: str, other: str, year: str) -> str:
    """Whichever is greater than twelve is the day."""
    first, second = int(one), int(other)
    if first != second and max(first, second) <= 12:
        raise TwoReadings
    return _joined(year, min(first, second), max(first, second))


def _joined(year, month, day) -> str:
    found = f"{year}-{int(month):02}"
    return f"{found}-{int(day):02}" if day else found


@cache
def months() -> dict[str, int]:
    """Names and short names of the months, folded, with their numbers."""
    return {
        fold(name): number
        for language in LANGUAGES
        for width in ["wide", "abbreviated"]
        for number, name in get_month_names(width, locale=language).items()
    }
