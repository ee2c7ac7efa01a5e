"""The mails a person wants: choosing, looking at one, and stopping one without signing in."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from accounts.current_office import office_for, today_in
from accounts.models import Rhythm
from accounts.permissions import require
from reports.council.content import subject_of
from reports.council.email import plain_text
from reports.council.readers import may_choose
from reports.council.stopping import membership_of, stop, stop_address
from reports.council.writing import content_for, council_messages, due_in
from reports.forms.emails import forms_of


@require_http_methods(["GET", "HEAD", "POST"])
def emails(request):
    """How often the council digest of each office comes, and whether the alert digest does."""
    memberships = list(may_choose(request.user).order_by("office__name", "pk"))
    if not memberships:
        raise PermissionDenied
    is_sent = request.method == "POST"
    forms = forms_of(memberships, request.POST if is_sent else None)
    are_valid = [form.is_valid() for form in forms]  # each says what is wrong with it
    if is_sent and all(are_valid):
        for form in forms:
            form.save()
        messages.success(request, _("Your choice is kept."))
        return redirect("emails")
    return render(request, "reports/emails.html", {"forms": forms, "memberships": memberships})


@require_safe
def digest_preview(request):
    """The digest as it would be written now, and the last one that was sent."""
    office = office_for(request, "reports.view_edition")
    require(request.user, "reports.view_edition", office)
    reader = may_choose(request.user).get(office=office)
    asked = request.GET.get("rhythm", reader.council_digest)
    rhythm = asked if asked in (Rhythm.MONTHLY, Rhythm.YEARLY) else Rhythm.MONTHLY
    today = today_in(reader.office)
    due = due_in(reader.office, rhythm, today)
    contents = [content_for(reader, due, today)] if due else []
    last = council_messages(reader).filter(state="sent").first()
    context = {
        "office": reader.office,
        "rhythm": rhythm,
        "rhythms": [one for one in Rhythm if one != Rhythm.NONE],
        "now": [_shown(reader, content) for content in contents],
        "last": _shown(reader, last.council) if last else None,
        "sent_at": last.sent_at if last else None,
    }
    return render(request, "reports/digest_preview.html", context)


def _shown(reader, content) -> dict:
    with translation.override(content["language"]):
        subject = subject_of(reader.office, content)
    text = plain_text(reader.office, reader.user, content, stop_address(reader))
    return {"subject": subject, "text": text, "language": content["language"]}


@csrf_exempt  # a mail program presses it for the reader (RFC 8058); the signature is the right
@login_not_required
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop_digest(request, token):
    """Looking at it stops nothing, since mail servers open links; pressing the button does."""
    membership = membership_of(token)
    if membership is None:
        raise Http404
    if request.method == "POST":
        stop(membership)
    with translation.override(membership.user.language):
        context = {
            "office": membership.office,
            "is_stopped": membership.council_digest == Rhythm.NONE,
        }
        return render(request, "reports/stop_digest.html", context)
