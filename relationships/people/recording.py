"""Recording a person: the contact, the relationships and, where it is new, the organisation."""

from collections.abc import Iterable

from django.db import transaction

from accounts.editing import hold
from relationships.languages import language_of_name
from relationships.models import Contact, Organisation, PrimaryContact, Relationship
from relationships.models.people import Side


@transaction.atomic
def record_contact(
    *, contact: Contact, relationships: Iterable[Relationship], by, version=None, organisation=None
) -> Contact:
    """Save ``contact`` with exactly these relationships.

    ``organisation`` is one that is not on record yet. ``version`` is the one that was read before
    a change; Outdated if the record has moved on, and then nothing is saved.
    """
    if contact.pk:
        hold(contact, version)
    if organisation:
        contact.organisation = organisation_on_record(organisation, by)
    relationships = list(relationships)
    if not contact.native_language:
        country = country_of(contact, relationships)
        contact.native_language = language_of_name(contact.native_name, country)
    contact.stamp(by)
    contact.save()
    contact.relationships.set(relationships)
    PrimaryContact.objects.filter(contact=contact).exclude(
        relationship__in=relationships, side=contact.side
    ).delete()
    return contact


def organisation_on_record(wanted: Organisation, by) -> Organisation:
    """``wanted``, saved; the one of that name and side, where there is one already."""
    known = Organisation.objects.of_office(wanted.office).filter(
        name__iexact=wanted.name, side=wanted.side
    )
    if found := known.first():
        return found
    wanted.stamp(by)
    wanted.save()
    return wanted


def country_of(contact: Contact, relationships: list[Relationship]) -> str:
    """ISO 3166 code of the country in which the person works, as far as the record tells."""
    if contact.organisation and contact.organisation.city:
        return contact.organisation.city.country.code
    if not relationships:
        return ""
    first = relationships[0]
    city = first.home_city if contact.side == Side.OURS else first.partner_city
    return city.country.code
