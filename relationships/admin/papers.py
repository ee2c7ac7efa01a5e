from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from accounts.scoped_admin import ReadOnly, ScopedAdmin
from relationships.models import Agreement, AgreementDocument, Decision


@admin.register(Agreement)
class AgreementAdmin(ScopedAdmin):
    """Its documents are kept on the pages of the portal, where no earlier one is lost."""

    fieldsets = [
        (None, {"fields": ["relationship", "kind", "title", "supersedes"]}),
        (
            _("Term"),
            {
                "fields": [
                    ("signed_date", "signed_precision"),
                    ("effective_date", "end_date"),
                    ("ended_date", "ended_note"),
                    ("notice_days", "renews_by_itself"),
                ]
            },
        ),
        (
            _("Content"),
            {"fields": ["signatories", "goals", "source"]},
        ),
        (_("Record"), {"fields": ["created_by", "created_at", "updated_by", "updated_at"]}),
    ]
    readonly_fields = ["created_by", "created_at", "updated_by", "updated_at"]
    autocomplete_fields = ["relationship", "supersedes"]
    date_hierarchy = "signed_date"
    list_display = [
        "__str__",
        "relationship",
        "kind",
        "signed_date",
        "end_date",
        "renews_by_itself",
    ]
    list_filter = ["kind", "renews_by_itself"]
    list_select_related = ["relationship__home_city", "relationship__partner_city"]
    search_fields = [
        "title",
        "relationship__home_city__name",
        "relationship__partner_city__name",
    ]


@admin.register(Decision)
class DecisionAdmin(ScopedAdmin):
    autocomplete_fields = ["relationship"]
    date_hierarchy = "decided_date"
    list_display = [
        "__str__",
        "relationship",
        "result",
        "votes_for",
        "votes_against",
        "abstentions",
    ]
    list_filter = ["result"]
    list_select_related = ["relationship__home_city", "relationship__partner_city"]
    search_fields = ["body", "motion"]


@admin.register(AgreementDocument)
class AgreementDocumentAdmin(ReadOnly, ScopedAdmin):
    part_of = Agreement
    # Files have no address of their own, so the page shows none.
    exclude = ["file"]
    list_display = ["original_name", "agreement", "size", "sha256", "created_by", "removed_at"]
    list_filter = ["content_type"]
    list_select_related = ["agreement", "created_by"]
    search_fields = ["original_name", "agreement__title"]
