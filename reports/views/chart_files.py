"""The charts of the dashboard as files, with the filters of its address."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.current_office import office_for
from accounts.permissions import require_sums
from activities.formula_guard import guarded_csv
from reports.chart_files.charts import CHARTS, OF_TIES
from reports.chart_files.picture import PICTURES, made_up
from reports.views.dashboard import DashboardView

FORMATS = PICTURES | {
    "csv": ("text/csv; charset=utf-8", lambda chart, source: guarded_csv(chart.rows)),
}


@require_safe
def chart_file(request, chart, format):
    """One chart as a picture or as its rows; one without anything to draw is not found.

    With a filter that cannot be it leads to the page, which says so: a file could not.
    """
    if chart not in CHARTS or format not in FORMATS:
        raise Http404
    office = office_for(request, "reports.view_summary")
    require_sums(request.user, office)
    view = DashboardView(request, office)
    if chart in OF_TIES and not view.may_open:
        raise PermissionDenied
    if not view.filter.form.is_valid():
        return redirect(f"{reverse('dashboard')}?{request.GET.urlencode()}")
    page = view.context()
    found = CHARTS[chart](page) if page["summary"].ties else None
    if found is None:
        raise Http404
    content_type, made = FORMATS[format]
    answer = HttpResponse(made(found, _source(view, found)), content_type=content_type)
    name = f"{chart}-{office.slug}-{view.as_of}.{format}"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _source(view, chart) -> list[str]:
    """Whose figures they are, of which years, as of which day, and what they are narrowed by."""
    office = view.office
    said = [str(office)]
    if chart.period:
        said.append(_("complete years %(period)s") % {"period": chart.period})
    said.append(_("activity status as of %(day)s") % {"day": date_format(view.as_of)})
    lines = [" · ".join(said), " · ".join(_filters(view.filter, chart.unheeded))]
    if office.is_demonstration:
        lines.append(made_up(office))
    return [line for line in lines if line]


def _filters(found, unheeded):
    for name, field in found.form.fields.items():
        value = found.asked(name)
        if value is not None and name not in unheeded:
            words = dict(field.choices).get(value, value)
            yield f"{field.label}: {words}"
