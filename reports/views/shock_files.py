"""What the page of a shock shows, as files, with the choices of its address."""

from django.http import Http404, HttpResponse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from activities.formula_guard import guarded_csv
from reports.chart_files.dip import dip_picture, ties_table, years_table
from reports.chart_files.picture import PICTURES, made_up
from reports.shock_lens import SHOWN_CLASSES
from reports.views.shock_lens import LensView

TABLES = {
    "years": lambda view: years_table(view.figures()),
    "ties": lambda view: ties_table(view.ties()),
}


@require_safe
def shock_file(request, pk, what, format):
    """One class as a picture, or a table; of a shock that concerns no tie there is none."""
    is_table = what in TABLES and format == "csv"
    is_picture = what in SHOWN_CLASSES and format in PICTURES
    if not is_table and not is_picture:
        raise Http404
    view = LensView(request, pk)
    if not view.found.ties:
        raise Http404
    if is_table:
        answer = HttpResponse(
            guarded_csv(TABLES[what](view)), content_type="text/csv; charset=utf-8"
        )
    else:
        answer = _picture(view, what, *PICTURES[format])
    answer["Content-Disposition"] = f'attachment; filename="shock-{pk}-{what}.{format}"'
    return answer


def _picture(view, what, content_type, made):
    told = view.figures()["classes"][SHOWN_CLASSES.index(what)]
    title = _("Shock lens: %(shock)s") % {"shock": view.shock}
    picture = dip_picture(view.found, told, title=title)
    return HttpResponse(made(picture, _source(view)), content_type=content_type)


def _source(view) -> list[str]:
    """Whose activities they are, to which country, and as of which day."""
    whose = _("All offices you may see") if view.is_all else str(view.office)
    said = [whose, _("as of %(day)s") % {"day": date_format(view.as_of)}]
    if view.asked.country:
        said.insert(1, dict(view.asked.choices)[view.asked.country])
    lines = [" · ".join(map(str, said))]
    if view.shock.source:
        lines.append(_("Source: %(source)s") % {"source": view.shock.source})
    offices = view.offices if view.is_all else [view.office]
    lines += [made_up(office) for office in offices if office.is_demonstration]
    return lines
