from django.contrib import admin

from accounts.scoped_admin import ReadOnly, ScopedAdmin
from reports.models import CalendarFeed


@admin.register(CalendarFeed)
class CalendarFeedAdmin(ReadOnly, ScopedAdmin):
    """Who reads which calendar from outside; the link itself is known to nobody here.

    A link is made by its owner alone, and may be taken away for them.
    """

    list_display = ["user", "office", "created_at"]
    list_filter = [("office", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["user", "office"]
    search_fields = ["user__name", "user__email", "office__name"]

    def has_delete_permission(self, request, obj=None):
        return request.user.is_superuser
