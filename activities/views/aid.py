"""The aid ledger of an office or a relationship: page, file, and what came in return."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import F
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import Office
from accounts.permissions import require
from activities.aid.as_csv import as_csv
from activities.aid.filters import AidFilter
from activities.aid.keeping import give_in_return
from activities.aid.ledger import standing, totals
from activities.forms.in_return import InReturnForm
from activities.models import AidLine
from activities.views.scope import office_of_page, relationship_asked_for

PAGE_SIZE = 50
OPEN = ["item", "relationship", "kind", "stands", "date_from", "date_to"]
MOST_TO_CHOOSE = 200


@require_safe
def aid_ledger(request):
    """Every line with where it stands, and totals of what may be added up."""
    relationship, office, found = _found(request)
    page = Paginator(_with_names(found.qs), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "office": office,
        "offices": Office.objects.visible_to(request.user),
        "relationship": relationship,
        "filter": found,
        "open_fields": [found.form[name] for name in OPEN],
        "hidden_fields": [("office", office.slug)] if "office" in request.GET and office else [],
        "is_filtered": any(request.GET.get(name) for name in OPEN),
        "page_obj": page,
        "rows": [(line, standing(line)) for line in page],
        "totals": totals(found.qs),
        "may_change": bool(office) and request.user.has_perm("activities.change_activity", office),
    }
    return render(request, "activities/aid_ledger.html", context)


@require_safe
def aid_export(request):
    """The same lines as a file; with a filter that cannot be, the page, which says so."""
    _relationship, office, found = _found(request)
    if not found.form.is_valid():
        return redirect(f"{reverse('aid_ledger')}?{request.GET.urlencode()}")
    answer = HttpResponse(as_csv(_with_names(found.qs)), content_type="text/csv; charset=utf-8")
    name = f"aid-{office.slug if office else 'reference'}.csv"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
def aid_in_return(request, pk):
    """Say for which other aid of the same relationships this was given in return."""
    lines = _lines(request.user).filter(activity__office__isnull=False)
    line = get_object_or_404(lines, pk=pk)
    require(request.user, "activities.change_activity", line.activity)
    ties = line.activity.relationships.all()
    others = lines.filter(activity__relationships__in=ties).exclude(pk=pk).distinct()
    form = InReturnForm(request.POST or None, line=line, others=_to_choose(others, line))
    if request.method == "POST" and form.is_valid():
        give_in_return(line=line, of=form.cleaned_data["in_return_of"], by=request.user)
        messages.success(request, _("It is kept what it was given in return of."))
        office = urlencode({"office": line.activity.office.slug})
        return redirect(f"{reverse('aid_ledger')}?{office}")
    context = {"line": line, "activity": line.activity, "form": form}
    return render(request, "activities/aid_in_return.html", context)


def _to_choose(others, line):
    """The latest ones; what is chosen already always among them."""
    latest = others.order_by("-activity__start_date", "-pk").values_list("pk", flat=True)
    chosen = [*latest[:MOST_TO_CHOOSE], line.in_return_of_id]
    return AidLine.objects.filter(pk__in=chosen).select_related("activity")


def _found(request):
    relationship = relationship_asked_for(request)
    office = office_of_page(request, relationship)
    if not request.user.has_perm("activities.view_activity", office):
        raise PermissionDenied
    lines = _lines(request.user).filter(activity__office=office)
    latest = Coalesce("arrived_date", "shipped_date", "requested_date", "activity__start_date")
    lines = lines.order_by(latest.desc(), F("pk").desc())
    return relationship, office, AidFilter(request.GET, lines, request=request)


def _lines(user):
    return (
        AidLine.objects.visible_to(user)
        .exclude(activity__status="void")
        .select_related("activity__office")
    )


def _with_names(lines):
    """With what a row names: the relationships, and what it was given in return of."""
    return lines.select_related("in_return_of__activity").prefetch_related(
        "activity__relationships__home_city", "activity__relationships__partner_city"
    )
