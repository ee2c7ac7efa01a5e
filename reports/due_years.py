"""Which policy years of an office are to be evaluated, and for which of its ties."""

from collections import defaultdict
from datetime import date, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils import timezone

from relationships.models import Relationship
from reports.metrics import last_complete_year, last_day
from reports.models import Evaluation
from reports.policies import Policies


class DueYear(NamedTuple):
    """A policy year that is over, with the ties that still have to be evaluated for it."""

    year: int
    relationship_ids: tuple[int, ...]


def due_day(office, year: int) -> date:
    """The first day on which ``year`` may be evaluated: after its end and the days of grace."""
    end = last_day(year, office.fiscal_year_start_month)
    grace = Policies(end, offices=[office.pk]).rule_for(office.pk).grace_days
    return end + timedelta(days=grace + 1)


def latest_due_year(office, as_of: date) -> int:
    year = last_complete_year(as_of, office.fiscal_year_start_month)
    while due_day(office, year) > as_of:
        year -= 1
    return year


def due_years(office, as_of: date) -> list[DueYear]:
    """What is to be evaluated on the day ``as_of``, the oldest year first.

    An office begins with the latest year that is due. From then on no year is left out; of the
    years before the latest, a tie is owed those after its first evaluation or after it was
    recorded, so that old ties entered today are not called to account for long ago.
    """
    latest = latest_due_year(office, as_of)
    evaluated = _evaluated_years(office)
    begun = min((min(years) for years in evaluated.values()), default=latest)
    due = [
        DueYear(year, _owed(office, year, evaluated, is_latest=year == latest))
        for year in range(min(begun, latest), latest + 1)
    ]
    return [one for one in due if one.relationship_ids]


def ties_left_in(office, year: int) -> DueYear:
    """All ties of ``office`` not yet evaluated for ``year``, whenever they were recorded."""
    return DueYear(year, _owed(office, year, _evaluated_years(office), is_latest=True))


def _evaluated_years(office):
    evaluated = defaultdict(set)
    rows = Evaluation.objects.of_office(office).order_by().values_list("relationship", "year")
    for tie, year in rows:
        evaluated[tie].add(year)
    return evaluated


def _owed(office, year, evaluated, *, is_latest):
    end = last_day(year, office.fiscal_year_start_month)
    due = due_day(office, year)
    ties = Relationship.objects.of_office(office).order_by("pk")
    return tuple(
        pk
        for pk, start, created_at in ties.values_list("pk", "start_date", "created_at")
        if year not in evaluated[pk]
        and (start is None or start <= end)
        and (
            is_latest
            or min(evaluated[pk], default=year) < year
            or timezone.localdate(created_at, ZoneInfo(office.time_zone)) < due
        )
    )
