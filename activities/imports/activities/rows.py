"""The row of an activity: what its cells say together."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from activities.choices import (
    NOT_HELD,
    ActivityType,
    GovernmentRole,
    Group,
    Mode,
    Status,
    Substance,
    unnumbered,
)
from activities.imports.cities.words import CityWords, city_of
from activities.imports.headers import Header
from activities.imports.records import Record
from activities.imports.values.dates import coarsened, fineness
from relationships.dates import PartialDate, Precision


@dataclass(slots=True)
class ActivityRow:
    """What one row says about an activity.

    ``given`` are the values that the row states, ``assumed`` those that a new record takes where
    it is silent; both by the names of the model. ``tie_keys`` are tried in order for the first
    tie, ``also`` are the others' keys.
    """

    line: int
    key: str
    tie_keys: list[tuple[str, str]]
    also: list[str]
    sides: tuple[CityWords, CityWords] | None
    given: dict[str, Any] = field(default_factory=dict)
    assumed: dict[str, Any] = field(default_factory=dict)
    fields: list[str] = field(default_factory=list)
    words: dict[str, str] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)

    @property
    def values(self) -> dict[str, Any]:
        """Everything a new record takes."""
        return self.assumed | self.given

    @property
    def type(self) -> str:
        return self.given["type"]

    @property
    def start(self) -> PartialDate:
        return PartialDate(self.given["start_date"], self.given["start_precision"])


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
    _take_dates(row, record, header, as_of)
    _take_status(row, record, header, as_of)
    _take_government(row, record, header)
    _take_people(row, record, header)
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


def _take_dates(row: ActivityRow, record: Record, header: Header, as_of: date) -> None:
    start, end = record.get("date_start"), record.get("date_end")
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


def _take_status(row: ActivityRow, record: Record, header: Header, as_of: date) -> None:
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


def _take_government(row: ActivityRow, record: Record, header: Header) -> None:
    role, involved = record.get("government_role"), record.get("government_involved")
    if role:
        row.given["government_role"] = role.value
    elif involved is not None:
        row.given["government_role"] = (
            GovernmentRole.PARTICIPANT if involved else GovernmentRole.NONE
        )
    if role and role.value in _CONTRADICTING.get(involved, ()):
        record.refuse(
            header.name_of("government_role"),
            _("“%(role)s” contradicts %(column)s.")
            % {"role": role.source, "column": header.name_of("government_involved")},
        )
    named = record.get("participants")
    seen = set(named.groups if named else ()) | {
        group.value for group in _GOVERNMENT if record.get(group.value)
    }
    took_part = row.type == ActivityType.OFFICIAL_VISIT or seen & set(_GOVERNMENT)
    row.assumed["government_role"] = (
        GovernmentRole.PARTICIPANT if took_part else GovernmentRole.NONE
    )


_GOVERNMENT = [Group.ELECTED, Group.OFFICIALS]
_CONTRADICTING = {
    True: [GovernmentRole.NONE],
    False: [GovernmentRole.PARTICIPANT, GovernmentRole.LEAD],
}


def _take_people(row: ActivityRow, record: Record, header: Header) -> None:
    named = record.get("participants")
    for group in Group.values:
        number = record.get(group)
        if number is not None:
            row.given |= {group: number, unnumbered(group): False}
        if named and group in named.groups:
            if number == 0:
                record.refuse(
                    header.name_of(group),
                    _("The number is 0, yet %(column)s says that they took part.")
                    % {"column": header.name_of("participants")},
                )
            elif number is None:
                row.given[unnumbered(group)] = True
    if named and named.remark:
        row.remarks.append(named.remark)
