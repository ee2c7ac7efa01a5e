"""Putting a person on record, and correcting that."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.generic import CreateView, UpdateView

from accounts.current_office import today_in
from accounts.editing import TellsTheSecond
from accounts.permissions import require
from relationships.forms.people.contact import ContactForm, order_of_names
from relationships.models import Contact
from relationships.models.people import Side
from relationships.people.recording import record_contact
from relationships.views.people.ask import (
    named_in,
    office_of_people,
    organisations_of,
    ties_of,
)


class Recording:
    """What both have in common: the form and its saving."""

    form_class = ContactForm
    template_name = "relationships/people/contact_form.html"

    def get_form_kwargs(self):
        user, office = self.request.user, self.office
        return super().get_form_kwargs() | {
            "relationships": ties_of(user, office),
            "organisations": organisations_of(user, office),
            "today": today_in(office),
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"office": self.office}

    def form_valid(self, form):
        contact = record_contact(**form.kept(), by=self.request.user)
        messages.success(self.request, _("%(name)s is on record.") % {"name": contact})
        return HttpResponseRedirect(contact.get_absolute_url())


class ContactCreate(Recording, CreateView):
    """A new person; ``?relationship=``, ``?organisation=`` and ``?side=`` are chosen beforehand."""

    def dispatch(self, request, *args, **kwargs):
        self.office = office_of_people(request, "relationships.add_contact")
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        asked, user = self.request.GET, self.request.user
        tie = named_in(ties_of(user, self.office), asked.get("relationship", ""))
        body = named_in(organisations_of(user, self.office), asked.get("organisation", ""))
        side = asked.get("side", body.side if body else "")
        initial = {"side": side} if side in Side.values else {}
        if body:
            initial["organisation"] = body.pk
        if tie:
            city = tie.home_city if side == Side.OURS else tie.partner_city
            initial |= {
                "relationships": [tie.pk],
                "name_order": order_of_names(city.country.code),
            }
        return initial

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Contact(office=self.office)}


class ContactEdit(TellsTheSecond, Recording, UpdateView):
    """Correct a person's record. Of two editors the second is told what the first changed."""

    def get_queryset(self):
        contacts = Contact.objects.visible_to(self.request.user).named()
        return contacts.select_related("office")

    def get_object(self, queryset=None):
        contact = super().get_object(queryset)
        require(self.request.user, "relationships.change_contact", contact)
        self.office = contact.office
        self.name_on_record = str(contact)
        return contact

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"name_on_record": self.name_on_record}
