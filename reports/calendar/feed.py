"""The calendar as other calendars read it: RFC 5545, all-day events, the same for the same data."""

from datetime import UTC, date, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from activities.choices import Status
from reports.calendar.entries import Entry, entries
from reports.metrics import add_months

MONTHS_BACK, MONTHS_AHEAD = 24, 36
NOT_TO_COME = {Status.CANCELLED, Status.VOID, Status.DECLINED, Status.POSTPONED}
UNSURE = {Status.IDEA, Status.PLANNED}


def feed(user, office, today: date, site: str) -> tuple[bytes, list[Entry]]:
    """The file and what stands in it. ``site`` is where the portal's pages are reached."""
    found = entries(
        user,
        office,
        add_months(today, -MONTHS_BACK),
        add_months(today, MONTHS_AHEAD),
        with_void=True,
    )
    calendar = Calendar()
    calendar.add("prodid", "-//Twinportal//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _plain(f"{office}, Twinportal"))
    for entry in found:
        calendar.add_component(_event(entry, office, site))
    return calendar.to_ical(), found


def _event(entry, office, site):
    event = Event()
    event.add("uid", f"{entry.key}@{office.slug}.twinportal")
    event.add("sequence", entry.version - 1)
    changed = entry.changed.astimezone(UTC).replace(microsecond=0)
    event.add("dtstamp", changed)
    event.add("last-modified", changed)
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + timedelta(days=1))
    event.add("summary", _plain(_summary(entry)))
    event.add("status", _status(entry))
    event.add("transp", "TRANSPARENT")  # a reader's own day stays free
    event.add("url", f"{site}{entry.address}")
    if entry.note:
        event.add("description", _plain(entry.note))
    if entry.place:
        event.add("location", _plain(entry.place))
    return event


def _summary(entry):
    said = entry.title
    if entry.some_time_in:
        said = _("%(title)s (some time in %(when)s)") % {"title": said, "when": entry.some_time_in}
    if entry.status in NOT_TO_COME | UNSURE:
        said = f"{entry.status_words}: {said}"
    return said


def _status(entry):
    if entry.status in NOT_TO_COME:
        return "CANCELLED"
    return "TENTATIVE" if entry.status in UNSURE else "CONFIRMED"


def _plain(text: str) -> str:
    """Without the characters that a line of a calendar cannot carry."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())
