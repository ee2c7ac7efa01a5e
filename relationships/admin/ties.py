from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from accounts.scoped_admin import Kept, Part, ScopedAdmin
from relationships.folding import fold
from relationships.models import (
    Agreement,
    Cohort,
    Decision,
    LegalStatusChange,
    Relationship,
    Tag,
)


class LegalHistory(Part):
    model = LegalStatusChange
    can_delete = False
    fields = ["status", "date", "precision", "decision", "note"]
    autocomplete_fields = ["decision"]


class Agreements(Part):
    model = Agreement
    can_delete = False
    fields = ["kind", "title", "signed_date", "signed_precision", "effective_date", "end_date"]
    show_change_link = True


class Decisions(Part):
    model = Decision
    can_delete = False
    fields = ["body", "decided_date", "motion", "result"]
    show_change_link = True


@admin.register(Relationship)
class RelationshipAdmin(Kept, ScopedAdmin):
    """Ties are ended or become historical; they are not deleted."""

    fieldsets = [
        (None, {"fields": ["office", "home_city", "partner_city", ("tier", "tier_label")]}),
        (_("Standing"), {"fields": [("start_date", "start_precision"), "legal_status"]}),
        (_("Carried by"), {"fields": ["owner", "community_body", "tags"]}),
        (_("Notes"), {"fields": ["source", "note"]}),
        (_("Record"), {"fields": ["created_by", "created_at", "updated_by", "updated_at"]}),
    ]
    readonly_fields = ["created_by", "created_at", "updated_by", "updated_at"]
    inlines = [LegalHistory, Agreements, Decisions]
    autocomplete_fields = ["home_city", "partner_city", "community_body", "tags"]
    list_display = ["__str__", "office", "tier", "legal_status", "start_date", "start_precision"]
    list_filter = ["tier", "legal_status", ("office", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["home_city", "partner_city", "office"]
    search_fields = ["home_city__search_text", "partner_city__search_text"]
    search_help_text = _("A city, in any script, with or without accents.")
    show_full_result_count = False

    def get_readonly_fields(self, request, obj=None):
        """Once on record, the legal status follows its history."""
        return [*self.readonly_fields, "legal_status"] if obj else self.readonly_fields

    def get_search_results(self, request, queryset, search_term):
        return super().get_search_results(request, queryset, fold(search_term))

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        form.instance.follow_legal_history(by=request.user)


@admin.register(LegalStatusChange)
class LegalStatusChangeAdmin(Kept, ScopedAdmin):
    part_of = Relationship
    autocomplete_fields = ["relationship", "decision"]
    date_hierarchy = "date"
    list_display = ["relationship", "status", "date", "precision", "created_by", "created_at"]
    list_filter = ["status"]
    list_select_related = ["relationship__home_city", "relationship__partner_city", "created_by"]
    readonly_fields = ["created_by", "created_at"]
    search_fields = ["relationship__home_city__name", "relationship__partner_city__name"]

    def save_model(self, request, obj, form, change):
        super().save_model(request, obj, form, change)
        obj.relationship.follow_legal_history(by=request.user)


@admin.register(Tag)
class TagAdmin(ScopedAdmin):
    part_of = Relationship
    list_display = ["name", "office"]
    list_filter = [("office", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["office"]
    search_fields = ["name"]


@admin.register(Cohort)
class CohortAdmin(ScopedAdmin):
    form = forms.ModelForm  # ties of several offices may be compared
    raw_id_fields = ["relationships"]
    list_display = ["name", "title", "office", "is_demonstration"]
    list_filter = ["is_demonstration"]
    list_select_related = ["office"]
    prepopulated_fields = {"name": ["title"]}
    search_fields = ["name", "title"]
