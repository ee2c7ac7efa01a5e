from auditlog.admin import LogEntryAdmin
from auditlog.filters import ResourceTypeFilter
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group
from django.utils.translation import gettext_lazy as _

from accounts.models import Change, Membership, Office, User
from accounts.scoped_admin import Part, ReadOnly, ScopedAdmin
from accounts.sign_in_form import AdminSignInForm

# Rights come from memberships alone; a group would promise what it cannot give.
admin.site.unregister(Group)
admin.site.unregister(Change)
admin.site.login_form = AdminSignInForm


class NewUserForm(AdminUserCreationForm):
    class Meta:
        model = User
        fields = ["email", "name"]


class UserForm(UserChangeForm):
    class Meta:
        model = User
        fields = ["email", "name", "language", "is_active", "is_staff", "is_superuser"]


class MembershipsOfUser(Part):
    model = Membership
    autocomplete_fields = ["office"]


class MembershipsOfOffice(ReadOnly, Part):
    """To read: roles are given one by one, under memberships."""

    model = Membership


@admin.register(User)
class UserAdmin(DjangoUserAdmin):
    form = UserForm
    add_form = NewUserForm
    fieldsets = [
        (None, {"fields": ["email", "password"]}),
        (_("Person"), {"fields": ["name", "language"]}),
        (_("Sign-in"), {"fields": ["is_active", "is_staff", "is_superuser"]}),
        (_("Dates"), {"fields": ["last_login", "joined_at"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["email", "name", "usable_password", "password1", "password2"]})
    ]
    readonly_fields = ["last_login", "joined_at"]
    inlines = [MembershipsOfUser]
    list_display = ["name", "email", "language", "is_active", "is_staff", "last_login"]
    list_filter = ["is_active", "is_staff", "is_superuser", "memberships__office"]
    search_fields = ["name", "email"]
    ordering = ["name", "pk"]
    filter_horizontal = []


@admin.register(Office)
class OfficeAdmin(ScopedAdmin):
    fieldsets = [
        (None, {"fields": ["name", "slug"]}),
        (
            _("Place and time"),
            {"fields": ["time_zone", "language", "currency", "fiscal_year_start_month"]},
        ),
        (
            _("Shown"),
            {
                "fields": [
                    "has_public_register",
                    "publishes_titles",
                    "register_licence",
                    "shares_with_network",
                    ("is_demonstration", "demonstration_date"),
                ]
            },
        ),
    ]
    prepopulated_fields = {"slug": ["name"]}
    inlines = [MembershipsOfOffice]
    list_display = ["name", "slug", "time_zone", "currency", "fiscal_year_start_month",
                    "has_public_register", "is_demonstration"]  # fmt: skip
    list_filter = ["is_demonstration", "has_public_register", "language"]
    search_fields = ["name", "slug"]


@admin.register(Membership)
class MembershipAdmin(ScopedAdmin):
    list_display = ["user", "office", "role", "wants_digest", "council_digest"]
    list_filter = ["role", ("office", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["user", "office"]
    search_fields = ["user__name", "user__email", "office__name"]

    def has_change_permission(self, request, obj=None):
        """Nobody raises their own role, except a superuser."""
        if obj and obj.user_id == request.user.pk and not request.user.is_superuser:
            return False
        return super().has_change_permission(request, obj)


@admin.register(Change)
class ChangeAdmin(LogEntryAdmin):
    """The whole history, over all offices: for superusers. Offices read it record by record."""

    list_display = ["created", "resource_url", "action", "msg_short", "user_url", "cid"]
    list_filter = ["action", ResourceTypeFilter]
    search_fields = ["object_repr", "actor__name", "actor__email"]
    show_full_result_count = False
