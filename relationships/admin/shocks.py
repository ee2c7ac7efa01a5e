from django.contrib import admin

from accounts.scoped_admin import ScopedAdmin
from relationships.models import Shock


@admin.register(Shock)
class ShockAdmin(ScopedAdmin):
    date_hierarchy = "start_date"
    list_display = ["name", "kind", "start_date", "end_date", "office"]
    list_filter = ["kind"]
    list_select_related = ["office"]
    search_fields = ["name", "source"]
