from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe
from django_htmx.http import HttpResponseClientRefresh

from accounts.models import User
from accounts.permissions import may
from accounts.roles import roles_with
from activities.imports.outcomes import Outcome
from activities.incoming.correcting import cells_to_correct
from activities.models.checked_row import ORDER, WORDS
from activities.models.imports import CAME_IN, OUTCOMES, ImportState
from activities.views.imports.row import new_city_address
from activities.views.imports.scope import PAGE_SIZE, PREPARE, TAKE, visible_import

# Rows that hold the file back are named above the table, so many of them.
NAMED = 12
MADE = 100


@require_safe
def import_detail(request, pk):
    """One import as it stands: how far its check is, its preview, or what came of it.

    htmx asks for the progress alone; once there is none left it is told to load the page.
    """
    source = visible_import(request, pk)
    if request.htmx:
        if source.is_over:
            return HttpResponseClientRefresh()
        return render(request, "activities/imports/progress.html", {"source": source})
    context = {
        "source": source,
        "may_prepare": may(request.user, PREPARE, source),
        "may_take": may(request.user, TAKE, source),
    }
    if source.state == ImportState.CHECKED:
        context |= _preview(request, source)
    elif source.state in CAME_IN:
        context |= _came_in(source)
    return render(request, "activities/imports/detail.html", context)


def _preview(request, source):
    chosen = request.GET.get("outcome", "")
    rows = source.checked_rows.all()
    if chosen in Outcome.values:
        rows = rows.filter(outcome=chosen)
    page = Paginator(rows, PAGE_SIZE).get_page(request.GET.get("page"))
    for row in page.object_list:
        row.decision = source.decisions.get(str(row.line), "")
        row.is_corrected = str(row.line) in source.corrections
        row.to_correct = cells_to_correct(source, row)
        row.new_city_address = new_city_address(source, row)
    return {
        "page_obj": page,
        "chosen": chosen,
        "outcomes": _counts(source),
        "held_back": _held_back(source),
        "takers": _takers(source),
    }


def _counts(source):
    """Each outcome with its number, for the links above the table."""
    counts = [(outcome, getattr(source, OUTCOMES[outcome])) for outcome in ORDER]
    return [(outcome, WORDS[outcome], number) for outcome, number in counts if number]


def _held_back(source):
    """The first rows that keep the file out, each with the page on which it stands."""
    rows = source.checked_rows.filter(outcome__in=ORDER[:2])[:NAMED]
    return [(row, at // PAGE_SIZE + 1) for at, row in enumerate(rows)]


def _takers(source):
    """Who may take the file, for those who may not."""
    roles = roles_with(TAKE)
    return User.objects.filter(
        memberships__office=source.office, memberships__role__in=roles, is_active=True
    ).distinct()


def _came_in(source):
    rows = source.rows.select_related(
        "activity", "relationship__home_city", "relationship__partner_city"
    ).order_by("line", "pk")
    return {"made": rows.exclude(part="named")[:MADE], "made_in_all": rows.count()}
