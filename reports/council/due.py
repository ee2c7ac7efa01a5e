"""Which council digest is due: the last month that is over, and the last year that is judged."""

from datetime import date, timedelta
from typing import NamedTuple

from accounts.models import Rhythm
from reports.due_years import due_years, latest_due_year
from reports.metrics import last_day


class Due(NamedTuple):
    """A digest of the days after ``since`` up to ``as_of``; ``key`` names it for ever."""

    rhythm: str
    key: str
    since: date
    as_of: date


def monthly(today: date) -> Due:
    """Of the calendar month before the one of ``today``."""
    as_of = _end_of_month_before(today)
    return Due(Rhythm.MONTHLY, f"council/{as_of:%Y-%m}", _end_of_month_before(as_of), as_of)


def yearly(office, today: date) -> Due | None:
    """Of the latest policy year that is due; None until its yearly run has judged every tie."""
    year = latest_due_year(office, today)
    if any(due.year == year for due in due_years(office, today)):
        return None
    first_month = office.fiscal_year_start_month
    since, as_of = last_day(year - 1, first_month), last_day(year, first_month)
    return Due(Rhythm.YEARLY, f"council/year/{year}", since, as_of)


def _end_of_month_before(day: date) -> date:
    return day.replace(day=1) - timedelta(days=1)
