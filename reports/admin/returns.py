from django.contrib import admin

from accounts.scoped_admin import ReadOnly, ScopedAdmin
from reports.models import AnnualReturn


@admin.register(AnnualReturn)
class AnnualReturnAdmin(ReadOnly, ScopedAdmin):
    """Given on the page of the yearly return, which looks at the record first."""

    list_display = ["relationship", "year", "state", "attested_by", "attested_date"]
    list_filter = ["year", "state"]
    list_select_related = ["relationship__home_city", "relationship__partner_city", "attested_by"]
    search_fields = ["relationship__home_city__name", "relationship__partner_city__name"]
    show_full_result_count = False
