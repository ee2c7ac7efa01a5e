"""A history for rows that are saved in bulk, of which nothing hears by itself."""

from collections.abc import Iterable, Iterator
from itertools import islice

from auditlog.diff import model_instance_diff
from django.contrib.contenttypes.models import ContentType

from accounts.history.change import Change
from accounts.history.origin import task_running
from accounts.history.parts import whole_of

BATCH = 500


def keep_changes(rows: Iterable, *, by) -> None:
    """Note what ``bulk_update`` is about to change of ``rows``: call it right before."""
    rows = iter(rows)
    while some := list(islice(rows, BATCH)):
        Change.objects.bulk_create(_changes(some, by))


def _changes(rows, by) -> Iterator[Change]:
    kept = type(rows[0])._base_manager.in_bulk([row.pk for row in rows])
    for row in rows:
        told = model_instance_diff(kept[row.pk], row, use_json_for_changes=True)
        if told:
            yield Change(
                content_type=ContentType.objects.get_for_model(row),
                object_pk=str(row.pk),
                object_id=row.pk,
                object_repr=str(row),
                action=Change.Action.UPDATE,
                changes=told,
                actor=by,
                actor_email=by and by.email,
                cid=task_running(),
                **whole_of(row),
            )
