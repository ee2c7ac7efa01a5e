"""One line about an activity, read into what the form may begin with: never saved, never guessed.

“students, Towada, 8 July 2024” names a kind, a tie and a day. What is not understood, or could
mean two things, stays in the title.
"""

import re
from collections.abc import Iterable
from itertools import chain

from activities.choices import ActivityType, Group
from activities.imports.values.words import GROUPS, TYPES
from relationships.dates import PartialDate
from relationships.folding import fold
from relationships.written_dates import TwoReadings, as_iso

LONGEST = 300
SEPARATORS = re.compile(r"[,;，、]")
# The kind that a group on its own most likely tells of; the form only proposes it.
OF_GROUP = {
    Group.STUDENTS: ActivityType.STUDENT_EXCHANGE,
    Group.TEACHERS: ActivityType.TEACHER_EXCHANGE,
    Group.ELECTED: ActivityType.OFFICIAL_VISIT,
    Group.OFFICIALS: ActivityType.STAFF_EXCHANGE,
    Group.ARTISTS: ActivityType.PERFORMANCE,
    Group.ATHLETES: ActivityType.SPORTS,
    Group.BUSINESS: ActivityType.BUSINESS_MEETING,
}
MOST_WORDS = 4


def read(text: str, ties: Iterable) -> dict[str, str]:
    """The parameters of the form: ``type``, ``relationship``, ``start`` and ``title``."""
    text = text.replace("\x00", "")[:LONGEST]
    partners = _by_name(ties)
    found = {"type": set(), "relationship": set(), "start": set()}
    title = []
    for part in filter(None, map(str.strip, SEPARATORS.split(text))):
        if not _take(part, partners, found):
            _take_what_it_contains(part, partners, found)
            title.append(part)
    begun = {name: values.pop() for name, values in found.items() if len(values) == 1}
    return begun | ({"title": ", ".join(title)} if title else {})


def _take(part, partners, found) -> bool:
    """Whether the whole of ``part`` says one thing."""
    readings = {
        "start": {day} if (day := _day(part)) else set(),
        "type": {kind} if (kind := _kind(part)) else set(),
        "relationship": partners.get(fold(part), set()),
    }
    for name, values in readings.items():
        if len(values) == 1:
            found[name] |= values
            return True
    return False


def _take_what_it_contains(part, partners, found):
    """Names and days among other words; these stay in the title."""
    words = part.split()
    for size in range(MOST_WORDS, 0, -1):
        for at in range(len(words) - size + 1):
            phrase = " ".join(words[at : at + size])
            found["relationship"] |= partners.get(fold(phrase), set())
            if size > 1 and (day := _day(phrase)) and not found["start"]:
                found["start"].add(day)


def _day(text) -> str:
    try:
        written = as_iso(text) or text
        return str(PartialDate.parse(written))
    except (TwoReadings, ValueError):
        return ""


def _kind(text) -> str:
    return TYPES.find(text) or OF_GROUP.get(GROUPS.find(text), "")


def _by_name(ties) -> dict[str, set[int]]:
    """By each name of the partner, folded, and by that of the whole tie."""
    named = {}
    for tie in ties:
        for name in chain(tie.partner_city.search_text.split("\n"), [fold(str(tie))]):
            named.setdefault(name, set()).add(tie.pk)
    named.pop("", None)
    return named
