"""The ties that would be worse off as a file, in UTF-8 with the mark spreadsheets ask for."""

import csv
import io

from django.utils.translation import gettext as _

from activities.formula_guard import guarded
from reports.signs import STATUSES
from reports.stress.outcome import StressTest


def as_csv(found: StressTest) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(_headings())
    for row in found.rows:
        writer.writerow([guarded(value) for value in _values(row)])
    return text.getvalue().encode("utf-8-sig")


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
