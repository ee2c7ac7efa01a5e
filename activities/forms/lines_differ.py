"""What two editors say differently in the rows under the form of an activity."""

from collections.abc import Iterator

from django.forms import CheckboxInput
from django.utils.translation import gettext as _

from accounts.differences import Difference, in_words


def beside_differs(yours, on_record) -> Iterator[Difference]:
    """Of each kind of rows that differ, what stands in them. ``yours`` was made for the record as
    it is now, so that a row of its own knows whether it says something else.
    """
    for mine, kept in zip(yours.beside, on_record.beside, strict=True):
        if not mine.is_bound:
            continue
        missing = _keys(kept) - _keys(mine)
        if missing or mine.has_changed():
            yield Difference(_label(mine, missing), _told(mine), _told(kept))


def _label(rows, missing):
    if not missing:
        return rows.title
    return _("%(lines)s (what a colleague added stays beside yours)") % {"lines": rows.title}


def _keys(rows) -> set[int]:
    return {row.instance.pk for row in rows if row.instance.pk}


def _told(rows) -> str:
    return "; ".join(_line(row) for row in rows if row.instance.pk or row.has_changed())


def _line(row) -> str:
    words = [_box(box) for box in row.visible_fields()]
    return ", ".join(word for word in words if word)


def _box(box) -> str:
    if isinstance(box.field.widget, CheckboxInput):
        return str(box.label) if box.value() else ""
    return in_words(box)
