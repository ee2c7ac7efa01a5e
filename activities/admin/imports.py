from django.contrib import admin

from accounts.scoped_admin import ReadOnly, ScopedAdmin
from activities.models import Import, SourceRow


@admin.register(Import)
class ImportAdmin(ReadOnly, ScopedAdmin):
    date_hierarchy = "imported_at"
    list_display = ["file_name", "kind", "office", "imported_at", "imported_by", "rows_read",
                    "created", "already_known", "updated", "refused"]  # fmt: skip
    list_filter = ["kind", ("office", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["office", "imported_by"]
    search_fields = ["file_name", "sha256"]


@admin.register(SourceRow)
class SourceRowAdmin(ReadOnly, ScopedAdmin):
    part_of = Import
    list_display = ["key", "kind", "source", "sheet", "line", "relationship", "activity"]
    list_filter = ["kind"]
    list_select_related = ["source", "activity", "relationship__home_city",
                           "relationship__partner_city"]  # fmt: skip
    ordering = ["-pk"]
    search_fields = ["key"]
    show_full_result_count = False
