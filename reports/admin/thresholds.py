from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from accounts.scoped_admin import Kept, ScopedAdmin
from reports.models import Policy


@admin.register(Policy)
class PolicyAdmin(Kept, ScopedAdmin):
    """A change is a new version from a date on; what was judged by an older one stays."""

    fieldsets = [
        (None, {"fields": ["office", "tier", "valid_from", "note", "set_by"]}),
        (
            _("Months since the last activity"),
            {"fields": ["active_months", "cooling_months", "inactive_months", "new_months"]},
        ),
        (
            _("Who carries the tie"),
            {"fields": ["heavy_minimum", "heavy_percent", "community_percent",
                        "unclassified_percent"]},
        ),
        (_("Years"), {"fields": ["window_years", "sporadic_percent", "grace_days"]}),
    ]  # fmt: skip
    readonly_fields = ["set_by"]
    list_display = ["office", "tier", "valid_from", "active_months", "cooling_months",
                    "inactive_months", "heavy_percent", "set_by"]  # fmt: skip
    list_display_links = ["valid_from"]
    list_filter = ["tier", ("office", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["office", "set_by"]
    search_fields = ["office__name", "note"]

    def save_model(self, request, obj, form, change):
        obj.set_by = request.user
        super().save_model(request, obj, form, change)
