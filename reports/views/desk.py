from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from accounts.current_office import office_for, today_in
from accounts.models import Office
from accounts.permissions import require
from activities.choices import ActivityType
from activities.quick_record import read
from relationships.models import Relationship
from reports.desk import Desk
from reports.whose import whose_ties

# The kinds that are recorded most; the form itself offers all of them.
QUICK = [
    ActivityType.STUDENT_EXCHANGE,
    ActivityType.OFFICIAL_VISIT,
    ActivityType.PERFORMANCE,
    ActivityType.ONLINE_CLASSROOM,
]


@require_safe
def desk(request):
    """What waits for me, and what lies ahead?"""
    office = _office(request)
    today, whose = today_in(office), whose_ties(request, office)
    found = Desk(
        whose=whose, office=office, today=today, user=request.user, whole=request.GET.get("all")
    )
    context = {
        "office": office,
        "offices": Office.objects.visible_to(request.user),
        "today": today,
        "whose": whose,
        "next": request.get_full_path(),
        "quick": QUICK,
        "alerts": found.alerts(),
        "to_confirm": found.to_confirm(),
        "sleepers": found.sleepers(),
        "programmes": found.programmes(),
        "watches": found.watches(),
        "returns": found.returns(),
        "agreements": found.agreements(),
        "anniversaries": found.anniversaries(),
        "unverified": found.unverified(),
        "imports": found.imports(),
    }
    return render(request, "reports/desk.html", context)


@require_safe
def quick_record(request):
    """Lead to the form of a new activity, begun with what could be read; nothing is saved."""
    office = _office(request)
    ties = Relationship.objects.visible_to(request.user).of_office(office).with_cities()
    begun = read(request.GET.get("words", ""), ties)
    query = urlencode({"office": office.slug} | begun)
    return redirect(f"{reverse('activity_create')}?{query}")


def _office(request) -> Office:
    """The one that is asked for, else the first in which the person records."""
    recording = Office.objects.visible_to(request.user, "activities.add_activity")
    first = None if request.GET.get("office") else recording.first()
    office = first or office_for(request)
    require(request.user, "activities.add_activity", office)
    return office
