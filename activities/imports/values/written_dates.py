"""A date or a span of days as people write it, in English, French, Chinese, Japanese, Korean."""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

from activities.imports.refusals import CellRefused
from activities.imports.values.date_parts import Parts, parts_of, plain
from relationships.dates import PartialDate

_LONGEST = 100
_FROM = re.compile(r"(?:from|du|de)\s+")
_BETWEEN = re.compile(r"\s*[–—―~〜]\s*|\s+(?:-|to|until|au|a)\s+|\s*から\s*")
# A hyphen without spaces also stands inside dates, so it is tried last.
_HYPHEN = re.compile(r"(?<=[\w.日号號일月월年년])-(?=\w)")


@dataclass(frozen=True, slots=True)
class Span:
    """A date, or the first and the last of several."""

    first: PartialDate
    last: PartialDate | None = None


def read_written(words: str, order: str = "") -> Span | None:
    """The date or span that ``words`` tell; None if they tell none.

    Raises CellRefused where they may be read in two ways, or contradict themselves.
    """
    if len(words) > _LONGEST:
        return None
    told = plain(words)
    parts = parts_of(told, order)
    if parts:
        return Span(_dated(parts, words))
    return _span(told, words, order)


def _span(told: str, words: str, order: str) -> Span | None:
    told = _FROM.sub("", told, count=1) if _FROM.match(told) else told
    for separator in (_BETWEEN, _HYPHEN, re.compile("/")):
        for match in separator.finditer(told):
            first = parts_of(told[: match.start()].removesuffix("まで"), order)
            last = parts_of(told[match.end() :].removesuffix("まで"), order)
            if first and last:
                return _in_order(first, last, words)
    return None


def _in_order(first: Parts, last: Parts, words: str) -> Span | None:
    first, last = first.completed(last), last.completed(first)
    if first.precision != last.precision:
        return None
    start, end = _dated(first, words), _dated(last, words)
    if end.first <= start.first:
        raise CellRefused(
            _("“%(cell)s” ends before it begins: %(start)s to %(end)s.")
            % {"cell": words, "start": start, "end": end}
        )
    return Span(start, end)


def _dated(parts: Parts, words: str) -> PartialDate:
    if parts.month and not parts.year:
        raise CellRefused(
            _("“%(cell)s” is not a date without its year. Write 1980-07-20, 1980-07 or 1980.")
            % {"cell": words}
        )
    told = parts.as_date()
    if parts.era:
        parts.era.refuse_outside(told, words)
    return told
