"""Programmes as the record has them: their course, and what was missed in a policy year."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from activities.models import Activity, Programme
from relationships.dates import PartialDate
from reports.evidence import LAST_ROWS, Evidence
from reports.metrics import last_complete_year, years_touched
from reports.programme_years import Course, course


def courses(programmes: Iterable[Programme], *, user, office, today: date) -> list[Course]:
    """Each programme with its years; the activities of all of them in one query."""
    programmes = list(programmes)
    activities = Activity.objects.visible_to(user).not_void().filter(programme__in=programmes)
    of_programme = defaultdict(list)
    for activity in activities.order_by("start_date", "pk"):
        of_programme[activity.programme_id].append(activity)
    month = office.fiscal_year_start_month
    complete = last_complete_year(today, month)
    return [
        course(one, of_programme[one.pk], complete=complete, first_month=month)
        for one in programmes
    ]


class Missed(NamedTuple):
    relationship_id: int
    programme_id: int
    figures: dict[str, Any]
    activity_ids: list[int]


def missed_programmes(ties, year: int, as_of: date, evidence: Evidence) -> list[Missed]:
    """Of ``ties``, TieSummaries: what was due in ``year`` without a live activity in it."""
    by_id = {tie.id: tie for tie in ties}
    programmes = Programme.objects.running_in(year).filter(relationship__in=by_id).order_by("pk")
    return [
        _missed(programme, year, as_of, evidence)
        for programme in programmes
        if programme.is_due_in(year)
        and not occurrences(programme, year, by_id[programme.relationship_id], evidence)
    ]


def occurrences(programme, year: int, tie, evidence: Evidence) -> list[int]:
    """The live activities of ``programme`` with a day in policy year ``year``."""
    month = tie.period.first_month
    return [
        row.activity
        for row in evidence.of(programme.relationship_id)
        if row.programme == programme.pk
        and year in years_touched(row.start, row.end, row.start_precision, row.end_precision, month)
    ]


def _missed(programme, year, as_of, evidence):
    rows = [row for row in evidence.of(programme.relationship_id) if row.programme == programme.pk]
    figures = {
        "as_of": as_of.isoformat(),
        "programme": programme.pk,
        "name": programme.name,
        "year": year,
        "last_held": str(_end(rows[0])) if rows else None,
    }
    return Missed(
        programme.relationship_id,
        programme.pk,
        figures,
        [row.activity for row in rows[:LAST_ROWS]],
    )


def _end(row):
    return PartialDate(row.end, row.end_precision)
