"""An office's relationships with their figures, narrowed and put in order by them."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from relationships.dates import PartialDate
from relationships.models import Relationship
from reports.rows_behind import activities_behind
from reports.signs import STATUSES
from reports.summary import AnnualSummary, TieSummary
from reports.year_cells import YearCell, year_cells

# From the liveliest to the quietest, and last the one of which nobody knows.
STANDING = ["active", "cooling", "new", "dormant", "inactive", "not_reported"]
GROUPS = {"living": {"active", "cooling", "new"}, "sleeping": {"dormant", "inactive"}}

TOOK_PART = {
    "citizens": lambda counts: counts.community > 0,
    "officials": lambda counts: counts.government > 0 and counts.community == 0,
    "business": lambda counts: counts.B > 0 and counts.classified == counts.B,
    "nobody": lambda counts: counts.total == 0,
}


def narrowed(ties: Iterable[TieSummary], asked: dict[str, str]) -> list[TieSummary]:
    """The ties that answer ``activity_status``, ``took_part`` and ``flag``, where asked for."""
    status, took_part, flag = (asked.get(name) for name in ("activity_status", "took_part", "flag"))
    kept = list(ties)
    if status:
        kept = [tie for tie in kept if tie.reading in GROUPS.get(status, {status})]
    if took_part:
        kept = [tie for tie in kept if TOOK_PART[took_part](tie.counts)]
    if flag:
        kept = [tie for tie in kept if any(found.kind == flag for found in tie.findings)]
    return kept


def _standing(tie):
    return STANDING.index(tie.reading)


def _last_activity(tie):
    return tie.last_activity


def _official_share(tie):
    return Fraction(tie.balance.official, tie.balance.of) if tie.balance.of else None


FIGURES = {
    "status": _standing,
    "last_activity": _last_activity,
    "official_share": _official_share,
}


def ordered(ties: list[TieSummary], by: str) -> list[TieSummary]:
    """The ties by one of ``FIGURES``, downwards with a hyphen before it. Those without the
    figure come last either way; equal ones stay as they were.
    """
    figure = FIGURES.get(by.removeprefix("-"))
    if figure is None:
        return ties
    known = [tie for tie in ties if figure(tie) is not None]
    unknown = [tie for tie in ties if figure(tie) is None]
    return sorted(known, key=figure, reverse=by.startswith("-")) + unknown


def standing_counts(ties: Iterable[TieSummary]) -> list[tuple[str, int]]:
    """How many ties are read as each status, in words; those without any left out."""
    counts = Counter(tie.reading for tie in ties)
    return [(str(STATUSES[status]), counts[status]) for status in STANDING if counts[status]]


class Row(NamedTuple):
    """A line of the list: the record, its figures and its years."""

    relationship: Relationship
    tie: TieSummary
    cells: list[YearCell]

    @property
    def last_activity(self) -> PartialDate | None:
        return last_activity(self.tie)

    @property
    def address_of_share(self) -> str:
        return activities_behind(self.tie)


def last_activity(tie: TieSummary) -> PartialDate | None:
    """The day, month or year of the last activity, as precisely as the record knows it."""
    return tie.last_activity and PartialDate(tie.last_activity, tie.last_precision)


def last_contact(tie: TieSummary) -> PartialDate | None:
    """Of activities and courtesies alike, as precisely as the record knows it."""
    return tie.last_contact and PartialDate(tie.last_contact, tie.last_contact_precision)


def rows(summary: AnnualSummary, ties: list[TieSummary]) -> list[Row]:
    """``ties`` of ``summary`` with their records, in the same order."""
    records = Relationship.objects.with_cities().in_bulk([tie.id for tie in ties])
    return [Row(records[tie.id], tie, year_cells(summary, tie)) for tie in ties]
