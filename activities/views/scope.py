"""Whose activities a page speaks of."""

from accounts.current_office import office_for
from relationships.models import Relationship


def relationship_asked_for(request) -> Relationship | None:
    """The visible relationship that ``?relationship=`` names."""
    pk = request.GET.get("relationship", "")
    if not pk.isdecimal() or len(pk) > 18:
        return None
    visible = Relationship.objects.visible_to(request.user).with_cities()
    return visible.filter(pk=pk).first()


def office_of_page(request, relationship):
    """The office of the relationship that is asked for, None if that is a reference tie; without
    one, the office named in the address or the person's first.
    """
    return relationship.office if relationship else office_for(request)
