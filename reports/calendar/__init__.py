"""What an office has in its calendar: as a month on a page, and as a feed for other calendars."""

from reports.calendar.entries import Entry, entries
from reports.calendar.month import Month

__all__ = ["Entry", "Month", "entries"]
