"""Which column of a file means what: recognised, remembered from an earlier file, or asked."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from activities.imports.columns import Schema
from activities.imports.files.table import Table, column_letters, is_empty
from activities.imports.headers import Header, likely_header
from activities.imports.mapping import Mapping, squeeze
from activities.imports.values.cells import shown
from activities.incoming.sentences import is_sentence_header
from activities.models import Import

SAMPLES = 3
_ROWS_LOOKED_AT = 500


@dataclass(frozen=True)
class FileColumn:
    """One column of the file: its letters and header, some of its cells, and what it means.

    ``column`` is ours, empty if it is kept beside the record, None if it is left out. Two columns
    of one ``word``, the header as maps name it, mean the same. ``is_recognised``: it means
    something of ours by its header alone, without anybody saying so.
    """

    position: int
    letters: str
    header: str
    word: str
    samples: list[str]
    column: str | None
    is_recognised: bool

    @property
    def can_be_chosen(self) -> bool:
        """A map names columns by their headers; one without header is kept beside the record."""
        return bool(self.word)


def signature_of(header: Header) -> str:
    """The hash of a file's headers, in whatever order they stand."""
    words = sorted({squeeze(name) for name in header.names if not is_sentence_header(name)})
    return hashlib.sha256("\n".join(words).encode()).hexdigest()


def file_columns(table: Table, schema: Schema, mapping: Mapping) -> list[FileColumn]:
    """The columns of a file with what they mean so far."""
    header = likely_header(table, schema, mapping)
    meant = _meanings(header)
    recognised = _meanings(likely_header(table, schema, Mapping()))
    return [
        FileColumn(
            position=position,
            letters=column_letters(position),
            header=name,
            word=squeeze(name),
            samples=list(_samples(table, header, position)),
            column=None if position in header.left_out else meant.get(position, ""),
            is_recognised=position in recognised,
        )
        for position, name in enumerate(header.names)
        if position in meant or position in header.left_out or position in header.unknown
    ]


def _meanings(header: Header) -> dict[int, str]:
    return {at: column for column, places in header.places.items() for at in places}


def _samples(table: Table, header: Header, position: int) -> Iterator[str]:
    """The first different cells below the header."""
    seen = set()
    for row in table.rows[:_ROWS_LOOKED_AT]:
        if row.line <= header.line or position >= len(row.cells) or is_empty(row.cells[position]):
            continue
        words = shown(row.cells[position])
        if words not in seen:
            seen.add(words)
            yield words
        if len(seen) == SAMPLES:
            return


def remembered_mapping(*, office, kind: str, signature: str) -> dict:
    """What the office said last of a file of this kind with the same headers."""
    earlier = Import.objects.of_office(office).filter(kind=kind, signature=signature)
    found = earlier.exclude(mapping={}).order_by("-pk").values_list("mapping", flat=True).first()
    return found or {}


def missing_columns(header: Header, schema: Schema) -> list[str]:
    """What a file must have and lacks; of alternatives the one of which it has most."""
    missing = [
        column.name for column in schema.columns if column.required and not header.has(column.name)
    ]
    if schema.one_of and not any(all(map(header.has, names)) for names in schema.one_of):
        nearest = max(schema.one_of, key=lambda names: (sum(map(header.has, names)), -len(names)))
        missing += [name for name in nearest if not header.has(name)]
    return missing
