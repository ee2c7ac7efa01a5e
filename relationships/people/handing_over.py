"""A post changes hands: who leaves keeps their years, who comes takes over the relationships."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from accounts.editing import hold
from relationships.models import Contact, Relationship
from relationships.people.primary import call_first
from relationships.people.recording import record_contact

POST = ["to_date", "updated_by", "updated_at", "version"]


@transaction.atomic
def hand_over(
    *,
    leaving: Contact,
    last_day: date,
    relationships: Iterable[Relationship],
    by,
    version: int,
    successor: Contact | None = None,
) -> Contact | None:
    """End the post of ``leaving`` on ``last_day``, and let ``successor`` (new or on record) take
    over ``relationships``, and be called first in those where ``leaving`` was.

    Without a successor nobody is called first there. Who leaves keeps the relationships, for they
    are the years of that person.
    """
    hold(leaving, version)
    leaving.to_date = last_day
    leaving.stamp(by)
    leaving.save(update_fields=POST)
    relationships = list(relationships)
    first_in = leaving.primary_for.filter(relationship__in=relationships)
    if successor is None:
        first_in.delete()
        return None
    if successor.pk is None:
        record_contact(contact=successor, relationships=relationships, by=by)
    else:
        successor.relationships.add(*relationships)
    for row in first_in.select_related("relationship"):
        call_first(contact=successor, relationship=row.relationship, by=by)
    return successor
