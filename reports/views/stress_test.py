"""If official visits to a country stop tomorrow, which ties are worse off, and by when?"""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe
from django_countries import countries

from accounts.current_office import office_for, today_in
from accounts.models import Office
from accounts.permissions import require_sums
from relationships.models import Relationship
from reports import stress
from reports.stress.as_csv import as_csv
from reports.stress.asking import StressForm
from reports.stress.words import sentences
from reports.summary import annual_summary

# What the list of activities calls what each scenario leaves.
LEFT = {
    "without_government": "but_government",
    "without_government_or_mixed": "but_government_or_mixed",
}


@require_safe
def stress_test(request):
    office = office_for(request, "reports.view_summary")
    require_sums(request.user, office)
    # A network viewer reads the office as a whole: no country, no list of ties, no door to rows.
    may_open = request.user.has_perm("relationships.view_relationship", office)
    form, summary, found = _found(request, office, may_narrow=may_open)
    asked = form.asked()
    context = {
        "office": office,
        "offices": Office.objects.visible_to(request.user, "reports.view_summary"),
        "as_of": found.as_of,
        "form": form,
        "found": found,
        "period": summary.periods[0] if summary.periods else None,
        "statement": sentences(found, countries.name(asked["country"])),
        "may_open": may_open,
        "rows": [(row, _left_behind(row, asked["scenario"])) for row in found.rows],
        "doors": _doors(office, summary, asked) if may_open else {"before": "", "after": ""},
    }
    return render(request, "reports/stress_test.html", context)


@require_safe
def stress_test_export(request):
    """The same ties as a file."""
    office = office_for(request)
    if not request.user.has_perm("relationships.view_relationship", office):
        raise PermissionDenied
    _form, _summary, found = _found(request, office, may_narrow=True)
    answer = HttpResponse(as_csv(found), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="stress-test-{office.slug}.csv"'
    return answer


def _found(request, office, *, may_narrow):
    ties = Relationship.objects.visible_to(request.user).of_office(office)
    countries_of = ties.order_by().values_list("partner_city__country", flat=True)
    codes = set(countries_of.distinct()) if may_narrow else set()
    form = StressForm(request.GET, codes=codes)
    asked = form.asked()
    if asked["country"]:
        ties = ties.filter(partner_city__country=asked["country"])
    today = today_in(office)
    summary = annual_summary(year=today.year, as_of=today, relationships=ties.with_cities())
    return form, summary, stress.stress_test(summary, asked["scenario"])


def _doors(office, summary, asked):
    """The activities of the window behind both likelihoods."""
    query = {"office": office.slug, "live": "true"}
    if asked["country"]:
        query["country"] = asked["country"]
    if summary.periods:
        period = summary.periods[0]
        query |= {"date_from": period.first_day, "date_to": period.last_day}
    left = {"involvement_class": LEFT[asked["scenario"]]}
    return {"before": _activities(query), "after": _activities(query | left)}


def _left_behind(row, scenario):
    query = {"relationship": row.tie.id, "live": "true", "involvement_class": LEFT[scenario]}
    return _activities(query)


def _activities(query):
    return f"{reverse('activity_list')}?{urlencode(query)}"
