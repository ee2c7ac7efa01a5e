"""Stored values of a history in the words of its readers."""

from collections import defaultdict
from contextlib import suppress
from datetime import UTC, date, datetime
from decimal import Decimal

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format, localize
from django.utils.translation import gettext as _


class Words:
    """Says the values of some ``changes`` to ``reader``: rows by their names, as far as those are
    the reader's to see; moments in time zone ``zone``.
    """

    def __init__(self, changes, reader, zone):
        self._zone = zone
        named = defaultdict(set)
        for change in changes:
            for field, values in _links(change):
                named[field.related_model].update(value for value in values if value is not None)
        self._names = {model: _names(model, pks, reader) for model, pks in named.items()}

    def say(self, field, value) -> str:
        if value is None or value == "":
            return ""
        if field is None:
            return str(value)
        if field.is_relation:
            return self._names[field.related_model].get(str(value)) or _("no longer to be seen")
        if field.flatchoices:
            return str(dict(field.flatchoices).get(value, value))
        with suppress(ValueError, TypeError, ArithmeticError):
            return self._plain(field, value)
        return str(value)

    def _plain(self, field, value) -> str:
        if isinstance(field, models.BooleanField):
            return _("yes") if value else _("no")
        if isinstance(field, models.DateTimeField):
            moment = datetime.fromisoformat(value).replace(tzinfo=UTC)
            return date_format(timezone.localtime(moment, self._zone), "DATETIME_FORMAT")
        if isinstance(field, models.DateField):
            return date_format(date.fromisoformat(value), "DATE_FORMAT")
        return localize(Decimal(value) if isinstance(field, models.DecimalField) else value)


def field_of(change, name: str):
    """The field of this name; None where the model has lost it since."""
    model = change.content_type.model_class()
    with suppress(FieldDoesNotExist, AttributeError):
        return model._meta.get_field(name)
    return None


def before_and_after(values) -> tuple:
    """A pair as it was kept; of rows added or taken away one side is empty."""
    if not isinstance(values, dict):
        before, after = values or (None, None)
        return before, after
    added = values["operation"] == "add"
    return ([], values["objects"]) if added else (values["objects"], [])


def _links(change):
    for name, values in (change.changes or {}).items():
        field = field_of(change, name)
        if field is not None and field.is_relation:
            for side in before_and_after(values):
                yield field, side if isinstance(side, list) else [side]


def _names(model, pks, reader) -> dict[str, str]:
    rows = model._default_manager.all()
    if hasattr(rows, "visible_to"):
        rows = rows.visible_to(reader)
    return {str(row.pk): str(row) for row in rows.filter(pk__in=pks).select_related()}
