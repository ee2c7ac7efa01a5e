"""Acts on an edition: issue, make anew or discard a draft, restate what is issued."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from reports.editions.issuing import (
    discard_draft,
    issue_edition,
    rebuild_draft,
    restate_edition,
)
from reports.forms import RestatementForm
from reports.models.edition import EditionState
from reports.tasks import queue_edition
from reports.views.editions import edition_of, led_to


@require_POST
def edition_issue(request, pk):
    """Issue a draft under the next number; its files are made with it."""
    edition = _edition_for(request, pk, "reports.issue_edition")
    if request.POST.get("was_read") != "yes":
        messages.error(request, _("Read the figures and say so, then issue it: it is for good."))
        return redirect(edition)
    try:
        issued = issue_edition(edition=edition, by=request.user, at=timezone.now())
    except ValidationError as refused:
        return _told(request, edition, refused)
    queue_edition(issued)
    messages.success(request, _("Issued as no. %(number)s.") % {"number": issued.number_text})
    return redirect(issued)


@require_POST
def edition_rebuild(request, pk):
    """Make a draft anew from the records of now."""
    edition = _edition_for(request, pk, "reports.add_edition")
    try:
        queue_edition(rebuild_draft(edition=edition))
    except ValidationError as refused:
        return _told(request, edition, refused)
    messages.success(request, _("The edition is being made again."))
    return redirect(edition)


@require_POST
def edition_discard(request, pk):
    """Remove a draft."""
    edition = _edition_for(request, pk, "reports.add_edition")
    try:
        discard_draft(edition=edition)
    except ValidationError as refused:
        return _told(request, edition, refused)
    messages.success(request, _("The draft is discarded."))
    return redirect("edition_list")


def edition_restate(request, pk):
    """Ask why, and make the draft of a restatement; where there is one, lead to it."""
    edition = _edition_for(request, pk, "reports.add_edition")
    if edition.state != EditionState.ISSUED:
        messages.error(request, _("Only an edition that stands can be restated."))
        return redirect(edition)
    if kept := edition.restatements.drafts().defer("summary").first():
        return led_to(request, kept)
    form = RestatementForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            draft, is_new = restate_edition(edition=edition, by=request.user, **form.cleaned_data)
        except ValidationError as refused:
            return _told(request, edition, refused)
        if not is_new:
            return led_to(request, draft)
        queue_edition(draft)
        messages.success(request, _("The edition is being made."))
        return redirect(draft)
    return render(request, "reports/edition_restate.html", {"edition": edition, "form": form})


def _edition_for(request, pk, permission):
    edition = edition_of(request, pk)
    if not request.user.has_perm(permission, edition):
        raise PermissionDenied
    return edition


def _told(request, edition, refused):
    messages.error(request, " ".join(refused.messages))
    return redirect(edition)
