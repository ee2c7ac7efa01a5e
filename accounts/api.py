"""What the read-only API shares: the scope and the rights of the pages, and how dates are said."""

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers, viewsets
from rest_framework.permissions import IsAuthenticated

from accounts.permissions import require


class MayView(IsAuthenticated):
    """The view's ``permission``, in any office for a list and in the record's office for one."""

    def has_permission(self, request, view):
        return super().has_permission(request, view) and request.user.has_perm(view.permission)

    def has_object_permission(self, request, view, record):
        require(request.user, view.permission, record)
        return True


class ScopedViewSet(viewsets.ReadOnlyModelViewSet):
    """Rows that the person may read: outside their offices 404, inside without the right 403.

    A list leaves out the offices in which the person's role does not grant ``permission``.
    """

    permission: str
    permission_classes = [MayView]

    def get_queryset(self):
        rows = super().get_queryset()
        rights = [self.permission] if self.action == "list" else []
        return rows.visible_to(self.request.user, *rights)


@extend_schema_field({"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"})
class PartialDateField(serializers.Field):
    """A date as precisely as it is known: ``1980``, ``1980-07`` or ``1980-07-20``."""

    def __init__(self, **kwargs):
        super().__init__(read_only=True, **kwargs)

    def to_representation(self, value):
        return str(value)


class OfficeSlugField(serializers.SlugRelatedField):
    """The short name of the record's office; null for a reference record."""

    def __init__(self, **kwargs):
        super().__init__(slug_field="slug", read_only=True, allow_null=True, **kwargs)
