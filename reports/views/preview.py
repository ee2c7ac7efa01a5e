from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from accounts.current_office import office_for, today_in
from accounts.keys import as_key
from accounts.permissions import require
from activities.forms.typed import TypedSoFar
from activities.models import Activity
from activities.views.offered import offered
from reports.recording_preview import changes, will_count_as


@require_POST
def activity_preview(request):
    """The part of the form's page that says what is typed counts as; nothing is saved.

    ``?activity=`` names the one that is corrected, ``?office=`` the office of a new one.
    """
    activity = _activity(request)
    is_live = bool(activity.pk) and activity.is_live
    kept = {**offered(request.user, activity.office), "instance": activity}
    form = TypedSoFar(data=request.POST, **kept)
    form.full_clean()
    activity, said = form.instance, form.cleaned_data
    ties = said.get("relationships")
    today = today_in(activity.office)
    context = {
        "counts_as": will_count_as(activity) if says_who(activity, said) else None,
        "is_ahead": activity.status in {"idea", "planned"},
        # Of a live activity the summary of the tie already knows.
        "changes": changes(activity, ties, today) if ties and not is_live else [],
    }
    return render(request, "activities/parts/preview.html", context)


def says_who(activity, said) -> bool:
    return bool(activity.groups or activity.led_by or said.get("government_role"))


def _activity(request) -> Activity:
    pk = as_key(request.GET.get("activity", ""))
    if pk is not None:
        own = Activity.objects.owned().visible_to(request.user).select_related("office")
        activity = get_object_or_404(own, pk=pk)
        require(request.user, "activities.change_activity", activity)
        return activity
    office = office_for(request)
    require(request.user, "activities.add_activity", office)
    return Activity(office=office)
