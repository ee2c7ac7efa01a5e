from django.contrib import admin, messages
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from accounts.scoped_admin import Kept, Part, ScopedAdmin
from activities.admin.forms import ActivityForm, VoidForm, day_of_statement
from activities.admin.lines import AidLines, Attachments, FundingLines, TravelLines
from activities.choices import Group, Status, unnumbered
from activities.models import Activity, ActivityField, ActivityRelationship
from activities.recording import tell
from activities.stating import state

DERIVED = ["is_live", "involvement", "participants", "is_unnumbered"]
STAMPS = ["recorded_date", "created_by", "created_at", "updated_by", "updated_at", "version"]


class Relationships(Part):
    model = ActivityRelationship
    autocomplete_fields = ["relationship"]
    verbose_name = _("relationship")
    verbose_name_plural = _("relationships")
    min_num = 1


class Fields(Part):
    model = ActivityField
    verbose_name = _("field of work")
    verbose_name_plural = _("fields of work")


@admin.register(Activity)
class ActivityAdmin(Kept, ScopedAdmin):
    """Activities are made void with a reason; they are not deleted."""

    form = ActivityForm
    fieldsets = [
        (None, {"fields": ["office", "title", "type", ("starts", "ends"), "place"]}),
        (_("How"), {"fields": ["mode", "direction", "programme"]}),
        (_("What became of it"), {"fields": ["status", ("reason_code", "reason_side"),
                                             "reason_note", "decision"]}),
        (_("Whose it was"), {"fields": ["government_role", "substance",
                                        ("led_by", "lead_organisation")]}),
        (_("Who took part"), {"fields": [*[(group, unnumbered(group)) for group in Group.values],
                                         ("travellers", "minors", "women")]}),
        (_("What is known of it"), {"fields": ["evidence", "outcome", "source_url", "note"]}),
        (_("Derived"), {"fields": DERIVED}),
        (_("Record"), {"fields": STAMPS}),
    ]  # fmt: skip
    readonly_fields = [*DERIVED, *STAMPS]
    inlines = [Relationships, Fields, FundingLines, TravelLines, AidLines, Attachments]
    autocomplete_fields = ["decision", "lead_organisation", "programme"]
    list_display = ["title", "office", "type", "period", "status", "involvement", "participants",
                    "is_live"]  # fmt: skip
    list_filter = ["status", "involvement", "is_live", "type",
                   ("office", admin.RelatedOnlyFieldListFilter)]  # fmt: skip
    list_select_related = ["office"]
    ordering = ["-pk"]
    search_fields = ["title"]
    show_full_result_count = False
    actions = ["make_void"]
    action_form = VoidForm

    def save_related(self, request, form, formsets, change):
        links = form.instance.activity_relationships.values_list("relationship", flat=True)
        before = set(links)
        super().save_related(request, form, formsets, change)
        tell(before.union(links.all()))

    @admin.display(description=_("when"), ordering="start_date")
    def period(self, activity):
        start, end = activity.starts, activity.ends
        return start.in_words() if start == end else f"{start.in_words()} – {end.in_words()}"

    @admin.action(description=_("Make void, with the reason beside"), permissions=["change"])
    def make_void(self, request, queryset):
        reason = request.POST.get("reason")
        if not reason:
            self.message_user(request, _("Say why the activity is made void."), messages.ERROR)
            return
        chosen = queryset.exclude(status=Status.VOID).select_related("office")
        allowed = [row for row in chosen if self.has_change_permission(request, row)]
        for activity in allowed:
            state(
                activity=activity, status=Status.VOID, reason_code=reason, by=request.user,
                today=day_of_statement(activity.office), version=activity.version,
            )  # fmt: skip
        said = ngettext("%d activity made void.", "%d activities made void.", len(allowed))
        self.message_user(request, said % len(allowed), messages.SUCCESS)
