"""What a check found, row by row, as the preview shows it."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict

from activities.foreseen import foreseen_involvement, is_foreseen_live
from activities.imports.files.table import Row, is_empty
from activities.imports.outcomes import NOT_TAKEN, RowOutcome
from activities.imports.run import Result
from activities.imports.values.cells import shown, written
from activities.models import CheckedRow, Import
from activities.models.checked_row import ORDER
from activities.models.imports import RowKind

_RANKS = {outcome: rank for rank, outcome in enumerate(ORDER)}


def findings(result: Result, source: Import) -> Iterator[CheckedRow]:
    """A row for each row of the file, not saved."""
    rows = {row.line: row for row in result.table.rows}
    corrected = {int(line) for line in source.corrections}
    for outcome in result.outcomes.rows:
        found = CheckedRow(
            source=source,
            line=outcome.line,
            rank=_RANKS[outcome.outcome],
            outcome=outcome.outcome,
            sentence=outcome.sentence,
            faults=[list(fault) for fault in outcome.faults],
            offers=outcome.offers,
            question=asdict(outcome.question) if outcome.question else None,
        )
        row = rows[outcome.line]
        if outcome.record is None:
            _tell_of_cells(found, row, result)
        else:
            _tell_of_record(found, outcome, source.kind)
        if outcome.outcome in NOT_TAKEN or outcome.line in corrected:
            found.cells = [_kept(cell) for cell in row.cells[: result.header.width]]
        yield found


def hash_of(found: list[CheckedRow]) -> str:
    """One hash over everything that is said of every row, for who must see the same again."""
    digest = hashlib.sha256()
    for row in found:
        said = [row.line, row.outcome, row.sentence, row.relationship, row.first_day, row.title,
                row.involvement, row.is_live]  # fmt: skip
        digest.update(json.dumps(said).encode())
    return digest.hexdigest()


def _tell_of_record(found: CheckedRow, outcome: RowOutcome, kind: str) -> None:
    record = outcome.record
    found.relationship = outcome.tie
    if kind == RowKind.ACTIVITY:
        found.first_day = record.starts.in_words()
        found.title = record.title
        found.involvement = foreseen_involvement(record)
        found.is_live = is_foreseen_live(record)
    else:
        found.first_day = record.since.in_words() if record.since else ""
        found.title = record.get_tier_display()


def _tell_of_cells(found: CheckedRow, row: Row, result: Result) -> None:
    """A row that comes to no record is shown as the file writes it."""

    def told(column: str) -> str:
        cells = [
            row.cells[at] for at in result.header.places.get(column, []) if at < len(row.cells)
        ]
        return next((shown(cell) for cell in cells if not is_empty(cell)), "")

    cities = [city for city in (told("city_a"), told("city_b")) if city]
    found.relationship = " – ".join(cities) or told("tie_id") or told("world_pair_id")
    found.first_day = (told("date_start") or told("start_date"))[:40]
    found.title = told("title") or told("tier")
    if not (found.relationship or found.title):
        found.title = next((shown(cell) for cell in row.cells if not is_empty(cell)), "")


def _kept(cell) -> str:
    return "" if is_empty(cell) else written(cell).replace("\0", "")
