import hashlib

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.utils import translation
from django.utils.cache import get_conditional_response
from django.utils.http import http_date, quote_etag
from django.views.decorators.http import require_safe

from accounts.current_office import today_in
from reports.calendar.feed import feed
from reports.models import CalendarFeed


@login_not_required
@require_safe
def calendar_feed(request, token):
    """The calendar behind a secret link, for the programs that read calendars by themselves.

    What it holds is decided when it is read, by the role that its owner has then.
    """
    link = CalendarFeed.objects.select_related("user", "office").opened_by(token).first()
    if link is None or not link.user.has_perm("activities.view_activity", link.office):
        raise Http404
    with translation.override(link.user.language):
        site = request.build_absolute_uri("/").rstrip("/")
        body, found = feed(link.user, link.office, today_in(link.office), site)
    etag = quote_etag(hashlib.sha256(body).hexdigest())
    changed = max((entry.changed for entry in found), default=link.created_at)
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'inline; filename="twinportal.ics"'
    answer["Cache-Control"] = "private, no-cache"
    answer["ETag"] = etag
    answer["Last-Modified"] = http_date(changed.timestamp())
    # What was taken out leaves no later moment behind, so only the contents tell what is new.
    return get_conditional_response(request, etag=etag, response=answer)
