"""The record of an activity's row as one value, its parts checked against each other."""

from datetime import date

from django.utils.translation import gettext as _

from activities.choices import Mode, Substance
from activities.imports.activities.row import ActivityRow
from activities.imports.activities.row_dates import take_dates, take_status
from activities.imports.activities.row_people import take_government, take_people
from activities.imports.cities.words import CityWords, city_of
from activities.imports.headers import Header
from activities.imports.records import Record


def activity_row(record: Record, header: Header, as_of: date) -> ActivityRow | None:
    """The activity of a record; None, with the faults noted on it, where it contradicts itself."""
    row = ActivityRow(
        line=record.line,
        key=record.get("activity_id", ""),
        tie_keys=[(name, record.get(name)) for name in _TIE_KEYS if record.get(name)],
        also=record.get("also_tie_ids", []),
        sides=_sides(record, header),
        fields=list(record.get("fields", [])),
        words=record.words,
        remarks=record.remarks,
    )
    if not row.tie_keys and not row.sides:
        record.refuse(header.name_of("tie_id"), _("The row names neither a tie nor two cities."))
    if record.faults:
        return None
    _take_type(row, record)
    _take_plain_words(row, record)
    take_dates(row, record, header, as_of)
    take_status(row, record, header, as_of)
    take_government(row, record, header)
    take_people(row, record, header)
    return None if record.faults else row


_TIE_KEYS = ["tie_id", "world_pair_id"]
_PLAIN = ["title", "place", "outcome", "note", "reason_note",
          "travellers", "minors", "women"]  # fmt: skip
_CHOSEN = {"mode": "mode", "direction": "direction", "substance": "substance",
           "evidence": "evidence", "reason": "reason_code",
           "reason_side": "reason_side"}  # fmt: skip


def _sides(record: Record, header: Header) -> tuple[CityWords, CityWords] | None:
    if not record.get("city_a") or not record.get("city_b"):
        return None
    for side in "ab":
        if not record.get(f"country_{side}"):
            record.refuse(
                header.name_of(f"country_{side}"), _("Give the country of the city as well.")
            )
    return city_of(record, header, "a"), city_of(record, header, "b")


def _take_type(row: ActivityRow, record: Record) -> None:
    said = record.get("type")
    row.given["type"] = said.value
    row.assumed["mode"] = said.meaning.mode or Mode.IN_PERSON
    row.assumed["substance"] = said.meaning.substance or Substance.SUBSTANTIVE
    if said.meaning.field and not row.fields:
        row.fields.append(said.meaning.field)
    if said.remark:
        row.remarks.append(said.remark)


def _take_plain_words(row: ActivityRow, record: Record) -> None:
    for name in _PLAIN:
        if record.get(name) is not None:
            row.given[name] = record.get(name)
    if (link := record.get("source_url")) and link.address:
        row.given["source_url"] = link.address
    elif link:
        row.remarks.append(_("The source is not a web address; its words are kept."))
    for column, name in _CHOSEN.items():
        if record.get(column):
            row.given[name] = record.get(column).value
