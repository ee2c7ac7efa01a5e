"""Who knew whom when: the people of both sides, period by period."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from relationships.models import Contact
from relationships.models.people import Side

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Spell:
    """The time of one person, both days included; ``last`` is None while it goes on.

    Where the day of arrival is not known, ``first`` is the first day on which the record knew
    the person, and ``is_first_known`` is false.
    """

    contact: Contact
    first: date
    last: date | None
    is_first_known: bool = True

    def covers(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True)
class Period:
    """A time in which the people did not change; a side without any is a gap."""

    first: date
    last: date | None
    ours: list[Spell]
    partners: list[Spell]


def spell_of(contact: Contact, recorded: date) -> Spell:
    """``recorded`` is the day on which the contact came on record."""
    known = [day for day in (contact.verified_date, contact.to_date, recorded) if day]
    first = contact.from_date or min(known)
    return Spell(contact, first, contact.to_date, contact.from_date is not None)


def periods(spells: Iterable[Spell], today: date, since: date | None = None) -> list[Period]:
    """The periods from ``since`` (or the first arrival) to ``today``, newest first.

    What nobody's record reaches before the first arrival is a gap too, if ``since`` is given.
    """
    spells = [spell for spell in spells if spell.first <= today]
    starts = {spell.first for spell in spells} | ({since} if since and since <= today else set())
    ends = {spell.last + DAY for spell in spells if spell.last and spell.last < today}
    days = sorted(starts | ends)
    lasts = [*(day - DAY for day in days[1:]), None] if days else []
    return [
        Period(first, last, *_sides(spells, first)) for first, last in zip(days, lasts, strict=True)
    ][::-1]


def _sides(spells, day):
    there = [spell for spell in spells if spell.covers(day)]
    return [[spell for spell in there if spell.contact.side == side] for side in Side]
