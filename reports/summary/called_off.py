"""What came to nothing or was put off, from one query."""

from collections.abc import Iterator
from datetime import date

from reports.metrics import CalledOff

TIE = "activity_relationships__relationship"


def called_off(activities, since: date) -> Iterator[tuple[int, int, CalledOff]]:
    """By tie and policy year: those of ``activities`` that were to begin on or after ``since``."""
    rows = activities.filter(start_date__gte=since).values_list(
        TIE, "first_year", "pk", "status", "reason_code", "reason_side"
    )
    for tie, year, *each in rows.order_by():
        yield tie, year, CalledOff._make(each)
