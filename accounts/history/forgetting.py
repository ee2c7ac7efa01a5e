"""Taking what was said of a person out of the history, and nothing else."""

from collections.abc import Iterable

from django.db import transaction

from accounts.history.change import Change


@transaction.atomic
def forget(record, fields: Iterable[str] | None = None) -> None:
    """Remove the old values of ``fields`` (of all, without any) from the history of ``record``.

    Who changed it and when stays. Call it after the record itself was anonymised and saved: that
    saving is forgotten too, and the record is from here on called what it is called now.
    """
    changes = Change.objects.of_record(record).select_for_update()
    for change in changes:
        gone = set(change.changes or {}) if fields is None else set(fields)
        change.changes = {
            name: said for name, said in (change.changes or {}).items() if name not in gone
        }
        change.object_repr = str(record)
    Change.objects.bulk_update(changes, ["changes", "object_repr"], batch_size=500)
