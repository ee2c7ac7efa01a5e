"""What the pages that act on one activity have in common."""

from contextlib import suppress

from django.contrib import messages
from django.core import signing
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.current_office import today_in
from accounts.differences import Difference
from accounts.editing import Outdated
from accounts.permissions import require
from accounts.way_back import way_back
from activities.choices import Reason, Status
from activities.models import Activity
from activities.stating import state, take_back

SALT = "activities.undo"
UNDO_SECONDS = 24 * 3600


def changeable(request, pk, activities=None):
    """The activity of this number, if it is the reader's to change: else 404, or 403."""
    rows = Activity.objects.all() if activities is None else activities
    visible = rows.owned().visible_to(request.user).select_related("office", "updated_by")
    activity = get_object_or_404(visible, pk=pk)
    require(request.user, "activities.change_activity", activity)
    return activity


def undo_address(request, activity, before: dict, anew=None) -> str:
    """Where a POST puts back what ``activity`` was, and drops what was planned ``anew``."""
    was = {
        "of": [activity.pk, activity.version],
        "before": before,
        "anew": anew and [anew.pk, anew.version],
    }
    query = {"was": signing.dumps(was, salt=SALT), "next": way_back(request, "")}
    return f"{reverse('activity_undo', args=[activity.pk])}?{urlencode(query)}"


def answered(request, activity, words: str, undo: str):
    """After an act: back to the page it was asked on, or the answer in the question's place."""
    if request.htmx:
        context = {"activity": activity, "words": words, "undo": undo}
        return render(request, "activities/parts/answered.html", context)
    say(request, words, undo)
    return redirect(way_back(request, activity.get_absolute_url()))


def say(request, words: str, undo: str = ""):
    """Tell what was done; with ``undo`` the message carries a button that posts there."""
    messages.success(request, words, extra_tags=undo)


@require_POST
@transaction.atomic
def undo(request, pk):
    """Take an act on an activity back, while the message that offered it is fresh."""
    activity = changeable(request, pk)
    was = _read(request.GET.get("was", ""))
    try:
        if was is None or was["of"] != [activity.pk, activity.version]:
            raise Outdated(activity)
        take_back(
            activity=activity, before=was["before"], by=request.user, version=activity.version
        )
    except Outdated:
        messages.warning(request, _("It is too late to undo in one step. Say here what it is."))
        return redirect("activity_edit", pk=activity.pk)
    if was["anew"]:
        _drop(request, *was["anew"])
    messages.success(request, _("Undone. The activity is again what it was."))
    return redirect(way_back(request, activity.get_absolute_url()))


def _drop(request, pk, version):
    """Make void what was planned anew, unless somebody has changed it since."""
    anew = Activity.objects.not_void().filter(pk=pk).first()
    if anew is None:
        return
    with suppress(Outdated):
        state(
            activity=anew, status=Status.VOID, reason_code=Reason.MISTAKE, by=request.user,
            today=today_in(anew.office), version=version,
        )  # fmt: skip


def _read(token):
    try:
        return signing.loads(token, salt=SALT, max_age=UNDO_SECONDS)
    except signing.BadSignature:
        return None


def second_of_two(form, kept, yours: str) -> dict:
    """``form`` ready to be sent again over what somebody else has saved, and what that is."""
    form.data = form.data.copy()
    form.data["version"] = kept.version
    differences = [Difference(str(_("Status")), yours, kept.get_status_display())]
    return {"kept": kept, "office": kept.office, "differences": differences}


def status_of(request, context) -> int:
    """409 tells the second of two editors; a part of a page is only shown if it comes with 200."""
    return 409 if "kept" in context and not request.htmx else 200


def ids_of(activity) -> str:
    """Several activities may be answered on one page, each by a form of its own."""
    return f"id_{activity.pk}_%s"
