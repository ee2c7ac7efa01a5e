"""One person: who it is, how they are reached, and the small acts of keeping that right."""

from datetime import date

from django.contrib import messages
from django.core import signing
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.current_office import today_in
from accounts.undo import with_undo
from accounts.way_back import way_back
from relationships.people.access_file import access_file
from relationships.people.primary import call_first, call_first_no_longer
from relationships.views.people.ask import contact_to, relationship_sent
from relationships.views.people.merging import merged_contact

SALT = "relationships.verified"
UNDO_SECONDS = 24 * 3600


@require_safe
def contact_detail(request, pk):
    if merged := merged_contact(request, pk):
        return merged
    contact = contact_to(request.user, "relationships.view_contact", pk)
    user, today = request.user, today_in(contact.office)
    first_in = set(contact.primary_for.values_list("relationship", flat=True))
    ties = contact.relationships.with_cities().order_by("partner_city__name", "pk")
    context = {
        "contact": contact,
        "today": today,
        "zone": contact.office.time_zone,
        "is_in_post": contact.is_in_post(today),
        "ties": [(tie, tie.pk in first_in) for tie in ties],
        "merged": contact.merged_records.all(),
        "may_change": user.has_perm("relationships.change_contact", contact)
        and not contact.is_anonymised,
        "may_anonymise": user.has_perm("relationships.anonymise_contact", contact)
        and not contact.is_anonymised,
        "may_export": user.has_perm("relationships.export_contact", contact),
    }
    return render(request, "relationships/people/contact_detail.html", context)


@require_POST
def contact_verify(request, pk):
    """ "Still right today"; with ``was`` of an earlier answer, its undoing."""
    contact = contact_to(request.user, "relationships.change_contact", pk)
    before = _before(request.POST.get("was", ""), contact)
    if contact.is_anonymised:
        messages.warning(request, _("This contact is anonymised."))
    elif before:
        contact.verify(before[1], by=request.user)
        messages.success(request, _("Undone."))
    else:
        was = contact.verified_date
        contact.verify(today_in(contact.office), by=request.user)
        messages.success(request, _verified(request, contact, was))
    return redirect(way_back(request, contact.get_absolute_url()))


def _verified(request, contact, was: date | None):
    token = signing.dumps([contact.pk, contact.version, was and was.isoformat()], salt=SALT)
    sentence = _("%(name)s: still right on %(day)s.")
    return with_undo(
        request,
        sentence % {"name": contact, "day": date_format(contact.verified_date)},
        reverse("contact_verify", args=[contact.pk]),
        was=token,
        next=way_back(request, contact.get_absolute_url()),
    )


def _before(token: str, contact) -> tuple[bool, date | None] | None:
    """The day that stood there before the answer that ``token`` undoes, if it still stands."""
    try:
        pk, version, day = signing.loads(token, salt=SALT, max_age=UNDO_SECONDS)
    except signing.BadSignature:
        return None
    if [pk, version] != [contact.pk, contact.version]:
        return None
    return True, day and date.fromisoformat(day)


@require_POST
def contact_primary(request, pk):
    """Make the person the first to call in a relationship, or with ``no_longer`` not any more."""
    contact = contact_to(request.user, "relationships.change_contact", pk)
    relationship = relationship_sent(request, contact.office)
    if relationship is None:
        messages.warning(request, _("Choose a relationship of your office."))
        return redirect(contact)
    words = {"name": contact, "tie": relationship, "side": contact.get_side_display()}
    if contact.is_anonymised:
        sentence = _("This contact is anonymised.")
    elif "no_longer" in request.POST:
        call_first_no_longer(contact=contact, relationship=relationship)
        sentence = _("%(tie)s: nobody is the first to call now (%(side)s).") % words
    elif before := call_first(contact=contact, relationship=relationship, by=request.user):
        words["before"] = before
        sentence = _("%(tie)s: %(name)s is now the first to call, in place of %(before)s.") % words
    else:
        sentence = _("%(tie)s: %(name)s is now the first to call (%(side)s).") % words
    messages.success(request, sentence)
    return redirect(way_back(request, contact.get_absolute_url()))


@require_safe
@never_cache
def contact_export(request, pk):
    """All that is on record about a person, for their request of access."""
    contact = contact_to(request.user, "relationships.export_contact", pk)
    answer = JsonResponse(
        access_file(contact, today_in(contact.office)),
        json_dumps_params={"ensure_ascii": False, "indent": 2},
    )
    answer["Content-Disposition"] = f'attachment; filename="person-{contact.pk}.json"'
    return answer
