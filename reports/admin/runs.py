from django.contrib import admin

from accounts.scoped_admin import ReadOnly, ScopedAdmin
from reports.models import JobRun, Message


@admin.register(JobRun)
class JobRunAdmin(ReadOnly, ScopedAdmin):
    date_hierarchy = "queued_at"
    list_display = ["name", "office", "year", "state", "done", "total", "attempts", "queued_at",
                    "finished_at"]  # fmt: skip
    list_filter = ["state", "name"]
    list_select_related = ["office"]
    search_fields = ["name", "note"]
    show_full_result_count = False


@admin.register(Message)
class MessageAdmin(ReadOnly, ScopedAdmin):
    date_hierarchy = "created_at"
    list_display = ["digest", "recipient", "office", "state", "attempts", "created_at", "sent_at"]
    list_filter = ["state", ("office", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["recipient", "office"]
    search_fields = ["digest", "recipient__name", "message_id"]
    show_full_result_count = False
