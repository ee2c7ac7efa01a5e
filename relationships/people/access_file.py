"""What is on record about one person, for the person: every field, every tie, every change."""

from datetime import date

from accounts.history.change import Change
from relationships.models import Contact
from relationships.people.anonymising import records_merged_into

INTERNAL = {"id", "office", "search_text", "moved_by_merge", "version", "merged_into"}


def access_file(contact: Contact, on: date) -> dict:
    """``contact`` and the records merged into it, by the names of their fields."""
    return {
        "office": str(contact.office),
        "as_of": on.isoformat(),
        "records": [_record(each) for each in [contact, *records_merged_into(contact)]],
    }


def _record(contact) -> dict:
    return {
        "fields": {
            field.name: _value(contact, field)
            for field in contact._meta.concrete_fields
            if field.name not in INTERNAL
        },
        "relationships": [str(tie) for tie in contact.relationships.with_cities()],
        "first_to_call_in": [str(row.relationship) for row in _first_in(contact)],
        "history": [_change(change) for change in Change.objects.of_record(contact)],
    }


def _first_in(contact):
    return contact.primary_for.select_related(
        "relationship__home_city", "relationship__partner_city"
    )


def _value(contact, field):
    value = getattr(contact, field.name)
    return value if value is None else str(value)


def _change(change) -> dict:
    return {
        "when": change.timestamp.isoformat(),
        "who": str(change.actor or ""),
        "changes": change.changes or {},
    }
