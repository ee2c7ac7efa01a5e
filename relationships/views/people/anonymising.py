from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from relationships.people.anonymising import anonymise
from relationships.views.people.ask import contact_to


@require_http_methods(["GET", "HEAD", "POST"])
def contact_anonymise(request, pk):
    """Asked on a page of its own, for it cannot be undone."""
    contact = contact_to(request.user, "relationships.anonymise_contact", pk)
    if contact.is_anonymised:
        return redirect(contact)
    if request.method == "POST":
        anonymise(contact=contact, by=request.user, now=timezone.now())
        messages.success(request, _("Anonymised. The dates and the relationships stay."))
        return redirect(contact)
    return render(request, "relationships/people/contact_anonymise.html", {"contact": contact})
