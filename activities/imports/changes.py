"""What a file says otherwise than the record, field by field."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from activities.imports.values.cells import shown


@dataclass(frozen=True, slots=True)
class Change:
    """One field that would change: how it reads before and after, and the values to set."""

    label: str
    before: str
    after: str
    values: dict[str, Any] = field(default_factory=dict)

    def __str__(self):
        return _("%(field)s: %(before)s → %(after)s") % {
            "field": self.label,
            "before": shown(self.before) or _("empty"),
            "after": shown(self.after),
        }


def apply(record, changes: Iterable[Change]) -> dict[str, Any]:
    """Set what changes; returns what stood there before."""
    before = {}
    for change in changes:
        for name, value in change.values.items():
            before.setdefault(name, getattr(record, name))
            setattr(record, name, value)
    return before


def told(changes: Iterable[Change]) -> str:
    """The changes in one sentence."""
    return "; ".join(map(str, changes))


def said_otherwise(changes: Iterable[Change]) -> str:
    """The remark on a row whose changes are not taken."""
    words = told(changes)
    if not words:
        return ""
    return _("The file says otherwise (%(changes)s).") % {"changes": words}
