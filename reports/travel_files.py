"""The travel of a policy year as a file: CSV for open data, a workbook for the finance office."""

import io
from collections.abc import Callable

import xlsxwriter
from django.utils.translation import gettext as _

from accounts.models import Office
from activities.formula_guard import guarded_csv
from reports.editions.columns import TRAVEL_COLUMNS
from reports.editions.formats.as_workbook import formats_of, write_table
from reports.editions.spending import travel_row
from reports.travel import TravelYear


def as_csv(travel: TravelYear, office: Office) -> bytes:
    """A row for each trip, in UTF-8 with the mark spreadsheets ask for."""
    headings = [str(column.heading) for column in TRAVEL_COLUMNS]
    rows = map(travel_row, travel.lines)
    return guarded_csv(
        [headings, *([column.value(row) for column in TRAVEL_COLUMNS] for row in rows)]
    )


def as_workbook(travel: TravelYear, office: Office) -> bytes:
    """The same with real dates and numbers."""
    data = io.BytesIO()
    book = xlsxwriter.Workbook(
        data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties(
        {
            "title": _("Travel of elected members in %(year)s") % {"year": travel.year},
            "company": office.name,
        }
    )
    rows = [travel_row(line) for line in travel.lines]
    write_table(book, formats_of(book), _("Travel"), TRAVEL_COLUMNS, rows)
    book.close()
    return data.getvalue()


FILES: dict[str, tuple[Callable[[TravelYear, Office], bytes], str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (
        as_workbook,
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}
