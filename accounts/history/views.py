"""The page of one record's history."""

import zoneinfo

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from accounts.history.change import Change
from accounts.history.parts import wholes
from accounts.history.telling import tell
from accounts.permissions import require

CHANGES_ON_A_PAGE = 60


@require_safe
def history(request, app, model, pk):
    """Newest first, with the file and row that the record came from, where it was imported."""
    record = get_object_or_404(_kind(app, model)._default_manager.visible_to(request.user), pk=pk)
    require(request.user, f"{app}.view_{model}", record)
    require(request.user, "accounts.view_history", record)
    zone = zoneinfo.ZoneInfo(record.office.time_zone if record.office else settings.TIME_ZONE)
    changes = Change.objects.of_record(record).select_related("content_type")
    page = Paginator(changes, CHANGES_ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "record": record,
        "kind": record._meta.verbose_name,
        "address": getattr(record, "get_absolute_url", lambda: "")(),
        "acts": tell(page, request.user, zone),
        "page_obj": page,
        "zone": zone,
        "source_rows": _source_rows(record),
    }
    return render(request, "accounts/history.html", context)


def _kind(app, model):
    """The model of this name, if its records have a history and belong to an office."""
    for kind in wholes():
        named = (kind._meta.app_label, kind._meta.model_name) == (app, model)
        if named and hasattr(kind, "office") and hasattr(kind._default_manager, "visible_to"):
            return kind
    raise Http404


def _source_rows(record):
    """The rows of imported files, of records that can come from one."""
    rows = getattr(record, "source_rows", None)
    return rows.select_related("source") if rows else []
