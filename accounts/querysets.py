from django.db import models
from django.db.models import Q

from accounts.roles import roles_with


def may_sign_in(user) -> bool:
    return user.is_authenticated and user.is_active


def memberships_of(user, permission: str | None = None):
    """The memberships of ``user``; with ``permission`` those whose role grants it."""
    if permission is None:
        return user.memberships.all()
    return user.memberships.filter(role__in=roles_with(permission))


class UserQuerySet(models.QuerySet):
    def visible_to(self, user, permission=None):
        """The people who have a role in an office of ``user``."""
        if not may_sign_in(user):
            return self.none()
        colleagues = memberships_of(user, permission).values("office__memberships__user")
        return self.filter(pk__in=colleagues)


class OfficeQuerySet(models.QuerySet):
    def visible_to(self, user, permission=None):
        """The offices of ``user``; with ``permission`` those in which the role grants it."""
        if not may_sign_in(user):
            return self.none()
        return self.filter(pk__in=memberships_of(user, permission).values("office"))


class OfficeScopedQuerySet(models.QuerySet):
    """Rows that belong to one office; the base of every list in the portal.

    ``office_path`` is the look-up that leads to the office. Where ``shared`` is true a row
    without an office is for everybody (reference ties and what hangs on them).
    """

    office_path = "office"
    shared = False

    def visible_to(self, user, permission=None):
        """The rows of the offices in which ``user`` has a role, and the shared ones.

        With ``permission`` only the offices in which the role grants it: somebody may be officer
        in one office and network viewer in another.
        """
        if not may_sign_in(user):
            return self.none()
        offices = memberships_of(user, permission).values("office")
        seen = Q(**{f"{self.office_path}__in": offices})
        if self.shared:
            seen |= Q(**{f"{self.office_path}__isnull": True})
        return self.filter(seen)

    def of_office(self, office):
        """The rows of one office."""
        return self.filter(**{self.office_path: office})


class MembershipQuerySet(OfficeScopedQuerySet):
    pass
