"""What the register says about many ties: cities, legal history, returns and policies."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from relationships.dates import PartialDate
from relationships.models import LegalStatusChange
from reports.models import AnnualReturn

COLUMNS = {
    "id": "pk",
    "office_id": "office_id",
    "home": "home_city__name",
    "partner": "partner_city__name",
    "home_native": "home_city__native_name",
    "partner_native": "partner_city__native_name",
    "home_country": "home_city__country",
    "country": "partner_city__country",
    "tier": "tier",
    "tier_label": "tier_label",
    "legal_status": "legal_status",
    "start_date": "start_date",
    "start_precision": "start_precision",
    "office_first_month": "office__fiscal_year_start_month",
}


class Tie(NamedTuple):
    """A relationship and its cities as the register has them today."""

    id: int
    office_id: int | None
    home: str
    partner: str
    home_native: str
    partner_native: str
    home_country: str
    country: str
    tier: str
    tier_label: str
    legal_status: str
    start_date: date | None
    start_precision: str
    office_first_month: int | None

    def shown(self) -> dict:
        """What a summary says of the tie as it stands in the register."""
        return {
            name: value
            for name, value in self._asdict().items()
            if name not in ("legal_status", "office_first_month")
        }

    @property
    def first_month(self) -> int:
        """Of the policy year; a reference tie has no office and goes by the calendar."""
        return self.office_first_month or 1

    @property
    def started_by(self) -> date | None:
        """The last day that the record allows for the start."""
        if self.start_date is None or self.start_precision == "day":
            return self.start_date
        return PartialDate(self.start_date, self.start_precision).last


def ties_of(relationships) -> list[Tie]:
    """The ties in the order of ``relationships``."""
    return [Tie._make(row) for row in relationships.values_list(*COLUMNS.values())]


class LegalHistory(NamedTuple):
    """The days on which the legal status changed, and to what; what it was ``before`` the first,
    where that was kept.
    """

    changes: list[tuple[date, str]]
    before: str


def legal_histories(relationships) -> dict[int, LegalHistory]:
    """By tie; a tie whose legal status never changed has an empty one."""
    found = defaultdict(lambda: LegalHistory([], ""))
    rows = LegalStatusChange.objects.standing().filter(relationship__in=relationships)
    for tie, day, status, before in rows.order_by("date", "pk").values_list(
        "relationship_id", "date", "status", "status_before"
    ):
        if tie not in found:
            found[tie] = LegalHistory([], before)
        found[tie].changes.append((day, status))
    return found


def returned_years(relationships, years: Iterable[int]) -> dict[int, set[int]]:
    """By tie: the policy years whose record the office has said to be complete."""
    returned = defaultdict(set)
    rows = AnnualReturn.objects.standing().filter(
        relationship__in=relationships, year__in=list(years)
    )
    for tie, year in rows.order_by().values_list("relationship_id", "year"):
        returned[tie].add(year)
    return returned
