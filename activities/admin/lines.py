"""Money, aid and files of activities: kept with their activity, listed here over all of them."""

from django import forms
from django.contrib import admin
from django.db import models

from accounts.scoped_admin import Part, ReadOnly, ScopedAdmin
from activities.models import Activity, AidLine, Attachment, FundingLine, TravelLine


class FundingLines(Part):
    model = FundingLine


class TravelLines(Part):
    model = TravelLine
    formfield_overrides = {models.TextField: {"widget": forms.Textarea(attrs={"rows": 2})}}


class AidLines(Part):
    model = AidLine
    raw_id_fields = ["in_return_of"]


class Attachments(ReadOnly, Part):
    model = Attachment
    fields = ["title", "original_name", "content_type", "size", "sha256"]
    readonly_fields = fields


class LineAdmin(ReadOnly, ScopedAdmin):
    part_of = Activity
    list_select_related = ["activity"]


@admin.register(FundingLine)
class FundingLineAdmin(LineAdmin):
    list_display = ["activity", "payer", "payer_name", "amount", "currency", "is_planned"]
    list_filter = ["payer", "is_planned"]
    search_fields = ["activity__title", "payer_name"]


@admin.register(TravelLine)
class TravelLineAdmin(LineAdmin):
    date_hierarchy = "from_date"
    list_display = ["activity", "member", "destination", "from_date", "to_date",
                    "cost_to_council", "total_cost", "currency"]  # fmt: skip
    search_fields = ["activity__title", "member", "destination"]


@admin.register(AidLine)
class AidLineAdmin(LineAdmin):
    list_display = ["activity", "kind", "item", "quantity", "unit", "shipped_date", "arrived_date"]
    list_filter = ["kind"]
    search_fields = ["activity__title", "item"]


@admin.register(Attachment)
class AttachmentAdmin(LineAdmin):
    # Files have no address of their own, so the page shows none.
    exclude = ["file"]
    list_display = ["title", "activity", "original_name", "content_type", "size", "created_by"]
    list_filter = ["content_type"]
    list_select_related = ["activity", "created_by"]
    search_fields = ["title", "original_name", "activity__title"]
