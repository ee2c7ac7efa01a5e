from django.contrib import admin

from accounts.scoped_admin import Part, ReadOnly, ScopedAdmin
from reports.models import NetworkEdition, NetworkEditionFile


class NetworkFiles(ReadOnly, Part):
    model = NetworkEditionFile
    fields = ["format", "size", "sha256"]
    readonly_fields = fields


@admin.register(NetworkEdition)
class NetworkEditionAdmin(ReadOnly, ScopedAdmin):
    """Made and downloaded on the pages of the portal."""

    inlines = [NetworkFiles]
    exclude = ["summary"]
    date_hierarchy = "requested_at"
    list_display = ["year", "as_of", "language", "requested_by", "requested_at", "built_at"]
    list_filter = ["year"]
    list_select_related = ["requested_by"]
    search_fields = ["sha256"]
