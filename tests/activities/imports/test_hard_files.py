"""Files that are hard to read, each with the truth written beside it, compared cell by cell."""

import json
from pathlib import Path

import pytest

from activities.imports.headers import find_header
from activities.imports.mapping import Mapping
from activities.imports.outcomes import RowOutcome
from activities.imports.reader import read_bytes
from activities.imports.readings import readings_of
from activities.imports.records import records
from activities.imports.refusals import UnusableFile
from activities.imports.run import KINDS
from relationships.dates import PartialDate

HARD = Path(__file__).parent / "hard"
FILES = sorted(path.stem for path in HARD.glob("*.json"))


def read(path: Path, kind: str) -> dict:
    """All that is read: remarks, and each row's cells, faults or reason to be ignored."""
    try:
        table = read_bytes(path.read_bytes(), path.name)
        schema = KINDS[kind].schema
        header = find_header(table, schema, Mapping())
    except UnusableFile as unusable:
        return {"unusable": unusable.sentence}
    readings, remarks = readings_of(table, header, schema, Mapping())
    rows = records(table, header, schema, readings)
    return {
        "unknown": list(header.unknown.values()),
        "remarks": [*table.remarks, *remarks],
        "rows": {str(row.line): fate(row) for row in rows},
    }


def fate(row) -> dict:
    if isinstance(row, RowOutcome):
        return {"ignored": row.sentence}
    told = {name: plain(value) for name, value in row.values.items()}
    if row.faults:
        told["refused"] = dict(row.faults)
    if row.remarks:
        told["remarks"] = row.remarks
    return told


def plain(value):
    """A value as JSON has it."""
    if isinstance(value, PartialDate):
        return str(value)
    if hasattr(value, "first"):
        return str(value.first) + (f"/{value.last}" if value.last else "")
    return getattr(value, "value", value)


@pytest.mark.parametrize("name", FILES)
def test_a_hard_file_is_read_as_it_is_meant_or_refused(name):
    truth = json.loads((HARD / f"{name}.json").read_text(encoding="utf-8"))
    (path,) = [path for path in HARD.glob(f"{name}.*") if path.suffix != ".json"]

    assert read(path, truth.pop("kind")) == truth


def test_every_hard_file_has_its_truth():
    files = {path.stem for path in HARD.iterdir() if path.suffix in {".csv", ".tsv", ".xlsx"}}

    assert files == set(FILES)
