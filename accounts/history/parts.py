"""Which records have a history, and which rows are told as parts of another record.

A model with ``history_parts`` has a history; the names lead to the rows that are its parts.
"""

from functools import cache

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import FileField

# Who made and changed a row is told with each change; the rest follows from what is told.
OMITTED = {"created_at", "created_by", "updated_at", "updated_by", "version", "recorded_date",
           "joined_at", "last_login", "password", "search_text", "sha256",
           "moved_by_merge"}  # fmt: skip


@cache
def wholes() -> frozenset:
    """The models with a history of their own: those that are not a part of another."""
    return frozenset(model for model in apps.get_models() if hasattr(model, "history_parts")) - set(
        parts()
    )


@cache
def parts() -> dict:
    """Model of a part -> the name of its foreign key to the whole."""
    models = [model for model in apps.get_models() if hasattr(model, "history_parts")]
    links = [model._meta.get_field(name) for model in models for name in model.history_parts]
    return {link.related_model: link.field.name for link in links}


def fields_of(model) -> list[str]:
    """What is told of a row: what people say of it, not what the portal derives or stamps."""
    return [
        field.name
        for field in model._meta.concrete_fields
        if not (field.primary_key or field.generated or field.name in OMITTED)
        and not isinstance(field, FileField)
    ]


def whole_of(row) -> dict:
    """The record on whose page a change of ``row`` is told, as the columns of a change."""
    link = parts().get(type(row))
    if link is None:
        return {"whole_type": ContentType.objects.get_for_model(row), "whole_id": row.pk}
    field = row._meta.get_field(link)
    whole = ContentType.objects.get_for_model(field.related_model)
    return {"whole_type": whole, "whole_id": getattr(row, field.attname)}
