from datetime import date

from accounts.current_office import today_in
from accounts.models import Office
from reports.daily_round import make_round
from reports.jobs import make_daily_rounds

# An earlier yearly run, so that alerts since cleared can be seen as well.
EARLIER_YEAR = 2024
EARLIER_DAY = date(2025, 6, 15)


def make_rounds(slugs: set[str]) -> None:
    """Let the yearly run find what deserves a word in the offices named, where people read it."""
    for office in Office.objects.filter(
        slug__in=slugs, is_demonstration=False, memberships__isnull=False
    ).distinct():
        make_round(office=office, as_of=EARLIER_DAY, year=EARLIER_YEAR)
    make_daily_rounds(today_in)
