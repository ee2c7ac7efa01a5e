"""Making an activity void, with a reason, and bringing it back: nothing is deleted."""

from contextlib import suppress

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.current_office import today_in
from accounts.editing import Outdated
from activities.choices import Status
from activities.forms import VoidForm
from activities.models import Activity
from activities.stating import before_void, state, take_back
from activities.views.acts import changeable, say, second_of_two, undo_address


@require_http_methods(["GET", "HEAD", "POST"])
def void(request, pk):
    activity = changeable(request, pk, Activity.objects.not_void())
    form = VoidForm(request.POST or None, initial={"version": activity.version})
    context = {"activity": activity, "form": form}
    if request.method == "POST" and form.is_valid():
        try:
            before = state(
                activity=activity, status=Status.VOID, **form.cleaned_data, by=request.user,
                today=today_in(activity.office),
            )  # fmt: skip
        except Outdated as outdated:
            context |= second_of_two(form, outdated.kept, str(Status.VOID.label))
            return render(request, "activities/activity_void.html", context, status=409)
        undo = undo_address(request, activity, before)
        say(request, _("Made void: it counts nowhere and stays on record."), undo)
        return redirect(activity)
    return render(request, "activities/activity_void.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def restore(request, pk):
    """The record is again what it was before it was made void, however long ago."""
    activity = changeable(request, pk)
    if activity.status != Status.VOID:
        return redirect(activity)
    was = before_void(activity)
    if request.method == "POST":
        was["recorded_date"] = today_in(activity.office)
        with suppress(Outdated):  # somebody was quicker, and the page says what it is now
            take_back(activity=activity, before=was, by=request.user, version=activity.version)
            say(request, _("Brought back: it is again what it was before it was made void."))
        return redirect(activity)
    words = Status(was["status"]).label
    return render(
        request, "activities/activity_restore.html", {"activity": activity, "words": words}
    )
