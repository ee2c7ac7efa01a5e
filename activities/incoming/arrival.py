"""A file arrives: it is read once, kept as it came, and what its columns mean is looked up."""

from dataclasses import dataclass

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import get_language

from activities.imports.files.table import Table
from activities.imports.headers import Header, likely_header
from activities.imports.mapping import Mapping, squeeze
from activities.incoming.columns import remembered_mapping, signature_of
from activities.incoming.kept_file import mapping_of, read_table, schema_of, table_of
from activities.incoming.own_city import missing_in_file
from activities.incoming.sentences import is_sentence_header
from activities.incoming.words import strange_words
from activities.models import Import


@dataclass(frozen=True)
class Layout:
    """How a table lies in a file, as an import keeps it beside the file."""

    table: Table
    header: Header

    def as_kept(self) -> dict:
        names = self.header.names
        return {
            "line": self.header.line,
            "names": names,
            "columns": {
                str(at): column for column, places in self.header.places.items() for at in places
            },
            "unknown": [
                name for name in self.header.unknown.values() if not is_sentence_header(name)
            ],
            "left_out": [
                names[at]
                for at in sorted(self.header.left_out)
                if not is_sentence_header(names[at])
            ],
            "remarks": self.table.remarks,
        }


@transaction.atomic
def receive_file(*, office, kind: str, data: bytes, name: str, by, encoding: str = "") -> Import:
    """Keep a file that came in. Raises UnusableFile, and keeps nothing, if it is no table."""
    table = read_table(data, name, encoding=encoding)
    source = Import(
        office=office,
        kind=kind,
        file_name=table.name[:255],
        sha256=table.sha256,
        sheet=table.sheet[:100],
        encoding=encoding,
        language=get_language(),
        imported_by=by,
    )
    _look_at(source, table)
    suffix = ".xlsx" if table.sheet else ".csv"
    source.file.save(f"{table.sha256[:32]}{suffix}", ContentFile(data), save=False)
    source.save()
    return source


@transaction.atomic
def read_other_sheet(*, source: Import, sheet: str) -> None:
    """Read another sheet of the workbook. Raises UnusableFile, and changes nothing, if it cannot
    be read.
    """
    with source.file.open("rb") as stream:
        table = read_table(stream.read(), source.file_name, sheet)
    sheets = {source.sheet, *source.layout["other_sheets"]} - {table.sheet}
    source.sheet = table.sheet[:100]
    _read_anew(source, table)
    source.layout["other_sheets"] = sorted(sheets)
    source.save(update_fields=_READ_ANEW)


@transaction.atomic
def read_other_letters(*, source: Import, encoding: str) -> None:
    """Read a CSV file as written in ``encoding``. Raises UnusableFile, and changes nothing, if it
    is not.
    """
    with source.file.open("rb") as stream:
        table = read_table(stream.read(), source.file_name, encoding=encoding)
    source.encoding = encoding
    _read_anew(source, table)
    source.save(update_fields=_READ_ANEW)


_READ_ANEW = ["sheet", "encoding", "corrections", "decisions", "signature", "mapping", "layout",
              "version"]  # fmt: skip


def _read_anew(source: Import, table: Table) -> None:
    source.corrections, source.decisions = {}, {}
    _look_at(source, table)
    source.version += 1


def _look_at(source: Import, table: Table) -> None:
    """Note its columns, and take over what the office said of such a file before."""
    schema = schema_of(source)
    source.signature = signature_of(likely_header(table, schema, Mapping()))
    source.mapping = remembered_mapping(
        office=source.office, kind=source.kind, signature=source.signature
    )
    header = likely_header(table, schema, mapping_of(source))
    returned = [name for name in header.names if is_sentence_header(name)]
    if returned:
        headers = source.mapping.get("headers", {}) | {squeeze(name): None for name in returned}
        source.mapping = source.mapping | {"headers": headers}
        header = likely_header(table, schema, mapping_of(source))
    source.layout = Layout(table, header).as_kept() | {"other_sheets": table.unread_sheets}


def is_plain(source: Import) -> bool:
    """Nothing of the file need be asked: its columns and words are known, and it has one sheet."""
    table, schema, mapping = table_of(source), schema_of(source), mapping_of(source)
    header = likely_header(table, schema, mapping)
    if missing_in_file(header, schema, source.office) or source.layout["other_sheets"]:
        return False
    if source.mapping.get("is_settled"):
        return True
    return not source.layout["unknown"] and not strange_words(table, schema, mapping)


@transaction.atomic
def keep_mapping(*, source: Import, mapping: dict) -> None:
    """Keep what people said of columns and words; the next such file is read by it as well."""
    source.mapping = mapping
    source.version += 1
    table = table_of(source)
    header = likely_header(table, schema_of(source), mapping_of(source))
    source.layout |= Layout(table, header).as_kept()
    source.save(update_fields=["mapping", "version", "layout"])
