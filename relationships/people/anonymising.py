"""Taking the personal data out of a contact. It cannot be undone."""

from datetime import date, datetime

from django.db import transaction

from accounts.history.forgetting import forget
from relationships.models import Contact
from relationships.models.contact import PERSONAL

FORGOTTEN = [*PERSONAL, "notice_date", "verified_date"]


@transaction.atomic
def anonymise(*, contact: Contact, by, now: datetime) -> None:
    """Blank what tells who ``contact`` is, in the record, in those merged into it and in their
    history. The side, the organisation, the dates of the post and the relationships stay.
    """
    # Locked, so that nobody who edits meanwhile writes a name back.
    contact.refresh_from_db(from_queryset=Contact.with_merged.select_for_update())
    contact.primary_for.all().delete()
    for record in [contact, *records_merged_into(contact)]:
        for name in PERSONAL:
            setattr(record, name, "")
        record.notice_date = record.verified_date = record.moved_by_merge = None
        record.anonymised_at = now
        record.stamp(by)
        record.save()
        forget(record, FORGOTTEN)


def records_merged_into(contact: Contact) -> list[Contact]:
    """The records that were merged into ``contact``, and those merged into them."""
    direct = Contact.with_merged.filter(merged_into=contact)
    return [found for record in direct for found in (record, *records_merged_into(record))]


def due_before(today: date, years: int) -> date:
    """Who left the post before this day has been out of it for more than ``years``."""
    day = min(today.day, 28) if today.month == 2 else today.day
    return today.replace(year=today.year - years, day=day)
