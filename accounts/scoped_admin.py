"""The administration of records that belong to offices: the scope of the pages, kept here too.

A superuser sees all. Other staff see what ``visible_to`` shows them, may do what their role in
the office of the record grants, and choose only among what is theirs.
"""

from django.contrib import admin
from django.contrib.auth import get_permission_codename
from django.db import models

from accounts.models import Office, Stamped
from accounts.one_office_form import OneOfficeForm
from twinportal.uploads import DocumentField


def right_to(act: str, model) -> str:
    """The name of Django's permission for ``act`` (view, add, change) on ``model``."""
    return f"{model._meta.app_label}.{get_permission_codename(act, model._meta)}"


class ScopedChoices:
    """Foreign keys offer, to all but superusers, the rows that the person may work on."""

    form = OneOfficeForm
    formfield_overrides = {
        models.URLField: {"assume_scheme": "https"},
        models.FileField: {"form_class": DocumentField},
    }

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        field = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if field and not request.user.is_superuser:
            self._narrow(field, request.user)
            # A row without an office is for everybody, and only a superuser makes one.
            field.required |= field.queryset.model is Office
        return field

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        field = super().formfield_for_manytomany(db_field, request, **kwargs)
        if field and not request.user.is_superuser:
            field.queryset = field.queryset.visible_to(request.user)
        return field

    def _narrow(self, field, user):
        rows = field.queryset
        if hasattr(rows, "visible_to"):
            rows = rows.visible_to(user, self.right("add"), self.right("change"))
        if hasattr(rows, "owned"):
            rows = rows.owned()
        field.queryset = rows


class ScopedAdmin(ScopedChoices, admin.ModelAdmin):
    """Only rows in reach, rights by the office of the row, and who saved it is noted.

    ``part_of`` names the model whose rights count, where a model is a part of another record.
    """

    part_of = None
    list_per_page = 50

    def right(self, act):
        if self.part_of:
            return right_to("view" if act == "view" else "change", self.part_of)
        return right_to(act, self.model)

    def rights(self):
        """Whoever has one of these sees the rows."""
        return [self.right(act) for act in ("view", "change", "add")]

    def get_queryset(self, request):
        rows = super().get_queryset(request)
        if request.user.is_superuser or not hasattr(rows, "visible_to"):
            return rows
        return rows.visible_to(request.user, *self.rights())

    def has_view_permission(self, request, obj=None):
        # Which rows: the queryset leaves out those beyond the person's reach.
        return any(request.user.has_perm(right) for right in self.rights())

    def has_add_permission(self, request):
        return request.user.has_perm(self.right("add"))

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm(self.right("change"), obj)

    def save_model(self, request, obj, form, change):
        stamp(obj, request.user)
        super().save_model(request, obj, form, change)

    def save_formset(self, request, form, formset, change):
        for part in formset.save(commit=False):
            stamp(part, request.user)
            part.save()
        for part in formset.deleted_objects:
            part.delete()
        formset.save_m2m()


def stamp(record, by):
    """Note who saves, on records that keep it."""
    if isinstance(record, Stamped):
        record.stamp(by)
    elif record._state.adding and hasattr(record, "created_by"):
        record.created_by = by


class Part(ScopedChoices, admin.TabularInline):
    """Rows that are part of another record: whoever may change that may change them."""

    extra = 0

    def right(self, act):
        return right_to(act, self.parent_model)

    def has_view_permission(self, request, obj=None):
        return self._whole(request).has_view_permission(request, obj)

    def has_add_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        whole = self._whole(request)
        return (
            whole.has_change_permission(request, obj) if obj else whole.has_add_permission(request)
        )

    def has_delete_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def _whole(self, request):
        return self.admin_site.get_model_admin(self.parent_model)


class Kept:
    """Nothing is deleted here: it is made void, ended or superseded, and stays on record."""

    def has_delete_permission(self, request, obj=None):
        return False


class ReadOnly(Kept):
    """Written by the portal itself, step by step; here it can only be read."""

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class Shared:
    """Public facts that all offices share: everybody on staff reads them."""

    def has_view_permission(self, request, obj=None):
        return True
