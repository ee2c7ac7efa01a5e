"""The acts on an import: each is posted, done or refused with a sentence, and leads back to it."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.undo import with_undo
from activities.incoming.deciding import decide_on_rows, let_add_cities, let_update
from activities.incoming.discarding import bring_back, discard_import
from activities.incoming.taking import ask_to_take
from activities.incoming.taking_back import ask_to_take_back
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
    """Let the file change what is on record, or put new cities there, or not."""
    source = visible_import(request, pk, PREPARE)
    let = let_add_cities if request.POST.get("what") == "cities" else let_update
    try:
        let(source=source, yes=request.POST.get("answer") == "yes")
    except NotWaiting:
        tell_who_was_faster(request)
    else:
        check_afresh(request, source)
    return redirect(source)


@require_POST
def import_take(request, pk):
    return _queue(request, pk, ask_to_take)


@require_POST
def import_take_back(request, pk):
    return _queue(request, pk, ask_to_take_back)


def _queue(request, pk, ask):
    source = visible_import(request, pk, TAKE)
    try:
        ask(source=source, by=request.user)
    except NotWaiting:
        tell_who_was_faster(request)
    else:
        queue_import(source)
    return redirect(source)


@require_POST
def import_discard(request, pk):
    """Put aside a file that was not taken, or bring it back."""
    source = visible_import(request, pk, PREPARE)
    try:
        if request.POST.get("answer") == "undo":
            bring_back(source=source)
            return redirect(source)
        discard_import(source=source, by=request.user)
    except NotWaiting:
        tell_who_was_faster(request)
        return redirect(source)
    said = _("“%(file)s” is discarded.") % {"file": source.file_name}
    address = reverse("import_discard", args=[source.pk])
    messages.success(request, with_undo(request, said, address, answer="undo"))
    return redirect(f"{reverse('import_list')}?{urlencode({'office': source.office.slug})}")
