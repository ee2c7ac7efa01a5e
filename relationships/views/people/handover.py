"""Who knew whom when, and the day on which a post changes hands."""

from zoneinfo import ZoneInfo

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.current_office import today_in
from accounts.editing import Outdated
from relationships.forms.people.handover import HandoverForm
from relationships.models import Contact
from relationships.models.people import Side
from relationships.people.acquaintance import periods, spell_of
from relationships.people.handing_over import hand_over
from relationships.views.ask import relationship_to
from relationships.views.people.ask import contact_to


@require_safe
def relationship_people(request, pk):
    """The people of both sides over time; where nobody is on record the gap stays visible."""
    relationship = relationship_to(request.user, "relationships.view_contact", pk)
    office = relationship.office
    today, zone = today_in(office), ZoneInfo(office.time_zone)
    contacts = relationship.contacts.select_related("organisation").with_primary_for(relationship)
    spells = [
        spell_of(contact, timezone.localdate(contact.created_at, zone)) for contact in contacts
    ]
    context = {
        "relationship": relationship,
        "as_of": today,
        "periods": periods(spells, today, relationship.start_date),
        "sides": [(side, _side(side), [c for c in contacts if c.side == side]) for side in Side],
        "today": today,
        "may_add": request.user.has_perm("relationships.add_contact", office),
        "may_change": request.user.has_perm("relationships.change_contact", office),
    }
    return render(request, "relationships/people/relationship_people.html", context)


def _side(side) -> str:
    return _("Our side") if side == Side.OURS else _("Partner's side")


@require_http_methods(["GET", "HEAD", "POST"])
def contact_handover(request, pk):
    """End a post and say who comes after."""
    leaving = contact_to(request.user, "relationships.change_contact", pk)
    if leaving.is_anonymised:
        return redirect(leaving)
    others = (
        Contact.objects.visible_to(request.user)
        .of_office(leaving.office)
        .named()
        .filter(side=leaving.side)
        .exclude(pk=leaving.pk)
        .select_related("organisation")
    )
    form = HandoverForm(
        request.POST or None,
        leaving=leaving,
        others=others,
        ties=leaving.relationships.with_cities().order_by("partner_city__name", "pk"),
        today=today_in(leaving.office),
    )
    if request.method == "POST" and form.is_valid() and _handed_over(request, form):
        return redirect(leaving)
    context = {"form": form, "contact": leaving}
    return render(request, "relationships/people/handover.html", context)


def _handed_over(request, form) -> bool:
    """Whether the post could change hands; if not, the form says why."""
    leaving, said = form.leaving, form.cleaned_data
    try:
        successor = hand_over(
            leaving=leaving,
            last_day=said["last_day"],
            relationships=said["relationships"],
            successor=form.who_comes(),
            by=request.user,
            version=said["version"],
        )
    except Outdated:
        form.add_error(None, _("Somebody changed this record meanwhile. Open this page again."))
        return False
    words = {"name": leaving, "day": date_format(said["last_day"]), "successor": successor}
    if successor:
        sentence = _("%(name)s is in post until %(day)s; %(successor)s takes over.")
    else:
        sentence = _("%(name)s is in post until %(day)s. Nobody takes over yet.")
    messages.success(request, sentence % words)
    return True
