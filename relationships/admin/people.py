from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from accounts.scoped_admin import Part, ScopedAdmin
from relationships.models import Contact, Organisation, PrimaryContact


@admin.register(Organisation)
class OrganisationAdmin(ScopedAdmin):
    autocomplete_fields = ["city"]
    list_display = ["name", "native_name", "kind", "side", "city", "office"]
    list_filter = ["kind", "side", ("office", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["city", "office"]
    search_fields = ["name", "native_name"]


class PrimaryFor(Part):
    model = PrimaryContact
    autocomplete_fields = ["relationship"]


@admin.register(Contact)
class ContactAdmin(ScopedAdmin):
    fieldsets = [
        (None, {"fields": ["office", "organisation", "side", "relationships"]}),
        (_("Person"), {"fields": [("family_name", "given_name"), "name_order",
                                  ("native_name", "native_language"), "salutation", "post"]}),
        (_("Reached"), {"fields": ["email", "phone", "reached_by"]}),
        (_("Kept up to date"), {"fields": [("from_date", "to_date"), "verified_date",
                                           ("source", "notice_date")]}),
        (_("Record"), {"fields": ["anonymised_at", "created_by", "created_at", "updated_by",
                                  "updated_at"]}),
    ]  # fmt: skip
    readonly_fields = ["anonymised_at", "created_by", "created_at", "updated_by", "updated_at"]
    autocomplete_fields = ["organisation", "relationships"]
    list_display = ["name", "native_name", "post", "organisation", "side", "verified_date"]
    list_filter = ["side", ("office", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["organisation"]
    search_fields = ["search_text", "organisation__search_text"]
    inlines = [PrimaryFor]
