"""Random relationships and activities, for comparing two ways to compute the same thing."""

from dataclasses import dataclass
from datetime import date, timedelta

from hypothesis import strategies as st

from relationships.dates import last_day_of_month

FIRST, LAST = date(2012, 1, 1), date(2023, 12, 31)


@dataclass(frozen=True)
class Paid:
    """A line of money; ``amount`` is in cents, ``rate`` in millionths."""

    payer: str
    amount: int
    currency: str
    rate: int
    is_planned: bool


@dataclass(frozen=True)
class Deed:
    """An activity. ``people`` is None where their number is unknown."""

    start: date
    start_precision: str
    end: date
    end_precision: str
    role: str
    community: bool
    business: bool
    people: int | None
    direction: str
    fields: tuple[str, ...]
    is_courtesy: bool
    status: str = "held"
    reason: str = ""
    side: str = ""
    money: tuple[Paid, ...] = ()


@dataclass(frozen=True)
class Bond:
    """A tie with its activities; legal ``changes`` are in order of date."""

    start: date | None
    start_precision: str
    changes: tuple[tuple[date, str], ...]
    returned: frozenset[int]
    deeds: tuple[Deed, ...]


def earliest(day, precision):
    if precision == "year":
        return day.replace(month=1, day=1)
    return day.replace(day=1) if precision == "month" else day


def latest(day, precision):
    if precision == "year":
        return day.replace(month=12, day=31)
    return last_day_of_month(day) if precision == "month" else day


days = st.dates(FIRST, LAST)
# Ends of years and months are where mistakes live.
as_of_days = st.one_of(
    st.dates(date(2019, 1, 1), date(2023, 12, 31)),
    st.builds(date, st.integers(2019, 2023), st.just(12), st.just(31)),
    st.builds(date, st.integers(2019, 2023), st.just(3), st.just(31)),
)
precisions = st.sampled_from(["day", "day", "day", "month", "year"])


payments = st.builds(
    Paid,
    payer=st.sampled_from(["our_city", "participants", "grant", "sponsor", "in_kind"]),
    amount=st.integers(0, 5_000_000),
    currency=st.sampled_from(["CAD", "JPY"]),
    rate=st.sampled_from([1_000_000, 11_005, 1_234_567]),
    is_planned=st.sampled_from([False, False, True]),
)


@st.composite
def deeds(draw):
    begins = draw(days)
    ends = begins + timedelta(days=draw(st.sampled_from([0, 0, 1, 9, 40, 400])))
    start_precision, end_precision = draw(precisions), draw(precisions)
    return Deed(
        start=earliest(begins, start_precision),
        start_precision=start_precision,
        end=latest(ends, end_precision),
        end_precision=end_precision,
        role=draw(st.sampled_from(["none", "courtesy", "participant", "lead"])),
        community=draw(st.booleans()),
        business=draw(st.booleans()),
        people=draw(st.one_of(st.none(), st.integers(1, 40))),
        direction=draw(st.sampled_from(["inbound", "outbound", "both", "none", "third_place"])),
        fields=draw(
            st.lists(st.sampled_from(["sport", "youth", "culture"]), unique=True).map(tuple)
        ),
        is_courtesy=draw(st.sampled_from([False, False, False, True])),
        status=draw(st.sampled_from(["held"] * 5 + ["cancelled", "postponed", "declined", "void"])),
        reason=draw(st.sampled_from(["dispute", "epidemic", ""])),
        side=draw(st.sampled_from(["ours", "partner", ""])),
        money=draw(st.one_of(st.just(()), st.lists(payments, max_size=3).map(tuple))),
    )


legal_changes = st.lists(
    st.tuples(days, st.sampled_from(["in_force", "suspended", "ended", "historical", "proposed"])),
    max_size=4,
    unique_by=lambda change: change[0],
).map(lambda changes: tuple(sorted(changes)))


@st.composite
def bonds(draw):
    precision = draw(precisions)
    start = draw(st.one_of(st.none(), days))
    return Bond(
        start=start and earliest(start, precision),
        start_precision=precision,
        changes=draw(st.one_of(st.just(()), legal_changes)),
        returned=frozenset(draw(st.lists(st.integers(2010, 2023)))),
        deeds=tuple(draw(st.lists(deeds(), max_size=9))),
    )
