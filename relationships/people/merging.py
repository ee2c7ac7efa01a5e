"""Two records of one person or body become one, with all that points to them; and undoing it."""

from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.editing import hold
from accounts.models import Stamped
from relationships.models.merging import Mergeable

STAMP = ["updated_by", "updated_at", "version"]
POINTER = ["merged_into", "merged_at", "moved_by_merge", *STAMP]


@transaction.atomic
def merge(
    *, kept: Mergeable, merged: Mergeable, values: dict[str, Any], by, now: datetime, versions
) -> Mergeable:
    """Take ``values`` into ``kept``, let all that points to ``merged`` point to it, and hide
    ``merged``, which stays as it was.

    ``versions`` are those of both as they were read; Outdated if one has moved on.
    """
    if kept.side != merged.side:
        raise ValidationError(_("They stand on different sides. Correct one of them first."))
    for record, version in sorted(
        zip((kept, merged), versions, strict=True), key=lambda pair: pair[0].pk
    ):
        hold(record, version)
    changed = _take(kept, values)
    merged.moved_by_merge = {"values": changed, "links": _move_links(merged, kept, by)}
    merged.merged_into, merged.merged_at = kept, now
    merged.stamp(by)
    merged.save(update_fields=POINTER)
    # Only now, for the name of the one that is hidden may be taken by the other.
    kept.full_clean()
    kept.stamp(by)
    kept.save()
    return kept


@transaction.atomic
def undo_merge(*, merged: Mergeable, by) -> Mergeable:
    """Give back what ``merge`` moved, as far as nobody has changed it since."""
    kept, merged = _lock_both(merged)
    if merged.moved_by_merge is None or kept.is_merged:
        raise ValidationError(_("This merge can no longer be undone."))
    _give_back(kept, merged.moved_by_merge["values"])
    kept.stamp(by)
    kept.save()
    _move_links_back(merged, kept, merged.moved_by_merge["links"], by)
    merged.merged_into = merged.merged_at = merged.moved_by_merge = None
    merged.full_clean()
    merged.stamp(by)
    merged.save(update_fields=POINTER)
    return merged


def _lock_both(merged: Mergeable) -> tuple[Mergeable, Mergeable]:
    """What ``merged`` was merged into and itself, as they stand now, until the transaction ends."""
    pks = [merged.merged_into_id, merged.pk]
    locked = type(merged).with_merged.select_for_update().filter(pk__in=pks).order_by("pk")
    rows = {row.pk: row for row in locked}
    return tuple(rows[pk] for pk in pks)


def _take(kept, values: dict[str, Any]) -> dict[str, list]:
    """Set what differs; returns by field what it was and what it is, as JSON can keep it."""
    changed = {}
    for name, value in values.items():
        before = _written(kept, name)
        setattr(kept, name, value)
        if _written(kept, name) != before:
            changed[name] = [before, _written(kept, name)]
    return changed


def _give_back(kept, changed: dict[str, list]) -> None:
    for name, (before, after) in changed.items():
        if _written(kept, name) == after:
            field = kept._meta.get_field(name)
            setattr(kept, field.attname, None if before is None else field.to_python(before))


def _written(record, name: str) -> str | None:
    field = record._meta.get_field(name)
    empty = field.value_from_object(record) is None
    return None if empty else field.value_to_string(record)


def _pointers(model):
    """The foreign keys of all rooms that point to ``model``, but its own to what it merged into."""
    return [
        relation.field
        for relation in model._meta.related_objects
        if relation.one_to_many and relation.related_model is not model
    ]


def _crossings(model) -> list[str]:
    """The attributes by which a record of ``model`` reaches what it is many-to-many with."""
    own = [field.name for field in model._meta.many_to_many]
    others = [
        relation.get_accessor_name()
        for relation in model._meta.related_objects
        if relation.many_to_many
    ]
    # What crosses to the model itself is one of its own, and has no name from the other side.
    return own + [name for name in others if name]


def _move_links(merged, kept, by) -> dict[str, Any]:
    rows = {}
    for field in _pointers(type(merged)):
        found = list(field.model._base_manager.filter(**{field.name: merged}))
        _point(found, field, kept, by)
        if found:
            rows[str(field)] = [row.pk for row in found]
    crossed = {}
    for name in _crossings(type(merged)):
        there, here = getattr(merged, name), getattr(kept, name)
        had = list(there.values_list("pk", flat=True))
        added = sorted(set(had) - set(here.values_list("pk", flat=True)) - _itself(there, kept))
        here.add(*added)
        there.set([])  # not clear(), which the history takes for the loss of every row
        crossed[name] = {"had": had, "added": added}
    return {"rows": rows, "crossed": crossed}


def _itself(crossing, kept) -> set[int]:
    """Nobody is told apart from themselves."""
    return {kept.pk} if crossing.model is type(kept) else set()


def _move_links_back(merged, kept, links, by) -> None:
    for field in _pointers(type(merged)):
        rows = field.model._base_manager.filter(
            **{"pk__in": links["rows"].get(str(field), []), field.name: kept}
        )
        _point(list(rows), field, merged, by)
    for name, pks in links["crossed"].items():
        getattr(kept, name).remove(*pks["added"])
        getattr(merged, name).add(*pks["had"])


def _point(rows, field, record, by) -> None:
    """One by one, so that each row's version rises and its history says who did it."""
    for row in rows:
        setattr(row, field.name, record)
        stamped = STAMP if isinstance(row, Stamped) else []
        if stamped:
            row.stamp(by)
        row.save(update_fields=[field.name, *stamped])
