"""The ties that would be worse off as a file, in UTF-8 with the mark spreadsheets ask for."""

from django.utils.translation import gettext as _

from activities.formula_guard import guarded_csv
from reports.signs import STATUSES
from reports.stress.outcome import StressTest


def as_csv(found: StressTest) -> bytes:
    return guarded_csv([_headings(), *map(_values, found.rows)])


def _headings():
    return [
        _("Number"), _("Relationship"), _("Country"), _("Activity status today"),
        _("Without them"), _("From"), _("Then"), _("Then from"), _("Last activity left"),
    ]  # fmt: skip


def _values(row):
    return [
        row.tie.id,
        row.tie.name,
        row.tie.country,
        str(STATUSES[row.tie.reading]),
        str(STATUSES[row.status]),
        _day(row.day),
        str(STATUSES[row.next.status]) if row.next else "",
        _day(row.next and row.next.day),
        _day(row.left),
    ]


def _day(day):
    return day.isoformat() if day else ""
