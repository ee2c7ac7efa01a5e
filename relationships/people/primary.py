"""Who is called first: one person a side of a relationship."""

from django.db import transaction

from relationships.models import Contact, PrimaryContact, Relationship


@transaction.atomic
def call_first(*, contact: Contact, relationship: Relationship, by) -> Contact | None:
    """Make ``contact`` the first to call on its side; returns who was it before."""
    contact.relationships.add(relationship)
    row, is_new = PrimaryContact.objects.select_for_update().get_or_create(
        relationship=relationship,
        side=contact.side,
        defaults={"contact": contact, "created_by": by, "updated_by": by},
    )
    if is_new or row.contact_id == contact.pk:
        return None
    before, row.contact = row.contact, contact
    row.stamp(by)
    row.save()
    return before


def call_first_no_longer(*, contact: Contact, relationship: Relationship) -> bool:
    """Leave the side without a first person to call; whether ``contact`` was it."""
    rows = PrimaryContact.objects.filter(contact=contact, relationship=relationship)
    return bool(rows.delete()[0])
