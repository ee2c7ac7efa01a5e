from django.core.exceptions import PermissionDenied
from django_filters.views import FilterView

from accounts.models import Office
from activities.choices import Involvement
from activities.filters import ActivityFilter
from activities.models import Activity
from activities.views.scope import office_of_page, relationship_asked_for

# The filters that stand open; the others are folded away until one of them is used.
OPEN = ["q", "type", "status", "relationship", "involvement", "year", "ordering"]
FOLDED = ["involvement_class", "live", "field", "mode", "has_money", "date_from", "date_to",
          "year_from", "year_until", "country", "region", "tier", "owner"]  # fmt: skip


class ActivityList(FilterView):
    """The activities of one office, or of one reference tie; void ones only when asked for."""

    filterset_class = ActivityFilter
    template_name = "activities/activity_list.html"
    paginate_by = 50
    strict = False

    def get_queryset(self):
        request = self.request
        self.relationship = relationship_asked_for(request)
        self.office = office_of_page(request, self.relationship)
        if not request.user.has_perm("activities.view_activity", self.office):
            raise PermissionDenied
        activities = Activity.objects.visible_to(request.user).of_office(self.office)
        if request.GET.get("status") != "void":
            activities = activities.not_void()
        return activities.with_relationships().order_by("-start_date", "-pk")

    def paginate_queryset(self, queryset, page_size):
        """A page that there is not leads to one that there is."""
        page = self.get_paginator(queryset, page_size).get_page(self.request.GET.get("page"))
        return page.paginator, page, page.object_list, page.has_other_pages()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        request, form = self.request, context["filter"].form
        return context | {
            "office": self.office,
            "offices": Office.objects.visible_to(request.user),
            "relationship": self.relationship,
            "legend_marks": Involvement.values,
            "hidden_fields": self.kept_in_address(),
            "may_add": request.user.has_perm("activities.add_activity", self.office),
            "address": "",
            "open_fields": [form[name] for name in OPEN],
            "folded_fields": [form[name] for name in FOLDED],
            "is_folded": not any(request.GET.get(name) for name in FOLDED),
            "is_filtered": any(request.GET.get(name) for name in context["filter"].filters),
        }

    def kept_in_address(self):
        """Which office is shown is no filter, and stays when the filters change."""
        slug = self.request.GET.get("office")
        return [("office", slug)] if slug else []
