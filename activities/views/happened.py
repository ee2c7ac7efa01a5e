"""What happened? The question that a planned activity puts when its days are past."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.current_office import today_in
from accounts.editing import Outdated
from accounts.way_back import way_back
from activities.choices import Status
from activities.counting import counts_as
from activities.forms import NotHeldForm, TookPartForm
from activities.models import Activity
from activities.recording import record_counts
from activities.stating import put_off_asking, state
from activities.views.acts import (
    answered,
    changeable,
    ids_of,
    say,
    second_of_two,
    status_of,
    undo_address,
)

OPEN = [Status.PLANNED, Status.IDEA]
PART = "activities/parts/took_part_form.html"


@require_http_methods(["GET", "HEAD", "POST"])
def happened(request, pk):
    """``answer`` is held, not_held or later; without one the question is asked on its own page."""
    activity = changeable(request, pk)
    if request.method == "POST" and activity.status not in OPEN:
        return _was_answered(request, activity)
    answer = ANSWERS.get(request.POST.get("answer"))
    if answer:
        try:
            return answer(request, activity, today_in(activity.office))
        except Outdated as outdated:
            return _was_answered(request, outdated.kept)
    context = {"activity": activity, "next": way_back(request, activity.get_absolute_url())}
    return render(request, "activities/activity_happened.html", context)


def _was_answered(request, activity):
    """Somebody was quicker, or the button was pressed twice: say what is on record."""
    words = _("“%(title)s” is on record already: %(status)s.") % {
        "title": activity, "status": activity.get_status_display(),
    }  # fmt: skip
    if request.htmx:
        return answered(request, activity, words, undo="")
    messages.info(request, words)
    return redirect(way_back(request, activity.get_absolute_url()))


def _held(request, activity, today):
    try:
        before = state(
            activity=activity, status=Status.HELD, by=request.user, today=today,
            version=activity.version,
        )  # fmt: skip
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect(activity)
    activity.refresh_from_db()
    words = _("Recorded as held. It counts as: %(word)s.") % {"word": counts_as(activity).word}
    undo = undo_address(request, activity, before)
    if activity.groups:
        return answered(request, activity, words, undo)
    return _ask_who_took_part(request, activity, words, undo)


def _ask_who_took_part(request, activity, words, undo):
    """It is held as it stands; who took part may be added at once, or be left out."""
    where = way_back(request, activity.get_absolute_url())
    if request.htmx:
        form = _form_of(activity)
        context = {"activity": activity, "form": form, "words": words, "undo": undo, "next": where}
        return render(request, PART, context)
    say(request, words, undo)
    address = reverse("activity_counts", args=[activity.pk])
    return redirect(f"{address}?{urlencode({'next': where})}")


def _not_held(request, activity, today):
    where = way_back(request, activity.get_absolute_url())
    if not request.htmx:
        address = reverse("activity_not_held", args=[activity.pk])
        return redirect(f"{address}?{urlencode({'next': where})}")
    form = NotHeldForm(
        activity=activity, today=today, auto_id=ids_of(activity),
        initial={"version": activity.version},
    )  # fmt: skip
    context = {"activity": activity, "form": form, "next": where}
    return render(request, "activities/parts/not_held_form.html", context)


def _later(request, activity, today):
    before = put_off_asking(
        activity=activity, by=request.user, today=today, version=activity.version
    )
    words = _("You are asked again in 30 days.")
    return answered(request, activity, words, undo_address(request, activity, before))


ANSWERS = {"held": _held, "not_held": _not_held, "later": _later}


@require_http_methods(["GET", "HEAD", "POST"])
def counts(request, pk):
    """How many took part, where nothing else is missing."""
    activity = changeable(request, pk, Activity.objects.not_void())
    on_record = activity.get_status_display()
    form = _form_of(activity, request.POST or None)
    context = {
        "activity": activity,
        "form": form,
        "next": way_back(request, activity.get_absolute_url()),
    }
    if request.method == "POST" and form.is_valid():
        try:
            record_counts(activity=activity, by=request.user, version=form.cleaned_data["version"])
        except Outdated as outdated:
            context |= second_of_two(form, outdated.kept, on_record)
        else:
            counted = counts_as(activity)
            words = _("Saved. This counts as: %(word)s. %(reason)s")
            words %= {"word": counted.word, "reason": counted.reason}
            return answered(request, activity, words, undo="")
    template = PART if request.htmx else "activities/activity_counts.html"
    return render(request, template, context, status=status_of(request, context))


def _form_of(activity, data=None):
    initial = {"version": activity.version}
    return TookPartForm(data, instance=activity, initial=initial, auto_id=ids_of(activity))
