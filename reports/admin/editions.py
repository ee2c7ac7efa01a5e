from django.contrib import admin

from accounts.scoped_admin import Part, ReadOnly, ScopedAdmin
from reports.models import Edition, EditionFile


class Files(ReadOnly, Part):
    model = EditionFile
    fields = ["format", "size", "sha256"]
    readonly_fields = fields


@admin.register(Edition)
class EditionAdmin(ReadOnly, ScopedAdmin):
    """Made and downloaded on the pages of the portal."""

    inlines = [Files]
    exclude = ["summary"]
    date_hierarchy = "requested_at"
    list_display = ["office", "year", "as_of", "language", "requested_by", "requested_at",
                    "built_at"]  # fmt: skip
    list_display_links = ["year"]
    list_filter = ["year", ("office", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["office", "requested_by"]
    search_fields = ["office__name", "sha256"]


@admin.register(EditionFile)
class EditionFileAdmin(ReadOnly, ScopedAdmin):
    part_of = Edition
    # Editions are downloaded on their own page; the file has no other address.
    exclude = ["file"]
    list_display = ["edition", "format", "size", "sha256"]
    list_filter = ["format"]
    list_select_related = ["edition__office"]
    search_fields = ["sha256", "edition__office__name"]
