"""One file from its rows to the database: check every row, then take the file or leave it."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from django.db import DataError, IntegrityError, OperationalError, transaction
from django.utils.translation import gettext as _

from activities.imports.activities.columns import ACTIVITY_COLUMNS
from activities.imports.activities.rows import activity_row
from activities.imports.activities.taking import ActivityImport
from activities.imports.columns import Schema
from activities.imports.files.table import Table, printable
from activities.imports.headers import Header, find_header
from activities.imports.mapping import Mapping
from activities.imports.outcomes import Outcome, Outcomes, RowOutcome
from activities.imports.readings import Reading, readings_of
from activities.imports.records import records
from activities.imports.refusals import UnusableFile
from activities.imports.scope import Scope
from activities.imports.ties.rows import TIE_COLUMNS, tie_row
from activities.imports.ties.taking import TieImport
from activities.models import Import
from activities.models.imports import RowKind

# Somebody else may write the same rows in the meantime: then the file is checked afresh.
_ATTEMPTS = 3
_ROWS_A_STEP = 500

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Kind:
    """What is particular to one kind of row."""

    schema: Schema
    row: Callable
    importer: type


KINDS = {
    RowKind.TIE: Kind(TIE_COLUMNS, tie_row, TieImport),
    RowKind.ACTIVITY: Kind(ACTIVITY_COLUMNS, activity_row, ActivityImport),
}


@dataclass(frozen=True)
class Result:
    """What became of a file. ``source`` is the import on record, None if nothing was written;
    ``has_news``: there is something in it to write. ``remarks`` say what a person should know of
    how it was read.
    """

    table: Table
    header: Header
    outcomes: Outcomes
    source: Import | None = None
    has_news: bool = False
    remarks: list[str] = field(default_factory=list)

    @property
    def is_taken(self) -> bool:
        """Every row is in, or would be."""
        return not self.outcomes.not_taken


def import_table(
    table: Table,
    kind: RowKind,
    scope: Scope,
    *,
    mapping: Mapping | None = None,
    cohort: str = "",
    dry_run: bool = False,
    skip_refused: bool = False,
    progress: Progress = lambda stage, done, total: None,
    into: Import | None = None,
    agreed: Callable[[Result], bool] = lambda result: True,
) -> Result:
    """Check the rows of ``table`` and take them all, or none.

    A row that is refused or a possible duplicate keeps the whole file out, unless
    ``skip_refused`` takes the others. ``dry_run`` writes nothing and returns the same outcomes;
    so does a run whose outcomes are not ``agreed``. ``into`` is the import on record that the file
    belongs to, which must be waiting to be taken.
    Raises UnusableFile if the file cannot be read as rows of this kind.
    """
    mapping = mapping or Mapping()
    schema = KINDS[kind].schema
    header = find_header(table, schema, mapping)
    readings, remarks = readings_of(table, header, schema, mapping)
    remarks = [*table.remarks, *remarks]
    file = _File(table, header, kind, readings, cohort, progress, into)
    failure = None
    for _attempt in range(_ATTEMPTS):
        try:
            importer, outcomes = _check(file, scope)
            held_back = outcomes.not_taken and not skip_refused
            found = Result(
                table, header, outcomes, None, importer.has_news, [*remarks, *importer.remarks]
            )
            if dry_run or held_back or not importer.has_news or not agreed(found):
                return found
            return replace(found, source=_write(file, scope, importer, outcomes))
        except (IntegrityError, OperationalError) as error:
            failure = error
        except DataError as error:
            raise UnusableFile(
                _("The database does not take the rows; nothing was written. (%(error)s)")
                % {"error": _first_line(error)}
            ) from error
    raise UnusableFile(
        _(
            "Somebody else is changing the same records: nothing was written."
            " Try again in a moment. (%(error)s)"
        )
        % {"error": _first_line(failure)}
    ) from failure


def _first_line(error: Exception) -> str:
    return str(error).partition("\n")[0]


@dataclass(frozen=True)
class _File:
    table: Table
    header: Header
    kind: RowKind
    readings: list[Reading]
    cohort: str
    progress: Progress
    into: Import | None


def _check(file: _File, scope: Scope) -> tuple[TieImport | ActivityImport, Outcomes]:
    rows, outcomes = _rows(file, scope)
    importer = KINDS[file.kind].importer(scope, rows, file.cohort)
    for done, outcome in enumerate(importer.check(), start=1):
        _name_columns(outcome, file.header)
        outcomes.append(outcome)
        _tell(file.progress, "checked", done, len(rows))
    return importer, Outcomes(sorted(outcomes, key=lambda outcome: outcome.line))


def _name_columns(outcome: RowOutcome, header: Header) -> None:
    """Speak of the file's own headers; a fault of the whole row has no column."""
    if outcome.column:
        outcome.column = header.name_of(outcome.column)
    outcome.faults = [
        (header.name_of(column) if column else "", sentence) for column, sentence in outcome.faults
    ]


@transaction.atomic
def _write(file: _File, scope: Scope, importer, outcomes: Outcomes) -> Import:
    """Write what was checked. The checks stand outside, so that others are not kept waiting."""
    file.progress("write", 0, len(outcomes.rows))
    source = _source(file, scope, outcomes)
    importer.write(source, printable(file.table.sheet)[:100])
    return source


def _rows(file: _File, scope: Scope) -> tuple[list, list[RowOutcome]]:
    """The rows that may be taken, and the outcomes of those that cannot."""
    kind = KINDS[file.kind]
    rows, outcomes = [], []
    read = records(file.table, file.header, kind.schema, file.readings)
    total = len(file.table.rows) - 1  # the header is no row
    for done, record in enumerate(read, start=1):
        if isinstance(record, RowOutcome):
            outcomes.append(record)
        elif record.line in scope.left_lines:
            outcomes.append(RowOutcome(record.line, Outcome.IGNORED, sentence=_("left out")))
        elif record.faults or not (row := kind.row(record, file.header, scope.as_of)):
            outcomes.append(record.refused())
        else:
            rows.append(row)
        _tell(file.progress, "read", done, total)
    return rows, outcomes


def _tell(progress: Progress, stage: str, done: int, total: int) -> None:
    if done % _ROWS_A_STEP == 0 or done == total:
        progress(stage, done, total)


def _source(file: _File, scope: Scope, outcomes: Outcomes) -> Import:
    source = file.into or Import(
        office=scope.office,
        kind=file.kind,
        file_name=printable(file.table.name)[:255],
        sha256=file.table.sha256,
        sheet=printable(file.table.sheet)[:100],
    )
    source.count(outcomes.counts)
    source.begin_taking(by=scope.by)
    return source
