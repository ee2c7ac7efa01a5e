"""The file of an import as a table, with what people corrected in it."""

from dataclasses import replace

from django.utils.translation import gettext as _

from accounts.keys import as_key
from activities.imports.columns import Schema
from activities.imports.files.table import Row, Table
from activities.imports.headers import Header, likely_header
from activities.imports.mapping import Mapping
from activities.imports.reader import read_bytes
from activities.imports.refusals import UnusableFile
from activities.imports.run import KINDS
from activities.incoming.own_city import with_own_city
from activities.models import Import

# A page can show and a worker can check so much in one go; commands take more.
MAX_BYTES = 10 * 1024 * 1024
MAX_ROWS = 20_000


def schema_of(source: Import) -> Schema:
    return KINDS[source.kind].schema


def mapping_of(source: Import) -> Mapping:
    return Mapping(headers=source.mapping.get("headers", {}), words=source.mapping.get("words", {}))


def read_table(data: bytes, name: str, sheet: str = "", encoding: str = "") -> Table:
    """The table in ``data``. Raises UnusableFile, also for more than the web takes."""
    if len(data) > MAX_BYTES:
        raise UnusableFile(
            _("The file is larger than %(limit)d MB. Divide it into several files.")
            % {"limit": MAX_BYTES // 1024 // 1024}
        )
    table = read_bytes(data, name, sheet, encoding)
    if len(table.rows) > MAX_ROWS:
        raise UnusableFile(
            _("The file has more than %(limit)d rows. Divide it into several files.")
            % {"limit": MAX_ROWS}
        )
    if sum(not row.is_blank for row in table.rows) < 2:
        raise UnusableFile(_("The file has a header and no row below it."))
    return table


def table_of(source: Import) -> Table:
    """The file as it came."""
    try:
        with source.file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError:
        raise UnusableFile(_("The file is no longer in its place. Upload it again.")) from None
    return read_table(data, source.file_name, source.sheet, source.encoding)


def corrected_table(source: Import) -> Table:
    """The file with the corrected cells in the place of its own, and the office's own city."""
    table, schema, mapping = table_of(source), schema_of(source), mapping_of(source)
    header = likely_header(table, schema, mapping)
    table = with_own_city(table, header, schema, source.office)
    if not source.corrections:
        return table
    header = likely_header(table, schema, mapping)
    return with_corrections(table, header, source.corrections)


def with_corrections(table: Table, header: Header, corrections: dict[str, dict]) -> Table:
    """``corrections``: row number -> cells by their position, or by the name of one of our
    columns that the file does not have; such columns are added after its own.
    """
    named = {name for cells in corrections.values() for name in cells if not name.isdecimal()}
    added = sorted(named)
    rows = [
        _with_cells(row, header, added, corrections.get(str(row.line), {})) for row in table.rows
    ]
    return replace(table, rows=rows)


def _with_cells(row: Row, header: Header, added: list[str], corrected: dict) -> Row:
    if not added and not corrected:
        return row
    own = [*row.cells[: header.width], *[""] * (header.width - len(row.cells))]
    for position, text in corrected.items():
        place = as_key(position)
        if place is not None and place < len(own):
            own[place] = text
    more = added if row.line == header.line else [corrected.get(name, "") for name in added]
    return Row(row.line, [*own, *more, *row.cells[header.width :]])
