from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils.formats import number_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.current_office import office_for, today_in
from accounts.models import Office
from relationships.models import Relationship
from reports.portfolio import narrowed, ordered, rows, standing_counts
from reports.portfolio_filter import PortfolioFilter, ReferenceFilter
from reports.summary import annual_summary

PAGE_SIZE = 50


@require_safe
def relationship_list(request):
    """How do all ties stand? Those of one office, or with ``?scope=reference`` those to compare."""
    office = office_for(request)
    if not request.user.has_perm("relationships.view_relationship", office):
        raise PermissionDenied
    context = page_asked_for(request, office).context()
    return render(request, "relationships/relationship_list.html", context)


def page_asked_for(request, office):
    """The list that the address means, with its filters."""
    page = ReferencePage if request.GET.get("scope") == "reference" else PortfolioPage
    return page(request, office)


class Page:
    """What both lists share: the filters, the paging and what stands around the table.

    The office and the scope are addresses, not filters: they say which list it is.
    """

    default_order = "name"

    def __init__(self, request, office):
        self.request, self.office, self.today = request, office, today_in(office)
        self.visible = Relationship.objects.visible_to(request.user)
        asked = request.GET.copy()
        self.kept = [(name, asked.pop(name)[-1]) for name in ["office", "scope"] if name in asked]
        asked.setdefault("ordering", self.default_order)
        self.filter = self.filter_class(asked, self.scope(), request=request)
        self.form = self.filter.form
        self.form.fields["q"].label = _("Find a city")

    def summary_of(self, relationships):
        return annual_summary(year=self.today.year, as_of=self.today, relationships=relationships)

    def pks(self) -> list[int]:
        """All ties that the filters leave, on whatever page of the list."""
        return list(self.filter.qs.values_list("pk", flat=True))

    def page_of(self, rows):
        return Paginator(rows, PAGE_SIZE).get_page(self.request.GET.get("page"))

    def context(self):
        used = {name for name in self.filter.filters if self.request.GET.get(name)}
        shown = self.read()
        total = shown["page_obj"].paginator.count
        return shown | {
            "total": number_format(total, force_grouping=True),
            "is_reference": self.is_reference,
            "as_of": self.today,
            "office": self.office,
            "offices": Office.objects.visible_to(self.request.user),
            "filter": self.filter,
            "default_order": self.default_order,
            "open_fields": [self.form[name] for name in self.open_fields],
            "folded_fields": [self.form[name] for name in self.folded_fields],
            "is_folded": not used & set(self.folded_fields),
            "is_filtered": bool(used - {"ordering", "office", "scope"}),
            "hidden_fields": self.kept,
            "same_list": urlencode(self.kept),
            "may_save_cohort": self.request.user.has_perm("relationships.add_cohort", self.office),
            "may_add": self.request.user.has_perm("relationships.add_relationship", self.office),
        }


class PortfolioPage(Page):
    """An office's own relationships. All are summed up first, to filter and sort by figures."""

    is_reference = False
    filter_class = PortfolioFilter
    open_fields = ["q", "activity_status", "country", "took_part", "legal_status", "ordering"]
    folded_fields = ["flag", "region", "tier", "owner", "tag"]
    default_order = "status"

    def scope(self):
        return self.visible.of_office(self.office)

    def pks(self):
        ties = self.summary_of(self.filter.qs).ties
        return [tie.id for tie in narrowed(ties, self.form.cleaned_data)]

    def read(self):
        summary = self.summary_of(self.filter.qs)
        asked = self.form.cleaned_data
        by = asked.get("ordering") or [self.default_order]
        ties = ordered(narrowed(summary.ties, asked), by[0])
        page = self.page_of(ties)
        return {
            "summary": summary,
            "standing": standing_counts(ties),
            "page_obj": page,
            "rows": rows(summary, page.object_list),
        }


class ReferencePage(Page):
    """Ties to compare with, tens of thousands: the page is chosen first, then summed up."""

    is_reference = True
    filter_class = ReferenceFilter
    open_fields = ["q", "country", "tier", "ordering"]
    folded_fields = ["region", "legal_status"]

    def scope(self):
        return self.visible.reference()

    def read(self):
        page = self.page_of(self.filter.qs)
        pks = [tie.pk for tie in page.object_list]
        summary = self.summary_of(Relationship.objects.filter(pk__in=pks))
        by_pk = {tie.id: tie for tie in summary.ties}
        return {
            "summary": summary,
            "standing": [],
            "page_obj": page,
            "rows": rows(summary, [by_pk[pk] for pk in pks]),
        }
