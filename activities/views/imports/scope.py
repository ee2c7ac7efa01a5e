"""Which import a page speaks of, and starting the work on it."""

from django.contrib import messages
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from accounts.current_office import today_in
from accounts.permissions import require
from activities.incoming.checking import ask_for_check, check_import
from activities.models import Import
from activities.models.imports import NotWaiting
from activities.tasks import queue_import

VIEW, PREPARE, TAKE = "activities.view_import", "activities.change_import", "activities.add_import"
# Rows on a page of the preview.
PAGE_SIZE = 50
# So many rows are checked again while the page waits.
AT_ONCE = 1_000


def visible_import(request, pk, permission=VIEW) -> Import:
    """404 outside of the person's offices, 403 without the right there."""
    imports = Import.objects.owned().visible_to(request.user)
    source = get_object_or_404(
        imports.select_related("office", "imported_by", "taken_by", "taken_back_by"), pk=pk
    )
    require(request.user, permission, source)
    return source


def start_check(request, source: Import) -> None:
    """Have the rows checked by a worker, and say so; or that somebody else did."""
    try:
        ask_for_check(source=source, as_of=today_in(source.office))
    except NotWaiting:
        tell_who_was_faster(request)
    else:
        queue_import(source)


def check_afresh(request, source: Import) -> None:
    """Check again after a row was settled: at once, unless the file is long."""
    if source.rows_read > AT_ONCE:
        start_check(request, source)
        return
    try:
        ask_for_check(source=source, as_of=source.as_of or today_in(source.office))
    except NotWaiting:
        tell_who_was_faster(request)
    else:
        check_import(source=source)


def tell_who_was_faster(request) -> None:
    messages.warning(
        request, _("Somebody else is at work on this import. Here is how it stands now.")
    )
