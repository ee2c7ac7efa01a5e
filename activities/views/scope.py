"""Whose activities a page speaks of."""

from accounts.current_office import office_for
from accounts.keys import as_key
from relationships.models import Relationship


def relationship_asked_for(request) -> Relationship | None:
    """The visible relationship that ``?relationship=`` names."""
    pk = as_key(request.GET.get("relationship", ""))
    visible = Relationship.objects.visible_to(request.user).with_cities()
    return visible.filter(pk=pk).first()


def office_of_page(request, relationship):
    """The office of the relationship that is asked for, None if that is a reference tie; without
    one, the office named in the address or the person's first.
    """
    return relationship.office if relationship else office_for(request)
