from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import get_format
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.current_office import office_for, today_in
from accounts.models import Office
from accounts.permissions import require
from reports.calendar import Month, entries
from reports.forms.calendar import CalendarFilterForm
from reports.models import CalendarFeed

SHOWN_ONCE = "calendar_link"  # in the session, until the page has said it


@require_safe
def calendar(request):
    """A month of the office: activities, anniversaries, ends and notice dates of agreements."""
    office = _office(request)
    today = today_in(office)
    asked_for = request.GET.get("month", "")
    month = Month.asked_for(asked_for, today, get_format("FIRST_DAY_OF_WEEK"))
    form = CalendarFilterForm(request.GET, user=request.user, office=office)
    found = entries(request.user, office, month.first, month.last, **form.narrowed())
    context = {
        "office": office,
        "offices": Office.objects.visible_to(request.user),
        "today": today,
        "month": month,
        "weeks": month.weeks(found, today),
        "some_time": [entry for entry in found if entry.some_time_in],
        "is_empty": not found,
        "form": form,
        "may_add": request.user.has_perm("activities.add_activity", office),
        "has_feed": CalendarFeed.objects.filter(user=request.user, office=office).exists(),
        "new_link": _new_link(request, office),
    }
    return render(request, "activities/calendar.html", context)


@require_POST
def calendar_link(request):
    """Make a secret link to the calendar, make a new one in its place, or revoke it."""
    office = _office(request)
    if request.POST.get("act") == "revoke":
        CalendarFeed.objects.filter(user=request.user, office=office).delete()
        messages.success(request, _("The link is revoked: it opens nothing any more."))
    else:
        token = CalendarFeed.renew(user=request.user, office=office)
        request.session[SHOWN_ONCE] = [office.slug, token]
        messages.success(request, _("The link is made. It is shown here once; copy it now."))
    return redirect(f"{reverse('calendar')}?{urlencode({'office': office.slug})}#link")


def _office(request):
    office = office_for(request)
    require(request.user, "activities.view_activity", office)
    return office


def _new_link(request, office):
    """The secret address, on the first page after it was made and on no other."""
    slug, token = request.session.get(SHOWN_ONCE, ("", ""))
    if slug != office.slug:
        return ""
    del request.session[SHOWN_ONCE]
    return request.build_absolute_uri(reverse("calendar_feed", args=[token]))
