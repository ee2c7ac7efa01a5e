"""The facts of one tie, by policy year, as ``reports.summary.record`` brings them."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from reports.metrics import CalledOff, Payment

FINENESS = {"year": 0, "month": 1, "day": 2}


class YearRecord(NamedTuple):
    """The live activities of one tie that started in one policy year.

    The letters count them by involvement, in lower case those to which government came as a
    courtesy; each activity is counted once. People are as far as their number is known.
    """

    tie: int
    year: int
    G: int
    M: int
    C: int
    B: int
    U: int
    c: int
    b: int
    u: int
    participants: int
    unnumbered: int
    inbound: int
    outbound: int
    both_ways: int
    people_inbound: int
    people_outbound: int
    people_both_ways: int
    visits_unnumbered: int


# Where the letters stand in a row.
LETTERS = slice(2, 10)


class Span(NamedTuple):
    """Live activities alike whose touched years are not just the year they count in.

    They touch the years ``first`` to ``last``, and none if ``last`` is before ``first``.
    """

    tie: int
    first: int
    last: int
    involvement: str
    is_courtesy: bool
    activities: int


class SharedRow(NamedTuple):
    """A live activity that several of the ties share, as it counts for one of them."""

    activity: int
    tie: int
    first: int
    last: int
    involvement: str
    participants: int
    is_unnumbered: bool


class Facts:
    """What the record says about one tie."""

    __slots__ = (
        "called_off", "contact", "contact_precision", "fields", "gap", "lasts", "money", "rows",
        "spans",
    )  # fmt: skip

    def __init__(self):
        # By policy year. Plain tuples, of which the garbage collector forgets; of named ones,
        # several for each tie and decade, it would go through every one again and again.
        self.rows: dict[int, tuple] = {}
        self.spans: list[Span] = []
        # By involvement: the last day that the record allows, and its precision.
        self.lasts: dict[str, tuple[date, str]] = {}
        self.contact: date | None = None
        self.contact_precision: str | None = None
        # The longest silence between two activities, in days.
        self.gap: int = 0
        # Policy year, field, in how many fields such activities lie, how many there are.
        self.fields: list[tuple] = []
        # By policy year.
        self.money: dict[int, list[Payment]] = {}
        self.called_off: dict[int, list[CalledOff]] = {}

    def years(self, years: Iterable[int]) -> list[YearRecord]:
        """Those of ``years`` in which something started."""
        return [YearRecord._make(self.rows[year]) for year in years if year in self.rows]

    def money_of(self, years: Iterable[int]) -> list[Payment]:
        return [payment for year in years for payment in self.money.get(year, ())]

    def called_off_in(self, years: Iterable[int]) -> list[CalledOff]:
        return [each for year in years for each in self.called_off.get(year, ())]

    def take_last(self, is_live: bool, involvement: str, precision: str, last: date) -> None:
        """Keep the latest end: of contacts, and of live activities by involvement."""
        contact = (last, FINENESS[precision])
        if self.contact is None or contact > (self.contact, FINENESS[self.contact_precision]):
            self.contact, self.contact_precision = last, precision
        if is_live:
            kept = self.lasts.get(involvement)
            if kept is None or (last, FINENESS[precision]) > (kept[0], FINENESS[kept[1]]):
                self.lasts[involvement] = (last, precision)
