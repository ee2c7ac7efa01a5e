"""Organisations: one on its page, a new one, a corrected one, and what the combobox finds."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django.views.generic import CreateView, UpdateView

from accounts.current_office import today_in
from accounts.editing import TellsTheSecond, hold
from accounts.permissions import require
from relationships.forms.people.organisation import OrganisationForm
from relationships.models import Contact, Organisation
from relationships.views.people.ask import office_of_people, organisation_to, organisations_of
from relationships.views.people.merging import merged_organisation

MOST = 20
LONGEST = 100
LED_SHOWN = 30


@require_safe
def organisation_lookup(request):
    """What the combobox of organisations finds while one types."""
    office = office_of_people(request, "relationships.view_organisation")
    text = request.GET.get("q", "").replace("\x00", "")[:LONGEST]
    found = organisations_of(request.user, office).named_like(text).select_related("city")
    return JsonResponse([choice(body) for body in found[:MOST]], safe=False)


def choice(body: Organisation) -> dict:
    return {
        "value": body.pk,
        "text": body.name,
        "native": body.native_name if body.native_name != body.name else "",
        "lang": body.native_language,
        "note": str(body.city or body.get_side_display()),
    }


@require_safe
def organisation_detail(request, pk):
    """What it led, and who works there."""
    if merged := merged_organisation(request, pk):
        return merged
    body = organisation_to(request.user, "relationships.view_organisation", pk)
    user, today = request.user, today_in(body.office)
    contacts = Contact.objects.visible_to(user, "relationships.view_contact").named()
    led = body.led_activities.exclude(status="void").order_by("-start_date", "-pk")
    context = {
        "organisation": body,
        "today": today,
        "contacts": contacts.filter(organisation=body),
        "led": led[:LED_SHOWN],
        "led_total": led.count(),
        "carried": body.relationships_carried.visible_to(user).with_cities(),
        "merged": body.merged_records.all(),
        "zone": body.office.time_zone,
        "may_change": user.has_perm("relationships.change_organisation", body),
        "may_add_contact": user.has_perm("relationships.add_contact", body),
    }
    return render(request, "relationships/people/organisation_detail.html", context)


class Recording:
    form_class = OrganisationForm
    template_name = "relationships/people/organisation_form.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"office": self.office}

    @transaction.atomic
    def form_valid(self, form):
        body = form.instance
        if body.pk:
            hold(body, form.cleaned_data["version"])
        body.stamp(self.request.user)
        form.save()
        messages.success(self.request, _("%(name)s is on record.") % {"name": body})
        return HttpResponseRedirect(body.get_absolute_url())


class OrganisationCreate(Recording, CreateView):
    def dispatch(self, request, *args, **kwargs):
        self.office = office_of_people(request, "relationships.add_organisation")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Organisation(office=self.office)}


class OrganisationEdit(TellsTheSecond, Recording, UpdateView):
    def get_queryset(self):
        return Organisation.objects.visible_to(self.request.user).select_related("office")

    def get_object(self, queryset=None):
        body = super().get_object(queryset)
        require(self.request.user, "relationships.change_organisation", body)
        self.office = body.office
        self.name_on_record = str(body)
        return body

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"name_on_record": self.name_on_record}
