"""Which office a page speaks of, and what day it is there."""

import zoneinfo
from datetime import date

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Office


def office_for(request, *permissions: str) -> Office:
    """The office named by ``?office=`` among those of the signed-in person, else their first, with
    ``permissions`` the first in which their role grants one of them, if there is any.

    404 if the person has no role in the named office, 403 if they have none anywhere.
    """
    offices = Office.objects.visible_to(request.user)
    slug = request.GET.get("office", "").replace("\x00", "")  # which PostgreSQL cannot be asked
    if slug:
        return get_object_or_404(offices, slug=slug)
    office = permissions and Office.objects.visible_to(request.user, *permissions).first()
    office = office or offices.first()
    if office is None:
        raise PermissionDenied(_("You have no role in any office yet."))
    return office


def today_in(office: Office) -> date:
    """Today's date where the office is; for a demonstration the day on which it stands still."""
    if office.demonstration_date:
        return office.demonstration_date
    return timezone.localdate(timezone=zoneinfo.ZoneInfo(office.time_zone))
