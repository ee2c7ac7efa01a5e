from collections.abc import Iterable
from datetime import timedelta

from activities.models import Activity
from relationships.models import Relationship
from reports.metrics import years as policy_years
from reports.models import AnnualReturn
from reports.models.annual_return import ReturnState

GRACE = timedelta(days=30)


def file_returns(ties: Iterable[Relationship], years: Iterable[int], note: str) -> None:
    """Return every year of every tie: with its activities, or nil where it has no live one."""
    AnnualReturn.objects.bulk_create(
        [
            AnnualReturn(
                relationship=tie,
                year=year,
                state=_state(tie, year),
                attested_date=_last_day(tie, year) + GRACE,
                note=note,
            )
            for tie in ties
            for year in years
        ],
        ignore_conflicts=True,
    )


def _state(tie: Relationship, year: int) -> ReturnState:
    first = policy_years.first_day(year, tie.office.fiscal_year_start_month)
    activities = Activity.objects.of_relationship(tie).live()
    if activities.overlapping(first, _last_day(tie, year)).exists():
        return ReturnState.RETURNED
    return ReturnState.NIL


def _last_day(tie: Relationship, year: int):
    return policy_years.last_day(year, tie.office.fiscal_year_start_month)
