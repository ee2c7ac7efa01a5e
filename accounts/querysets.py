from django.db import models
from django.db.models import Q

from accounts.roles import roles_with


def may_sign_in(user) -> bool:
    return user.is_authenticated and user.is_active


def memberships_of(user, *permissions: str):
    """The memberships of ``user``; with ``permissions`` those whose role grants one of them."""
    if not permissions:
        return user.memberships.all()
    everywhere = roles_with(*permissions, is_shared=False)
    where_shared = set(roles_with(*permissions)) - set(everywhere)
    granted = Q(role__in=everywhere)
    if where_shared:
        granted |= Q(role__in=where_shared, office__shares_with_network=True)
    return user.memberships.filter(granted)


class UserQuerySet(models.QuerySet):
    def visible_to(self, user, *permissions):
        """The people who have a role in an office of ``user``."""
        if not may_sign_in(user):
            return self.none()
        colleagues = memberships_of(user, *permissions).values("office__memberships__user")
        return self.filter(pk__in=colleagues)


class OfficeQuerySet(models.QuerySet):
    def visible_to(self, user, *permissions):
        """The offices of ``user``; with ``permissions`` those in which the role grants one."""
        if not may_sign_in(user):
            return self.none()
        return self.filter(pk__in=memberships_of(user, *permissions).values("office"))

    def with_open_register(self):
        """The offices whose public register anybody may read."""
        return self.filter(has_public_register=True)


class OfficeScopedQuerySet(models.QuerySet):
    """Rows that belong to one office; the base of every list in the portal.

    ``office_path`` is the look-up that leads to the office. Where ``shared`` is true a row
    without an office is for everybody (reference ties and what hangs on them).
    """

    office_path = "office"
    shared = False

    def visible_to(self, user, *permissions):
        """The rows of the offices in which ``user`` has a role, and the shared ones.

        With ``permissions`` only the offices in which the role grants one of them: somebody may
        be officer in one office and network viewer in another.
        """
        if not may_sign_in(user):
            return self.none()
        offices = memberships_of(user, *permissions).values("office")
        seen = Q(**{f"{self.office_path}__in": offices})
        if self.shared:
            seen |= Q(**{f"{self.office_path}__isnull": True})
        return self.filter(seen)

    def owned(self):
        """The rows of offices; reference rows and defaults left out."""
        return self.filter(**{f"{self.office_path}__isnull": False})

    def of_office(self, office):
        """The rows of one office."""
        return self.filter(**{self.office_path: office})


class MembershipQuerySet(OfficeScopedQuerySet):
    pass
