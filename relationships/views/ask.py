"""The record that an address names, if the person may do with it what the page is for."""

from django.shortcuts import get_object_or_404

from accounts.permissions import require
from relationships.models import Relationship


def relationship_to(user, permission: str, pk) -> Relationship:
    """404 outside the person's offices and for a reference tie, 403 without the right."""
    owned = Relationship.objects.owned().visible_to(user).with_cities()
    relationship = get_object_or_404(owned, pk=pk)
    require(user, permission, relationship)
    return relationship
