"""The acts on an import: each is posted, done or refused with a sentence, and leads back to it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.current_office import today_in
from activities.incoming.deciding import decide_on_rows, let_update
from activities.incoming.taking import ask_to_take
from activities.incoming.taking_back import take_back_import
from activities.models.imports import NotWaiting
from activities.tasks import queue_import
from activities.views.imports.row import address_of_row
from activities.views.imports.scope import (
    PREPARE,
    TAKE,
    check_afresh,
    start_check,
    tell_who_was_faster,
    visible_import,
)


@require_POST
def import_check(request, pk):
    source = visible_import(request, pk, PREPARE)
    start_check(request, source)
    return redirect(source)


@require_POST
def import_decide(request, pk):
    """Take or leave a row, or all possible duplicates; ``answer`` empty asks again."""
    source = visible_import(request, pk, PREPARE)
    line = request.POST.get("line", "")
    try:
        decide_on_rows(source=source, line=line, answer=request.POST.get("answer", ""))
    except NotWaiting:
        tell_who_was_faster(request)
        return redirect(source)
    check_afresh(request, source)
    is_one = line.isdecimal() and len(line) < 9
    return redirect(address_of_row(source, int(line)) if is_one else source)


@require_POST
def import_updates(request, pk):
    """Let the file change what is on record, or not."""
    source = visible_import(request, pk, PREPARE)
    try:
        let_update(source=source, yes=request.POST.get("answer") == "yes")
    except NotWaiting:
        tell_who_was_faster(request)
    else:
        check_afresh(request, source)
    return redirect(source)


@require_POST
def import_take(request, pk):
    source = visible_import(request, pk, TAKE)
    try:
        ask_to_take(source=source, by=request.user)
    except NotWaiting:
        tell_who_was_faster(request)
    else:
        queue_import(source)
    return redirect(source)


@require_POST
def import_take_back(request, pk):
    source = visible_import(request, pk, TAKE)
    try:
        take_back_import(source=source, by=request.user, today=today_in(source.office))
    except NotWaiting:
        tell_who_was_faster(request)
    else:
        messages.success(request, _("The import is taken back. Taking it again undoes that."))
    return redirect(source)
