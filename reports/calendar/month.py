"""A month as a grid of weeks. Nothing here reads the database."""

import calendar
import re
from collections.abc import Iterable
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import NamedTuple

from reports.calendar.entries import Entry
from reports.metrics import add_months


class Day(NamedTuple):
    day: date
    is_of_month: bool
    is_today: bool
    entries: tuple[Entry, ...]


class Month(NamedTuple):
    """The month that begins on ``first``; weeks begin on ``week_start``, 0 for Sunday."""

    first: date
    week_start: int = 1

    @classmethod
    def asked_for(cls, text: str, today: date, week_start: int = 1) -> "Month":
        """“2026-05”, else the month of ``today``; the first and last year have no neighbours."""
        found = re.fullmatch(r"(\d{4})-(\d{1,2})", text, re.ASCII)
        year, month = map(int, found.groups()) if found else (0, 0)
        if MINYEAR < year < MAXYEAR and 1 <= month <= 12:
            return cls(date(year, month, 1), week_start)
        return cls(today.replace(day=1), week_start)

    @property
    def name(self) -> str:
        """As an address says it: 2026-05."""
        return self.first.isoformat()[:7]

    @property
    def last(self) -> date:
        return add_months(self.first, 1) - timedelta(days=1)

    @property
    def previous(self) -> "Month":
        return self._replace(first=add_months(self.first, -1))

    @property
    def next(self) -> "Month":
        return self._replace(first=add_months(self.first, 1))

    @property
    def weekdays(self) -> list[date]:
        """The days of the first week, for the head of the grid."""
        return self._weeks()[0]

    def weeks(self, entries: Iterable[Entry], today: date) -> list[list[Day]]:
        """The grid; a day shows what lies on it and is known to the day."""
        known = [entry for entry in entries if not entry.some_time_in]
        return [[self._day(day, known, today) for day in week] for week in self._weeks()]

    def _weeks(self):
        grid = calendar.Calendar((self.week_start - 1) % 7)
        return grid.monthdatescalendar(self.first.year, self.first.month)

    def _day(self, day, known, today):
        on_it = tuple(entry for entry in known if entry.first <= day <= entry.last)
        is_of_month = day.month == self.first.month
        return Day(day, is_of_month, day == today, on_it if is_of_month else ())
