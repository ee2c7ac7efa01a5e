from django.contrib import admin

from accounts.scoped_admin import ReadOnly, ScopedAdmin
from activities.models import CheckedRow, Import, SourceRow


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


@admin.register(CheckedRow)
class CheckedRowAdmin(ReadOnly, ScopedAdmin):
    """What the last check found; rows are corrected on the page of their import."""

    part_of = Import
    list_display = ["source", "line", "outcome", "relationship", "title", "sentence"]
    list_filter = ["outcome"]
    list_select_related = ["source"]
    ordering = ["-source", "rank", "line"]
    search_fields = ["source__file_name", "relationship", "title"]
    show_full_result_count = False
