"""The open data as files: stored words, ISO dates, no language."""

import json

from activities.formula_guard import guarded_csv
from reports.register.columns import LICENCES


def as_csv(columns, rows) -> bytes:
    """In UTF-8 with the mark that spreadsheets ask for; several values are parted by spaces."""
    names = [column.name for column in columns]
    return guarded_csv([names, *([_cell(column.value(row)) for column in columns] for row in rows)])


def as_json(kind, columns, rows, register) -> bytes:
    """One object: whose record, on what terms, as of which day, then the rows."""
    office = register.office
    content = {
        "office": office.name,
        "licence": LICENCES[office.register_licence],
        "as_of": register.as_of.isoformat(),
        kind: [{column.name: column.value(row) for column in columns} for row in rows],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _cell(value):
    if isinstance(value, dict):
        return " ".join(f"{key}:{each}" for key, each in value.items())
    if isinstance(value, list):
        return " ".join(str(each) for each in value)
    return "" if value is None else value
