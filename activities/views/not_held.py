"""Saying that an activity was cancelled, postponed or declined, and why."""

from django.db import transaction
from django.shortcuts import render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from accounts.current_office import today_in
from accounts.editing import Outdated
from accounts.way_back import way_back
from activities.choices import Status
from activities.forms import NotHeldForm
from activities.models import Activity
from activities.stating import plan_anew, state
from activities.views.acts import (
    answered,
    changeable,
    ids_of,
    second_of_two,
    status_of,
    undo_address,
)

SENTENCES = {
    Status.CANCELLED: _("Recorded as cancelled."),
    Status.POSTPONED: _("Recorded as postponed."),
    Status.DECLINED: _("Recorded as declined."),
}


@require_http_methods(["GET", "HEAD", "POST"])
def not_held(request, pk):
    activity = changeable(request, pk, Activity.objects.not_void())
    today = today_in(activity.office)
    begin = {"status": request.GET.get("status"), "version": activity.version}
    form = NotHeldForm(
        request.POST or None, activity=activity, today=today, initial=begin,
        auto_id=ids_of(activity),
    )  # fmt: skip
    context = {
        "activity": activity,
        "form": form,
        "next": way_back(request, activity.get_absolute_url()),
    }
    if request.method == "POST" and form.is_valid():
        try:
            return _recorded(request, activity, form, today)
        except Outdated as outdated:
            yours = str(Status(form.cleaned_data["status"]).label)
            context |= second_of_two(form, outdated.kept, yours)
    return render(request, _template(request), context, status=status_of(request, context))


@transaction.atomic
def _recorded(request, activity, form, today):
    said = form.said()
    words, anew = str(SENTENCES[said["status"]]), None
    before = state(
        activity=activity, **said, by=request.user, today=today,
        version=form.cleaned_data["version"],
    )  # fmt: skip
    if day := form.cleaned_data["new_day"]:
        anew = plan_anew(activity=activity, day=day, by=request.user, today=today)
        words += " " + gettext("It is planned anew for %(day)s.") % {"day": day.in_words()}
    return answered(request, activity, words, undo_address(request, activity, before, anew))


def _template(request):
    page = "activities/activity_not_held.html"
    return "activities/parts/not_held_form.html" if request.htmx else page
