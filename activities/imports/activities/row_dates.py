"""When the activity of a row took place, and whether it did."""

from datetime import date

from django.utils.translation import gettext as _

from activities.choices import NOT_HELD, Status
from activities.imports.activities.row import ActivityRow
from activities.imports.headers import Header
from activities.imports.records import Record
from activities.imports.values.dates import agrees, coarsened, fineness
from relationships.dates import PartialDate, Precision


def take_dates(row: ActivityRow, record: Record, header: Header, as_of: date) -> None:
    start, end = _told(record, header)
    precision = record.get("date_precision")
    if precision:
        if fineness(PartialDate(start.first, precision.value)) > fineness(start):
            record.refuse(
                header.name_of("date_precision"),
                _("The date %(date)s is not known to the %(precision)s.")
                % {"date": start, "precision": precision.source},
            )
        start = coarsened(start, precision.value)
        end = coarsened(end, precision.value) if end else None
    told_end, end = end, end or start
    if end.last < start.first:
        record.refuse(
            header.name_of("date_end"),
            _("The end, %(end)s, lies before the start, %(start)s.") % {"end": end, "start": start},
        )
    stated = record.get("recorded_date")
    if stated and (stated.precision != Precision.DAY or stated.first > as_of):
        record.refuse(
            header.name_of("recorded_date"), _("Give the day on which this was stated, no later.")
        )
    row.given |= {"start_date": start.first, "start_precision": start.precision}
    (row.given if told_end else row.assumed).update(
        {"end_date": end.last, "end_precision": end.precision}
    )
    if stated:
        row.given["recorded_date"] = stated.first
    row.assumed["recorded_date"] = as_of


def _told(record: Record, header: Header) -> tuple[PartialDate, PartialDate | None]:
    """The start and the end; one cell may tell both, as “12-15 May 2014”."""
    span, end = record.get("date_start"), record.get("date_end")
    if span.last and end and not agrees(span.last, end):
        record.refuse(
            header.name_of("date_end"),
            _("The end, %(end)s, is not that of %(column)s, %(last)s.")
            % {"end": end, "column": header.name_of("date_start"), "last": span.last},
        )
    return span.first, end or span.last


def take_status(row: ActivityRow, record: Record, header: Header, as_of: date) -> None:
    given, said, both = row.given, record.get("status"), row.values
    stated = both["recorded_date"]
    known_to_day = both["end_precision"] == Precision.DAY
    is_past = (both["end_date"] if known_to_day else both["start_date"]) <= stated
    row.assumed["status"] = Status.HELD if is_past else Status.PLANNED
    if said:
        given["status"] = said.value
    status = given.get("status", row.assumed["status"])
    if status == Status.HELD and not is_past:
        record.refuse(
            header.name_of("date_start"),
            _("The activity has not ended by %(day)s and cannot be held; it may be planned.")
            % {"day": stated},
        )
    if status == Status.VOID and "reason_code" not in given:
        record.refuse(header.name_of("reason"), _("Say why the activity is void."))
    if status not in NOT_HELD and ("reason_code" in given or "reason_side" in given):
        record.refuse(
            header.name_of("reason"),
            _("Only a postponed, declined, cancelled or void activity has a reason."),
        )
