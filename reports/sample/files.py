"""The files of the sample data, and how they are taken: by the same import as any other file."""

import csv
import io
from datetime import date
from pathlib import Path

from accounts.models import Office
from activities.imports.reader import read_bytes
from activities.imports.run import import_table
from activities.imports.scope import Scope
from activities.models import Import
from activities.models.imports import RowKind

DATA = Path(__file__).parent / "data"

# The day on which the compilation states what it states.
COMPILED = date(2026, 2, 28)


class UnusableSample(Exception):
    """A row of the sample data is refused; the sentence says which and why."""


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a file below data/, by column."""
    with (DATA / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def content(name: str) -> bytes:
    return (DATA / name).read_bytes()


def as_csv(table: list[dict[str, str]]) -> bytes:
    """Rows as a file; the first row has every column."""
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, table[0].keys(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(table)
    return stream.getvalue().encode()


def take(
    data: bytes, name: str, kind: RowKind, office: Office | None, as_of: date = COMPILED
) -> bool:
    """Import a file; False if this very file was taken before, and then nothing is done.

    Without ``office`` its rows are reference rows. Raises UnusableSample if a row is refused.
    """
    table = read_bytes(data, name)
    if Import.objects.filter(office=office, kind=kind, sha256=table.sha256).exists():
        return False
    result = import_table(table, kind, Scope(as_of=as_of, office=office))
    if not result.is_taken:
        row = result.outcomes.not_taken[0]
        raise UnusableSample(f"{name}, line {row.line}: {row.outcome}. {row.sentence}")
    return True
