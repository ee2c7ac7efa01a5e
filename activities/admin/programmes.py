from django.contrib import admin

from accounts.scoped_admin import ScopedAdmin
from activities.models import Programme
from relationships.models import Relationship


@admin.register(Programme)
class ProgrammeAdmin(ScopedAdmin):
    part_of = Relationship
    autocomplete_fields = ["relationship"]
    list_display = ["name", "relationship", "every_years", "first_year", "last_year"]
    list_filter = ["every_years"]
    list_select_related = ["relationship__home_city", "relationship__partner_city"]
    search_fields = [
        "name",
        "relationship__home_city__name",
        "relationship__partner_city__name",
    ]
