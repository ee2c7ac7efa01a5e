"""Correcting cells of a row. The file stays as it came; the corrections are kept beside it."""

from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from activities.imports.files.table import MAX_CELL_LENGTH, column_letters
from activities.incoming.column_names import column_name
from activities.incoming.kept_file import schema_of
from activities.incoming.words import choices_of
from activities.models import CheckedRow, Import
from activities.models.imports import ImportState


class Overtaken(Exception):
    """Somebody else corrected the same cells since they were shown, or the check goes on."""


@dataclass
class CellToCorrect:
    """One cell: ``place`` is its position in the file, or the name of a column that it lacks.

    ``text`` is what stands there, ``sent`` what somebody writes instead, ``choices`` our words to
    choose from where the column takes no others.
    """

    place: str
    label: str
    text: str
    sentence: str = ""
    sent: str = ""
    fault: str = ""
    choices: list[tuple[str, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        return f"cell_{self.place}"

    @property
    def is_choice(self) -> bool:
        """The number of a city on record, to be chosen and not typed."""
        return self.place.startswith("city_id_") and not self.text

    @property
    def was_name(self) -> str:
        return f"was_{self.place}"


def all_cells(source: Import, row: CheckedRow) -> list[CellToCorrect]:
    """Every cell of the row that has a header or something in it, and those that it lacks."""
    names = source.layout["names"]
    said = _sentences(row)
    cells = [
        _cell(str(at), names[at] or _unnamed(at), text, said.get(names[at], ""))
        for at, text in enumerate(row.cells[: len(names)])
        if names[at] or text
    ]
    columns = source.layout["columns"]
    for cell in cells:
        if cell.sentence:
            cell.choices = choices_of(columns.get(cell.place, ""))
    return cells + _lacking(source, row, said)


def cells_to_correct(source: Import, row: CheckedRow) -> list[CellToCorrect]:
    """Only the cells that a sentence of the refused row is about."""
    if not row.cells:
        return []
    return [cell for cell in all_cells(source, row) if cell.sentence]


def _lacking(source: Import, row: CheckedRow, said: dict[str, str]) -> list[CellToCorrect]:
    """Cells of our columns that the file does not have: where a sentence asks for one, and where
    somebody has added one.
    """
    names, schema = set(source.layout["names"]), schema_of(source)
    added = source.corrections.get(str(row.line), {})
    wanted = [name for name in said if name in schema and name not in names]
    if row.question:
        wanted.append(f"city_id_{row.question['side']}")
    wanted += [name for name in added if not name.isdecimal()]
    return [
        _cell(name, column_name(name), added.get(name, ""), said.get(name, ""))
        for name in dict.fromkeys(wanted)
        if name not in names
    ]


def _cell(place: str, label: str, text: str, sentence: str) -> CellToCorrect:
    return CellToCorrect(place, label, text, sentence, sent=text)


def _unnamed(at: int) -> str:
    return _("column %(letters)s") % {"letters": column_letters(at)}


def _sentences(row: CheckedRow) -> dict[str, str]:
    """The sentences about each column, by its header."""
    said = {}
    for header, sentence in row.faults:
        said[header] = f"{said[header]} {sentence}" if header in said else sentence
    return said


def cells_sent(source: Import, row: CheckedRow, data, *, anew=False) -> list[CellToCorrect]:
    """The cells of the row with what was sent for them; a cell of which nothing was sent stays.

    ``anew``: the cells are shown again as they stand now, with what was sent.
    """
    cells = all_cells(source, row)
    for cell in cells:
        if cell.name not in data:
            continue
        cell.sent = data[cell.name].strip()
        if "\0" in cell.sent or len(cell.sent) > MAX_CELL_LENGTH:
            cell.fault = _("The cell holds what no cell of a file can.")
        if not anew:
            cell.text = data.get(cell.was_name, cell.text)
    return cells


@transaction.atomic
def correct_row(*, source: Import, row: CheckedRow, cells: list[CellToCorrect]) -> None:
    """Keep what was changed of ``cells``. Raises Overtaken, and keeps nothing, if a cell no longer
    holds the text that was shown.
    """
    kept = Import.objects.select_for_update().get(pk=source.pk)
    now = {cell.place: cell.text for cell in all_cells(kept, kept.checked_rows.get(pk=row.pk))}
    if kept.state != ImportState.CHECKED:
        raise Overtaken
    changed = {cell.place: cell.sent for cell in cells if cell.sent != cell.text}
    shown = {cell.place: cell.text for cell in cells}
    if any(now.get(place) not in (shown[place], text) for place, text in changed.items()):
        raise Overtaken
    kept.corrections.setdefault(str(row.line), {}).update(changed)
    kept.decisions.pop(str(row.line), None)
    kept.version += 1
    kept.save(update_fields=["corrections", "decisions", "version"])
    source.corrections, source.decisions = kept.corrections, kept.decisions
    source.version, source.state = kept.version, kept.state
