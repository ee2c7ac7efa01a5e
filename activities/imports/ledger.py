"""Which row of which file every record came from, and the keys the files gave them."""

from datetime import date

from django.utils.translation import gettext as _

from activities.imports.refusals import CellRefused
from activities.imports.scope import Scope
from activities.models import Import, SourceRow
from activities.models.imports import RowKind
from activities.models.source_row import RowPart

# Rows written by one statement.
BATCH = 2_000

_RECORD = {RowKind.TIE: "relationship", RowKind.ACTIVITY: "activity"}


class Ledger:
    """The keys of one kind of row on record for an office, or among the reference rows.

    ``ids`` is key -> id of the relationship or activity, ``sourced`` the ids that any row
    stands behind.
    """

    def __init__(self, scope: Scope, kind: RowKind):
        self._scope = scope
        self._kind = kind
        self._new: list[SourceRow] = []
        self._lines: dict[str, int] = {}
        self.ids: dict[str, int] = {}
        self.sourced: set[int] = set()
        self._first_keys: dict[int, str] = {}
        rows = SourceRow.objects.filter(office=scope.office, kind=kind).order_by("pk")
        for key, record_id in rows.values_list("key", f"{_RECORD[kind]}_id"):
            self.sourced.add(record_id)
            self._first_keys.setdefault(record_id, key)
            if key:
                self.ids[key] = record_id

    def came_from(self, record, key: str) -> bool:
        """The record was made by the row with this key, and carries that source's words."""
        return bool(key) and self._first_keys.get(record.pk) == key

    def refuse_repeated(self, key: str, line: int, column: str) -> None:
        """Raise CellRefused if an earlier row of the file has the same key."""
        if not key:
            return
        first = self._lines.setdefault(key, line)
        if first != line:
            raise CellRefused(
                _("The key “%(key)s” stands already on line %(line)d.")
                % {"key": key, "line": first},
                column,
            )

    def note(self, record, *, key: str, line: int, words: dict[str, str], made=True) -> None:
        """Remember that ``record`` came from this row, or if not ``made`` was named by it."""
        part = RowPart.MADE if made else RowPart.NAMED
        self._add(record, SourceRow(key=key, line=line, words=words, part=part))

    def note_change(self, record, *, line: int, before: dict, added: list[int] = ()) -> None:
        """Remember what this row changed: the values before, and the relationships added."""
        kept = {name: _kept(value) for name, value in before.items()}
        self._add(
            record,
            SourceRow(line=line, part=RowPart.CHANGED, before=kept | {"added": list(added)}),
        )

    def _add(self, record, row: SourceRow) -> None:
        row.office, row.kind = self._scope.office, self._kind
        setattr(row, _RECORD[self._kind], record)
        self._new.append(row)

    @property
    def has_news(self) -> bool:
        return bool(self._new)

    def write(self, source: Import, sheet: str) -> None:
        for row in self._new:
            row.source, row.sheet = source, sheet
            row.version = getattr(row, _RECORD[self._kind]).version
        SourceRow.objects.bulk_create(self._new, batch_size=BATCH)


def _kept(value):
    """A value of a record as JSON keeps it."""
    return value.isoformat() if isinstance(value, date) else value
