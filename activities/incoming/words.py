"""Words of a file that stand for none of our choices, or for one only in doubt."""

from collections import Counter
from dataclasses import dataclass

from django.utils.translation import gettext as _

from activities.choices import ActivityType, Group
from activities.imports.columns import Column, Schema
from activities.imports.files.table import Table, is_empty
from activities.imports.folding import fold
from activities.imports.headers import likely_header
from activities.imports.mapping import Mapping
from activities.imports.refusals import CellRefused
from activities.imports.values import words as known
from activities.imports.values.cells import shown, written
from activities.incoming.column_names import column_name

MOST_ASKED = 40
_CHOICES = {
    "type": ActivityType,
    "participants": Group,
    "fields": known.FIELDS.choices,
    "mode": known.MODES.choices,
    "direction": known.DIRECTIONS.choices,
    "status": known.STATUSES.choices,
    "reason": known.REASONS.choices,
    "reason_side": known.REASON_SIDES.choices,
    "government_role": known.ROLES.choices,
    "substance": known.SUBSTANCES.choices,
    "evidence": known.EVIDENCE.choices,
    "date_precision": known.PRECISIONS.choices,
    "legal_status": known.LEGAL_STATUSES.choices,
}


def choices_of(column: str) -> list[tuple[str, str]]:
    """Our words for a column that takes one of them; none for any other column."""
    is_list = column in ("participants", "fields")
    return list(_CHOICES[column].choices) if column in _CHOICES and not is_list else []


@dataclass(frozen=True)
class StrangeWord:
    """A word of the file, how often it stands there, and the choices it may mean.

    ``sentence`` says what becomes of it unless somebody decides; ``meaning`` is what was decided.
    """

    column: str
    word: str
    rows: int
    choices: list[tuple[str, str]]
    sentence: str
    meaning: str = ""

    @property
    def name(self) -> str:
        return column_name(self.column)


def strange_words(table: Table, schema: Schema, mapping: Mapping) -> list[StrangeWord]:
    """The words to ask about, most frequent first; those already decided on among them."""
    header = likely_header(table, schema, mapping)
    found = []
    for name in _CHOICES:
        if name not in schema or name not in header.places:
            continue
        column, decided = schema[name], mapping.words.get(name, {})
        counted = _words(table, header.line, header.places[name], is_list=column.listed)
        for word, rows in counted.items():
            sentence = _doubt(column, word)
            if sentence:
                meaning = decided.get(fold(word), "")
                choices = list(_CHOICES[name].choices)
                found.append(StrangeWord(name, word, rows, choices, sentence, meaning))
    return sorted(found, key=lambda strange: -strange.rows)[:MOST_ASKED]


def _words(table: Table, header_line: int, places: list[int], *, is_list: bool) -> Counter:
    counted = Counter()
    for row in table.rows:
        for at in places:
            if row.line <= header_line or at >= len(row.cells) or is_empty(row.cells[at]):
                continue
            text = shown(row.cells[at]) if not is_list else written(row.cells[at])
            counted.update(part.strip() for part in (text.split(";") if is_list else [text]))
    del counted[""]
    return counted


def _doubt(column: Column, word: str) -> str:
    """Why a person should decide on the word; empty if it is plain what it means."""
    try:
        value = column.read(word)
    except CellRefused:
        return _("Its rows cannot be taken.")
    return getattr(value, "remark", "")
