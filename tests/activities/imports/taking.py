"""Take rows as a file would bring them, and ask what became of each."""

from dataclasses import fields
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


def take(kind, *rows, **options) -> Result:
    return take_file(csv_of(*rows), "rows.csv", kind, **options)


def take_file(data: bytes, name: str, kind, **options) -> Result:
    """``options`` are those of the scope and of ``import_table``, by their names."""
    scope = {
        field.name: options.pop(field.name) for field in fields(Scope) if field.name in options
    }
    return import_table(read_bytes(data, name), kind, Scope(**{"as_of": AS_OF} | scope), **options)


def fates(result: Result) -> list[Outcome]:
    return [row.outcome for row in result.outcomes.rows]


def sentence(result: Result) -> str:
    """The sentence about the only row that has one."""
    (found,) = [row.sentence for row in result.outcomes.rows if row.sentence]
    return found
