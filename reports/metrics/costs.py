"""What was spent, by whom, and what one activity, one tie and one day of one person cost."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from reports.metrics.rounding import percent

CENT = Decimal("0.01")
FEWEST_FOR_PERCENT = 10
# Who paid, as a share tells it; whoever is not named here is among the others.
SHARES = {"our_city": "city", "participants": "participants", "grant": "grants"}


class Payment(NamedTuple):
    """One line of who pays how much for an activity.

    ``own`` is the currency of the office that keeps the activity, to which ``rate`` leads.
    ``person_days`` is None where the record lacks the number of people or the exact days.
    """

    line: int
    activity: int
    payer: str
    amount: Decimal
    currency: str
    rate: Decimal
    own: str
    is_planned: bool
    person_days: int | None = None
    is_shared: bool = False

    @property
    def converted(self) -> Decimal:
        """In the office's currency, to the cent, a half rounded up: lines add up to totals."""
        return (self.amount * self.rate).quantize(CENT, ROUND_HALF_UP)

    @property
    def is_spent(self) -> bool:
        """Paid in money: what is planned, and what was given in kind, stand apart."""
        return not self.is_planned and self.payer != "in_kind"


class Original(NamedTuple):
    """What was paid in one currency, as it was paid."""

    currency: str
    amount: Decimal


class Spent(NamedTuple):
    """The money of one office's currency.

    ``activities`` and ``ties`` are those with money on record; ``shared`` activities stand with
    other ties as well. ``measured`` is the money of the ``measured_activities``, whose
    ``person_days`` are known. ``originals`` are the sums in the currencies they were paid in.
    """

    currency: str
    city: Decimal
    participants: Decimal
    grants: Decimal
    others: Decimal
    in_kind: Decimal
    planned: Decimal
    activities: int
    ties: int
    shared: int
    measured: Decimal
    measured_activities: int
    person_days: int
    originals: tuple[Original, ...]

    @property
    def total(self) -> Decimal:
        return self.city + self.participants + self.grants + self.others

    @property
    def per_activity(self) -> Decimal | None:
        return _each(self.total, self.activities)

    @property
    def per_tie(self) -> Decimal | None:
        return _each(self.total, self.ties)

    @property
    def per_person_day(self) -> Decimal | None:
        return _each(self.measured, self.person_days)

    @property
    def unmeasured_activities(self) -> int:
        return self.activities - self.measured_activities

    def percent(self, name: str) -> str | None:
        """The share of ``name``; None below ten activities with money on record."""
        if self.activities < FEWEST_FOR_PERCENT or not self.total:
            return None
        return percent(int(getattr(self, name) * 100), int(self.total * 100))


class Costs(NamedTuple):
    """What is on record of the cost of some live activities.

    ``recorded`` of the ``activities`` have money on record. Of the others nobody knows what
    they cost, which is not zero: no average counts them in. Currencies never mix.
    """

    activities: int
    recorded: int
    sums: tuple[Spent, ...]


def costs(by_tie: Iterable[Iterable[Payment]], activities: int) -> Costs:
    """The payments of each tie; one that several ties share is counted once."""
    lines, holders = {}, {}
    for payments in by_tie:
        held = {}
        for payment in payments:
            lines[payment.line] = payment
            if payment.is_spent:
                held[payment.own] = 1
        for own in held:
            holders[own] = holders.get(own, 0) + 1
    by_own = {}
    for payment in lines.values():
        by_own.setdefault(payment.own, []).append(payment)
    return Costs(
        activities=activities,
        recorded=len({payment.activity for payment in lines.values() if payment.is_spent}),
        sums=tuple(_spent(own, by_own[own], holders.get(own, 0)) for own in sorted(by_own)),
    )


def _spent(own, payments, ties):
    paid = [payment for payment in payments if payment.is_spent]
    parts = dict.fromkeys(["city", "participants", "grants", "others"], Decimal("0.00"))
    for payment in paid:
        parts[SHARES.get(payment.payer, "others")] += payment.converted
    days = {pay.activity: pay.person_days for pay in paid if pay.person_days}
    return Spent(
        currency=own,
        **parts,
        in_kind=_sum(pay for pay in payments if pay.payer == "in_kind" and not pay.is_planned),
        planned=_sum(pay for pay in payments if pay.is_planned),
        activities=len({pay.activity for pay in paid}),
        ties=ties,
        shared=len({pay.activity for pay in paid if pay.is_shared}),
        measured=_sum(pay for pay in paid if pay.person_days),
        measured_activities=len(days),
        person_days=sum(days.values()),
        originals=_originals(paid),
    )


def _sum(payments):
    return sum((payment.converted for payment in payments), Decimal("0.00"))


def _originals(paid):
    found = {}
    for payment in paid:
        found[payment.currency] = found.get(payment.currency, Decimal("0.00")) + payment.amount
    return tuple(Original(*each) for each in sorted(found.items()))


def _each(amount, of):
    return (amount / of).quantize(CENT, ROUND_HALF_UP) if of else None
