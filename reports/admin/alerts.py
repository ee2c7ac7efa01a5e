from django.contrib import admin

from accounts.scoped_admin import Part, ReadOnly, ScopedAdmin
from reports.models import Alert, AlertStep, Evaluation

TIE = ["relationship__home_city", "relationship__partner_city"]
CITIES = [f"{city}__name" for city in TIE]


class Steps(ReadOnly, Part):
    model = AlertStep
    fields = ["taken_at", "taken_by", "state", "note"]
    readonly_fields = fields


@admin.register(Alert)
class AlertAdmin(ReadOnly, ScopedAdmin):
    """Answered on the alert's own page, which keeps each step."""

    inlines = [Steps]
    date_hierarchy = "as_of"
    list_display = ["relationship", "kind", "period", "state", "as_of", "raised_at", "resolved_at"]
    list_filter = ["kind", "state"]
    list_select_related = TIE
    search_fields = CITIES
    show_full_result_count = False


@admin.register(AlertStep)
class AlertStepAdmin(ReadOnly, ScopedAdmin):
    part_of = Alert
    date_hierarchy = "taken_at"
    list_display = ["alert", "state", "taken_at", "taken_by", "note"]
    list_filter = ["state"]
    list_select_related = ["taken_by", *[f"alert__{city}" for city in TIE]]
    search_fields = ["note"]


@admin.register(Evaluation)
class EvaluationAdmin(ReadOnly, ScopedAdmin):
    list_display = ["relationship", "year", "rule_version", "activity_status", "as_of"]
    list_filter = ["year", "activity_status", "rule_version"]
    list_select_related = TIE
    ordering = ["-pk"]
    search_fields = CITIES
    show_full_result_count = False
