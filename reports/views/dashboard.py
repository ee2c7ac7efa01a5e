from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.current_office import office_for, today_in
from accounts.keys import as_key
from accounts.models import Office
from accounts.permissions import require_sums
from relationships.models import Relationship
from reports.dashboard import flag_lists, likelihood_rows, standing_lists, trend_lines
from reports.map_of_ties import map_of_ties
from reports.metrics import last_complete_year, last_day
from reports.quadrant import quadrant_of
from reports.statement import in_force, not_reported_years, statement, strict_reading
from reports.summary import annual_summary

YEARS_BACK = 20


@require_safe
def dashboard(request):
    """Which ties work? One office, as of today or of the end of the policy year asked for."""
    office = office_for(request, "reports.view_summary")
    require_sums(request.user, office)
    today = today_in(office)
    first_month = office.fiscal_year_start_month
    latest = last_complete_year(today, first_month)
    years = range(latest, latest - YEARS_BACK, -1)
    year = _year(request, years)
    as_of = last_day(year, first_month) if year else today
    summary = annual_summary(
        year=year or latest,
        as_of=as_of,
        relationships=Relationship.objects.visible_to(request.user).of_office(office),
        trend=YEARS_BACK,
    )
    # A network viewer reads aggregates: no list of ties, no door to rows.
    may_open = request.user.has_perm("relationships.view_relationship", office)
    context = {
        "office": office,
        "offices": Office.objects.visible_to(request.user, "reports.view_summary"),
        "years": years,
        "year": year,
        "as_of": as_of,
        "summary": summary,
        "statement": statement(summary),
        "likelihoods": likelihood_rows(summary, office if may_open else None),
        "trend": trend_lines(summary),
        "map": map_of_ties(summary.ties) if may_open else None,
        "quadrant": quadrant_of(summary) if may_open else None,
        "standing": standing_lists(summary, office) if may_open else [],
        "flagged": flag_lists(summary, office) if may_open else [],
        "period": _period(summary),
        "notes": [
            not_reported_years(summary.statement.not_reported_pair_years),
            in_force(summary),
            strict_reading(summary),
        ],
    }
    return render(request, "reports/dashboard.html", context)


def _year(request, years) -> int | None:
    """The year of ``?year=``; None for today, and for a year that is not offered."""
    asked = as_key(request.GET.get("year", ""))
    return asked if asked in years else None


def _period(summary):
    if not summary.window:
        return ""
    return _("%(first)s to %(last)s") % {"first": summary.window[0], "last": summary.window[-1]}
