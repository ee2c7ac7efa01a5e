"""Taking an import back as a whole, without touching what people did since."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from accounts.history.in_bulk import keep_changes
from activities.choices import Reason, Status
from activities.incoming.hanging import hangs_on
from activities.models import Activity, ActivityRelationship, Import, SourceRow
from activities.models.imports import ImportState, RowKind
from activities.models.source_row import RowPart
from activities.signals import activities_recorded
from relationships.models import LegalStatusChange, Relationship

_ROWS_A_STATEMENT = 500
MOST_NAMED = 200


@dataclass
class TakenBack:
    """How many records were made void, removed or restored, and which were kept and why."""

    voided: int = 0
    removed: int = 0
    restored: int = 0
    kept: list[dict[str, str]] = field(default_factory=list)

    def keep(self, record, reason: str) -> None:
        kept = {"name": str(record), "address": record.get_absolute_url(), "reason": reason}
        self.kept.append(kept)


def ask_to_take_back(*, source: Import, by) -> None:
    """Let a taken import be undone. Raises NotWaiting if somebody was faster."""
    source.hand_to_worker(
        ImportState.TAKING_BACK,
        before=[ImportState.TAKEN],
        total=source.rows_read,
        taken_back_by=by,
    )


@transaction.atomic
def take_back_import(*, source: Import, today: date) -> TakenBack:
    """Undo an import that waits for it; NotWaiting if another worker was faster.

    Activities that it made become void; relationships that it made are removed unless something
    else hangs on them; what it changed becomes what it was. A record that was changed since stays
    as it is. Cities stay, for other offices use them too.
    """
    moment = {"taken_back_at": timezone.now(), "beat_at": None}
    source.move(ImportState.TAKEN_BACK, before=[ImportState.TAKING_BACK], **moment)
    rows = list(source.rows.exclude(part=RowPart.TAKEN_BACK).order_by("line", "pk"))
    with override(source.language):
        act = _TieRows if source.kind == RowKind.TIE else _ActivityRows
        done = act(source, rows, source.taken_back_by, today).take_back()
    source.layout["taken_back"] = {
        "voided": done.voided,
        "removed": done.removed,
        "restored": done.restored,
        "kept": done.kept[:MOST_NAMED],
        "kept_in_all": len(done.kept),
    }
    source.save(update_fields=["layout"])
    return done


class _Rows:
    """The rows of one import with their records, and what becomes of them."""

    records: QuerySet

    def __init__(self, source: Import, rows: list[SourceRow], by, today: date):
        self._source, self._rows, self._by, self._today = source, rows, by, today
        self._done = TakenBack()
        ids = {row.record_id for row in rows}
        self._records = self.records.select_for_update(of=("self",)).in_bulk(ids)

    def _with(self, part: RowPart):
        """Rows of one kind with their records; one that people changed since is kept."""
        for row in self._rows:
            if row.part != part:
                continue
            record = self._records[row.record_id]
            if record.version == row.version:
                yield row, record
            else:
                self._done.keep(record, _("It was changed since."))

    def _forget(self, *parts: RowPart, ids=None) -> None:
        """Let go of the keys that these rows gave to their records."""
        rows = self._source.rows.filter(part__in=parts)
        if ids is not None:
            rows = rows.filter(pk__in=ids)
        rows.delete()

    def _restore(self, record, before: dict) -> None:
        for name, value in before.items():
            setattr(record, name, record._meta.get_field(name).to_python(value))

    def _save(self, records: list, names: set[str]) -> None:
        keep_changes(records, by=self._by)
        for record in records:
            record.stamp(self._by)
            record.updated_at = timezone.now()
        stamped = {*names, "updated_by", "updated_at", "version"}
        self.records.model.objects.bulk_update(
            records, sorted(stamped), batch_size=_ROWS_A_STATEMENT
        )


class _ActivityRows(_Rows):
    records = Activity.objects.all()

    def take_back(self) -> TakenBack:
        touched = ActivityRelationship.objects.filter(activity__source_rows__source=self._source)
        touched = sorted(set(touched.values_list("relationship_id", flat=True)))
        self._void()
        self._restore_changed()
        activities_recorded.send(sender=Activity, relationship_ids=touched)
        return self._done

    def _void(self) -> None:
        rows = list(self._with(RowPart.MADE))
        said = _("Import taken back: %(file)s.") % {"file": self._source.file_name}
        void = {"status": Status.VOID, "recorded_date": self._today, "reason_note": said,
                "reason_code": Reason.MISTAKE, "reason_side": ""}  # fmt: skip
        for _row, activity in rows:
            for name, value in void.items():
                setattr(activity, name, value)
        keep_changes((activity for _row, activity in rows), by=self._by)
        stamp = {"updated_by": self._by, "updated_at": timezone.now(), "version": F("version") + 1}
        for some in _batches([row for row, _activity in rows]):
            Activity.objects.filter(pk__in=[row.activity_id for row in some]).update(
                **void, **stamp
            )
            # Without its key the same file may bring it again.
            SourceRow.objects.filter(pk__in=[row.pk for row in some]).update(
                part=RowPart.TAKEN_BACK, key=""
            )
        self._done.voided = len(rows)

    def _restore_changed(self) -> None:
        rows = list(self._with(RowPart.CHANGED))
        names = set()
        for row, activity in rows:
            added = row.before.pop("added", [])
            self._restore(activity, row.before)
            names |= row.before.keys()
            activity.activity_relationships.filter(relationship__in=added).delete()
        self._save([activity for _row, activity in rows], names)
        self._forget(RowPart.CHANGED, ids=[row.pk for row, _activity in rows])
        self._done.restored = len(rows)


def _batches(rows: list) -> Iterator[list]:
    return (rows[at : at + _ROWS_A_STATEMENT] for at in range(0, len(rows), _ROWS_A_STATEMENT))


class _TieRows(_Rows):
    records = Relationship.objects.with_cities()

    def take_back(self) -> TakenBack:
        self._restore_changed()
        self._forget(RowPart.NAMED)
        self._remove()
        return self._done

    def _restore_changed(self) -> None:
        rows = list(self._with(RowPart.CHANGED))
        names = set()
        for row, tie in rows:
            row.before.pop("added", None)
            self._restore(tie, row.before)
            names |= row.before.keys()
        self._legal_steps().filter(relationship__in=[tie for _row, tie in rows]).delete()
        self._save([tie for _row, tie in rows], names)
        self._forget(RowPart.CHANGED, ids=[row.pk for row, _tie in rows])
        self._done.restored = len(rows)

    def _remove(self) -> None:
        made = [tie for _row, tie in self._with(RowPart.MADE)]
        own = [self._source.rows.all(), self._legal_steps()]
        hanging = hangs_on(made, but=own)
        for tie in made:
            if tie.pk in hanging:
                what = ", ".join(hanging[tie.pk])
                self._done.keep(tie, _("This hangs on it: %(what)s.") % {"what": what})
        free = [tie.pk for tie in made if tie.pk not in hanging]
        Relationship.objects.filter(pk__in=free).delete()
        self._done.removed = len(free)

    def _legal_steps(self):
        """The steps of legal histories that the import wrote."""
        return LegalStatusChange.objects.filter(
            created_at__gte=self._source.taken_at, created_by=self._source.taken_by
        )
