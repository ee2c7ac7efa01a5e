"""The person or body that an address names, if the user may do with it what the page is for."""

from django.shortcuts import get_object_or_404

from accounts.current_office import office_for
from accounts.keys import as_key
from accounts.permissions import require
from relationships.models import Contact, Organisation, Relationship


def office_of_people(request, permission="relationships.view_contact"):
    """The office whose people a page shows; 403 without the right in it."""
    office = office_for(request)
    require(request.user, permission, office)
    return office


def contact_to(user, permission: str, pk) -> Contact:
    """404 outside the person's offices and for one merged into another, 403 without the right."""
    contacts = Contact.objects.visible_to(user).select_related("office", "organisation__city")
    return _allowed(user, permission, contacts, pk)


def organisation_to(user, permission: str, pk) -> Organisation:
    bodies = Organisation.objects.visible_to(user).select_related("office", "city")
    return _allowed(user, permission, bodies, pk)


def _allowed(user, permission, records, pk):
    record = get_object_or_404(records, pk=pk)
    require(user, permission, record)
    return record


def ties_of(user, office):
    """The relationships of ``office`` that may be chosen, as comboboxes list them."""
    return (
        Relationship.objects.visible_to(user)
        .of_office(office)
        .with_cities()
        .order_by("home_city__name", "partner_city__name", "pk")
    )


def organisations_of(user, office):
    return Organisation.objects.visible_to(user).of_office(office)


def named_in(rows, pk: str):
    """The one of ``rows`` that an address or a form names, if there is one."""
    return rows.filter(pk=as_key(pk)).first()


def relationship_sent(request, office) -> Relationship | None:
    """The relationship of ``office`` that a form names."""
    return named_in(ties_of(request.user, office), request.POST.get("relationship", ""))
