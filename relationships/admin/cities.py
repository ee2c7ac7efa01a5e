from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from accounts.scoped_admin import Kept, Part, ScopedAdmin, Shared
from relationships.folding import fold
from relationships.models import City, CityAlias, HomeCity, Leader


class Aliases(Part):
    model = CityAlias


@admin.register(City)
class CityAdmin(Shared, Kept, ScopedAdmin):
    fieldsets = [
        (None, {"fields": ["name", ("native_name", "native_language"), "kind"]}),
        (_("Place"), {"fields": ["country", "region", ("latitude", "longitude"), "population"]}),
        (_("Identity"), {"fields": ["wikidata_id", "successor"]}),
    ]
    inlines = [Aliases]
    autocomplete_fields = ["successor"]
    list_display = ["name", "native_name", "region", "country", "kind", "population"]
    list_filter = ["kind"]
    search_fields = ["search_text"]
    search_help_text = _("Any name in any script, with or without accents.")
    show_full_result_count = False

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, fold(search_term))

    def save_related(self, request, form, formsets, change):
        """An alias that was taken away is no longer found."""
        super().save_related(request, form, formsets, change)
        form.instance.save(update_fields=["search_text"])


@admin.register(HomeCity)
class HomeCityAdmin(ScopedAdmin):
    autocomplete_fields = ["city"]
    list_display = ["city", "office"]
    list_filter = [("office", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["city", "office"]
    search_fields = ["city__name", "office__name"]


@admin.register(Leader)
class LeaderAdmin(Shared, ScopedAdmin):
    autocomplete_fields = ["city"]
    date_hierarchy = "from_date"
    list_display = ["name", "native_name", "post", "city", "from_date", "to_date"]
    list_filter = ["post"]
    list_select_related = ["city"]
    search_fields = ["name", "native_name", "city__name"]
