"""The ledger as a file: one row for each line, in UTF-8 with the mark spreadsheets ask for."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from activities.aid.ledger import standing
from activities.formula_guard import guarded_csv


def as_csv(lines: Iterable) -> bytes:
    return guarded_csv([_headings(), *map(_values, lines)])


def _headings():
    return [
        _("Number"), _("Relationship"), _("Activity"), _("Status of the activity"),
        _("Who travelled"), _("Kind"), _("Item"), _("Quantity"), _("Unit"), _("Requested"),
        _("Shipped"), _("Arrived"), _("Where it stands"), _("In return of number"),
    ]  # fmt: skip


def _values(line):
    activity = line.activity
    return [
        line.pk,
        ", ".join(str(tie) for tie in activity.relationships.all()),
        activity.title,
        activity.get_status_display(),
        activity.get_direction_display(),
        line.get_kind_display(),
        line.item,
        "" if line.quantity is None else line.quantity,
        line.unit,
        *[_day(day) for day in (line.requested_date, line.shipped_date, line.arrived_date)],
        str(standing(line).label),
        line.in_return_of_id or "",
    ]


def _day(day):
    return day.isoformat() if day else ""
