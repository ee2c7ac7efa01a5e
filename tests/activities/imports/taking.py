"""Take rows as a file would bring them, and ask what became of each."""

from datetime import date

from activities.imports.outcomes import Outcome
from activities.imports.reader import read_bytes
from activities.imports.run import Result, import_table
from activities.imports.scope import Scope
from activities.models.imports import RowKind
from tests.activities.imports.making import csv_of

AS_OF = date(2026, 11, 1)


def take_ties(*rows, **options) -> Result:
    return take(RowKind.TIE, *rows, **options)


def take_activities(*rows, **options) -> Result:
    return take(RowKind.ACTIVITY, *rows, **options)


def take(kind, *rows, office=None, by=None, update=False, keep_duplicates=False, **options):
    scope = Scope(as_of=AS_OF, office=office, by=by, update=update, keep_duplicates=keep_duplicates)
    return import_table(read_bytes(csv_of(*rows), "rows.csv"), kind, scope, **options)


def fates(result: Result) -> list[Outcome]:
    return [row.outcome for row in result.outcomes.rows]


def sentence(result: Result) -> str:
    """The sentence about the only row that has one."""
    (found,) = [row.sentence for row in result.outcomes.rows if row.sentence]
    return found
