"""The columns of the open data: their names never change; each says what it means."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

LICENCES = {
    "cc_by": "https://creativecommons.org/licenses/by/4.0/",
    "cc0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "ogl_canada": "https://open.canada.ca/en/open-government-licence-canada",
}


class Column(NamedTuple):
    name: str
    meaning: str | Promise
    value: Callable


def _date(value):
    return str(value) if value else None


def _years(tie):
    return {str(cell.year): cell.mark for cell in tie.cells}


TIE_COLUMNS = [
    Column("id", _("Number of the tie; it never changes."), lambda tie: tie.id),
    Column("home", _("Our city."), lambda tie: tie.home),
    Column("partner", _("Partner city."), lambda tie: tie.partner),
    Column("partner_native", _("Its name in its own script."), lambda tie: tie.partner_native),
    Column("country", _("Country of the partner, ISO 3166."), lambda tie: tie.country),
    Column("kind", _("sister, friendship, project or contact."), lambda tie: str(tie.kind)),
    Column(
        "legal_status",
        _("in_force, suspended, ended or historical: what was signed."),
        lambda tie: str(tie.legal_status),
    ),
    Column("since", _("First day, month or year, as far as known."), lambda tie: _date(tie.since)),
    Column(
        "last_activity",
        _("Day, month or year of the last activity on record."),
        lambda tie: _date(tie.last_activity),
    ),
    Column(
        "years",
        _(
            "Each policy year with who took part: G government only, M mixed, C community, "
            "B business only, U not classified, silent, not_reported, before or after."
        ),
        _years,
    ),
]

ACTIVITY_COLUMNS = [
    Column("id", _("Number of the activity; it never changes."), lambda one: one.id),
    Column("ties", _("Numbers of the ties it belongs to."), lambda one: list(one.ties)),
    Column("title", _("Empty where the office does not publish titles."), lambda one: one.title),
    Column("type", _("Kind of activity, a fixed word."), lambda one: str(one.type)),
    Column("fields", _("Fields of work, fixed words."), lambda one: [str(f) for f in one.fields]),
    Column("start", _("First day, month or year."), lambda one: _date(one.start)),
    Column("end", _("Last day, month or year."), lambda one: _date(one.end)),
    Column(
        "involvement",
        _("Who took part, by the letters of the years."),
        lambda one: str(one.involvement),
    ),
    Column(
        "groups",
        _("Groups of people; left out where they add up to fewer than five."),
        lambda one: [str(group) for group in one.people.groups],
    ),
    Column(
        "people", _("How many; empty where people_note says why."), lambda one: one.people.number
    ),
    Column(
        "people_note",
        _("fewer_than_5, at_least (some groups are not counted) or not_known."),
        lambda one: one.people.note,
    ),
]
