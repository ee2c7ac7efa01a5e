from django.db import models
from django.db.models import Q


class UserQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The people who have a role in an office in which ``user`` has one."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        colleagues = user.memberships.values("office__memberships__user")
        return self.filter(pk__in=colleagues)


class OfficeQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The offices in which ``user`` has a role; none for somebody who may not sign in."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self.filter(pk__in=user.memberships.values("office"))


class MembershipQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Memberships of the offices in which ``user`` has a role."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        return self.filter(office__in=user.memberships.values("office"))


class OfficeScopedQuerySet(models.QuerySet):
    """Rows that belong to one office; the base of every list in the portal.

    ``office_path`` is the look-up that leads to the office. Where ``shared`` is true a row
    without an office is for everybody (reference ties and what hangs on them).
    """

    office_path = "office"
    shared = False

    def visible_to(self, user):
        """The rows of the offices in which ``user`` has a role, and the shared ones."""
        if not user.is_authenticated or not user.is_active:
            return self.none()
        seen = Q(**{f"{self.office_path}__in": user.memberships.values("office")})
        if self.shared:
            seen |= Q(**{f"{self.office_path}__isnull": True})
        return self.filter(seen)

    def of_office(self, office):
        """The rows of one office."""
        return self.filter(**{self.office_path: office})
