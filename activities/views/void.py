"""Making an activity void, with a reason, and undoing it: nothing is deleted."""

from django.contrib import messages
from django.core import signing
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.current_office import today_in
from accounts.permissions import require
from activities.forms import VoidForm
from activities.models import Activity
from activities.recording import restore_activity, void_activity

SALT = "activities.void"
UNDO_SECONDS = 24 * 3600


@require_http_methods(["GET", "HEAD", "POST"])
def void(request, pk):
    activity = _changeable(request, Activity.objects.not_void(), pk)
    form = VoidForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        before = void_activity(
            activity=activity,
            reason=form.cleaned_data["reason_code"],
            note=form.cleaned_data["reason_note"],
            by=request.user,
            today=today_in(activity.office),
        )
        messages.success(request, _voided(activity, before))
        return redirect(activity)
    return render(request, "activities/activity_void.html", {"activity": activity, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def restore(request, pk):
    """Undo: the record is again what it was before it was made void, while the link is fresh."""
    activity = _changeable(request, Activity.objects.filter(status="void"), pk)
    token = request.GET.get("was", "")
    before = _read(token)
    if before is None or before.pop("of") != [activity.pk, activity.version]:
        messages.warning(request, _("It is too late to undo in one step. Say here what it is."))
        return redirect("activity_edit", pk=activity.pk)
    if request.method == "POST":
        restore_activity(activity=activity, before=before, by=request.user)
        messages.success(request, _("Undone. The activity counts as before."))
        return redirect(activity)
    return render(request, "activities/activity_restore.html", {"activity": activity})


def _changeable(request, activities, pk):
    activity = get_object_or_404(
        activities.owned().visible_to(request.user).select_related("office"), pk=pk
    )
    require(request.user, "activities.change_activity", activity)
    return activity


def _voided(activity, before):
    token = signing.dumps({"of": [activity.pk, activity.version], **before}, salt=SALT)
    address = reverse("activity_restore", args=[activity.pk])
    return format_html(
        '{} <a href="{}?{}">{}</a>',
        _("Made void: it counts nowhere and stays on record."),
        address,
        urlencode({"was": token}),
        _("Undo"),
    )


def _read(token):
    try:
        return signing.loads(token, salt=SALT, max_age=UNDO_SECONDS)
    except signing.BadSignature:
        return None
