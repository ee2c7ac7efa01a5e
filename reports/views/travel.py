"""Travel of elected members: a table for each policy year, ready to be published."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.current_office import office_for, today_in
from accounts.keys import as_key
from accounts.models import Office
from accounts.permissions import require
from activities.models import TravelLine
from reports.metrics import policy_year
from reports.spending import awaited
from reports.travel import travel_year, years_with_travel
from reports.travel_files import FILES


@require_safe
def travel(request):
    """Who went where, when, why, and what it cost: one office, one policy year."""
    office, years, found = _found(request)
    context = {
        "office": office,
        "offices": Office.objects.visible_to(request.user, "activities.view_activity"),
        "years": years,
        "travel": found,
        "awaited": awaited(found.awaited),
        "as_of": today_in(office),
    }
    return render(request, "reports/travel.html", context)


@require_safe
def travel_file(request, format):
    """The same table as a file."""
    if format not in FILES:
        raise Http404
    office, _years, found = _found(request)
    made, content_type = FILES[format]
    answer = HttpResponse(made(found, office), content_type=content_type)
    name = f"travel-{office.slug}-{found.year}.{format}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _found(request):
    office = office_for(request)
    require(request.user, "activities.view_activity", office)
    today = today_in(office)
    lines = TravelLine.objects.visible_to(request.user)
    running = policy_year(today, office.fiscal_year_start_month)
    known = years_with_travel(lines, office=office, as_of=today)
    years = sorted({running, *known}, reverse=True)
    asked = as_key(request.GET.get("year", ""))
    year = asked if asked in years else (known or years)[0]
    return office, years, travel_year(lines, office=office, year=year, as_of=today)
