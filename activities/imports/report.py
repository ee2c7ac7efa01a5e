"""What became of a file, for people and for programs."""

import json
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from activities.imports.outcomes import Outcome, RowOutcome
from activities.imports.questions import CityDoubt
from activities.imports.run import Result


def write_report(result: Result, path: Path) -> None:
    """Write one JSON object per row: sheet, line, outcome, column, sentence.

    Where a city must be chosen, ``cities`` are those to choose from by their number in the portal.
    """
    rows = [_told(row, result.table.sheet) for row in result.outcomes.rows]
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _told(row: RowOutcome, sheet: str) -> dict:
    told = {
        "sheet": sheet,
        "line": row.line,
        "outcome": row.outcome.value,
        "column": row.column,
        "sentence": row.sentence,
    }
    if row.question and row.question.doubt != CityDoubt.UNTIED:
        told["cities"] = {city.pk: city.label for city in row.question.candidates if city.pk}
    return told


def lines_about(rows: list[RowOutcome], sheet: str, limit: int) -> Iterator[str]:
    """A line for each row that has something to say, the first ``limit`` of them."""
    for row in rows[:limit]:
        yield _line(row, sheet)
    if len(rows) > limit:
        yield ngettext(
            "... and %(count)d more; --report FILE lists it.",
            "... and %(count)d more; --report FILE lists them all.",
            len(rows) - limit,
        ) % {"count": len(rows) - limit}


def _line(row: RowOutcome, sheet: str) -> str:
    where = _("line %(line)d") % {"line": row.line}
    if sheet:
        where = _("sheet “%(sheet)s”, %(where)s") % {"sheet": sheet, "where": where}
    if row.column:
        where = _("%(where)s, column %(column)s") % {"where": where, "column": row.column}
    return f"{where}: {row.outcome.label}. {row.sentence}".strip()


def notes_on_columns(result: Result) -> Iterator[str]:
    """How the file was read, and what of it was not: nothing is guessed or dropped in silence."""
    yield from result.remarks
    header = result.header
    if header.understood:
        yield _("Columns understood by their wording: %(names)s.") % {
            "names": ", ".join(
                f"“{header.names[at]}” = {column}" for at, column in header.understood.items()
            )
        }
    if header.unknown:
        yield _("Columns that are none of ours, kept with each row: %(names)s.") % {
            "names": ", ".join(header.unknown.values())
        }
    if header.left_out:
        yield _("Columns left out by the map: %(names)s.") % {
            "names": ", ".join(header.names[at] for at in sorted(header.left_out))
        }
    if result.table.unread_sheets:
        yield _("Sheets not read: %(names)s; --sheet NAME reads one of them.") % {
            "names": ", ".join(result.table.unread_sheets)
        }


def summary(result: Result) -> str:
    """The counts of all six fates, which add up to the rows read."""
    counts = result.outcomes.counts
    parts = [f"{outcome.label} {counts[outcome]}" for outcome in Outcome]
    return _("Rows read %(read)d: %(parts)s.") % {
        "read": len(result.outcomes.rows),
        "parts": ", ".join(parts),
    }
