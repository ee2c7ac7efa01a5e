from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from accounts.keys import as_key
from reports.charts import LikelihoodRow
from reports.dashboard import trend_lines
from reports.metrics import last_complete_year, last_day
from reports.network.content import as_table, network_content
from reports.network.groups import by_country, by_tier
from reports.network.sharing import VIEW, sharing_with, ties_shared_with
from reports.network.words import opening, who_shares
from reports.signs import CLASSES, STATUSES
from reports.statement import not_reported_years, strict_reading
from reports.summary import AnnualSummary, annual_summary

YEARS_BACK = 20
MARKS = {"government": "G", "community": "C", "people_to_people": "C"}


@require_safe
def network(request):
    """Sums over the offices that share with the network of the signed-in person."""
    years, year, summary = _asked(request)
    sharing = sharing_with(request.user)
    context = {
        "years": years,
        "year": year,
        "as_of": summary.as_of,
        "summary": summary,
        "sharing": sharing,
        "who_shares": who_shares(sharing),
        "opening": opening(summary, sharing),
        "statuses": [(STATUSES[name], n) for name, n in summary.status_counts.items()],
        "every_year": _rows(summary.panel),
        "in_force": _rows(summary.exposure),
        "trend": trend_lines(summary),
        "countries": by_country(summary),
        "kinds": by_tier(summary),
        "not_reported": not_reported_years(summary.statement.not_reported_pair_years),
        "strict": strict_reading(summary),
    }
    return render(request, "reports/network.html", context)


@require_safe
def network_file(request, format):
    """The same sums as a file."""
    _years, _year, summary = _asked(request)
    content = network_content(summary, sharing_with(request.user))
    if format == "json":
        answer = JsonResponse(content, json_dumps_params={"ensure_ascii": False, "indent": 1})
    elif format == "csv":
        answer = HttpResponse(as_table(content), content_type="text/csv; charset=utf-8")
    else:
        raise Http404
    answer["Content-Disposition"] = f'attachment; filename="network-{summary.as_of}.{format}"'
    return answer


def _asked(request) -> tuple[range, int | None, AnnualSummary]:
    """The years on offer, the one asked for, and the summary seen from its end or from today."""
    if not request.user.has_perm(VIEW):
        raise PermissionDenied
    today = timezone.localdate()
    latest = last_complete_year(today, 1)
    years = range(latest, latest - YEARS_BACK, -1)
    asked = as_key(request.GET.get("year", ""))
    year = asked if asked in years else None
    summary = annual_summary(
        year=year or latest,
        as_of=last_day(year, 1) if year else today,
        relationships=ties_shared_with(request.user),
        trend=YEARS_BACK,
    )
    return years, year, summary


def _rows(figures) -> list[LikelihoodRow]:
    return [LikelihoodRow(str(CLASSES[name]), mark, figures[name]) for name, mark in MARKS.items()]
