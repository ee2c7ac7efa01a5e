"""Travel of elected members, as a city publishes it: one table for each policy year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from accounts.models import Office
from activities.choices import NOT_HELD, Status
from activities.models import TravelLine
from reports.metrics import first_day, last_day, policy_year


class TravelTotal(NamedTuple):
    """The sums of one currency; currencies are never added up."""

    currency: str
    trips: int
    cost_to_council: Decimal
    total_cost: Decimal


@dataclass(frozen=True, slots=True)
class TravelYear:
    """The travel of one policy year, by the day of leaving.

    ``taken`` are trips for activities that were held. ``called_off`` belong to activities that
    were not; what they cost was spent, so they stand in a table of their own. Trips for what is
    still planned are only counted, in ``awaited``.
    """

    year: int
    taken: list[TravelLine]
    called_off: list[TravelLine]
    awaited: int

    @property
    def totals(self) -> list[TravelTotal]:
        return totals(self.taken)

    @property
    def called_off_totals(self) -> list[TravelTotal]:
        return totals(self.called_off)

    @property
    def lines(self) -> list[TravelLine]:
        return [*self.taken, *self.called_off]


def travel_year(lines, *, office: Office, year: int, as_of: date) -> TravelYear:
    """Those of ``lines``, a queryset, of ``office`` that left in ``year`` and by ``as_of``."""
    first_month = office.fiscal_year_start_month
    found = list(
        lines.of_office(office)
        .exclude(activity__status=Status.VOID)
        .filter(from_date__range=(first_day(year, first_month), last_day(year, first_month)))
        .filter(from_date__lte=as_of)
        .select_related("activity")
        .order_by("from_date", "member", "pk")
    )
    return TravelYear(
        year=year,
        taken=[line for line in found if line.activity.status == Status.HELD],
        called_off=[line for line in found if line.activity.status in NOT_HELD],
        awaited=sum(line.activity.status in (Status.IDEA, Status.PLANNED) for line in found),
    )


def totals(lines: Iterable[TravelLine]) -> list[TravelTotal]:
    found = {}
    for line in lines:
        kept = found.get(line.currency, TravelTotal(line.currency, 0, Decimal(0), Decimal(0)))
        found[line.currency] = TravelTotal(
            line.currency,
            kept.trips + 1,
            kept.cost_to_council + line.cost_to_council,
            kept.total_cost + line.total_cost,
        )
    return [found[currency] for currency in sorted(found)]


def years_with_travel(lines, *, office: Office, as_of: date) -> list[int]:
    """The policy years in which somebody left by ``as_of``, the latest first."""
    days = lines.of_office(office).exclude(activity__status=Status.VOID)
    left = days.filter(from_date__lte=as_of).order_by().values_list("from_date", flat=True)
    years = {policy_year(day, office.fiscal_year_start_month) for day in left.distinct()}
    return sorted(years, reverse=True)
