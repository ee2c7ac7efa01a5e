from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.generic import CreateView, UpdateView

from accounts.current_office import office_for, today_in
from accounts.editing import TellsTheSecond
from accounts.keys import as_key
from accounts.models import Office
from accounts.permissions import require
from relationships.forms.tie import RelationshipForm
from relationships.keeping import keep_relationship
from relationships.models import City, HomeCity, Relationship


class Keeping:
    """What putting a relationship on record and correcting its facts have in common."""

    form_class = RelationshipForm
    template_name = "relationships/relationship_form.html"

    def get_form_kwargs(self):
        asks = {"user": self.request.user, "today": today_in(self.office)}
        return super().get_form_kwargs() | asks

    def get_context_data(self, **kwargs):
        find = urlencode({"next": self.request.path})
        context = {"office": self.office, "find_address": f"{reverse('city_find')}?{find}"}
        return super().get_context_data(**kwargs) | context

    def form_valid(self, form):
        kept = form.kept() | {"by": self.request.user}
        relationship = keep_relationship(**kept)
        messages.success(self.request, self.said % {"relationship": relationship})
        return HttpResponseRedirect(relationship.get_absolute_url())


class RelationshipCreate(Keeping, CreateView):
    """A new relationship; ``?city=`` is its partner, chosen or added on another page."""

    @property
    def said(self):
        return _("%(relationship)s is now on record.")

    def dispatch(self, request, *args, **kwargs):
        self.office = office_for(request)
        require(request.user, "relationships.add_relationship", self.office)
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        return {"partner_city": self.city_asked_for(), "home_city": self.home(), "tier": ""}

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Relationship(office=self.office)}

    def get_context_data(self, **kwargs):
        keeps = Office.objects.visible_to(self.request.user, "relationships.add_relationship")
        return super().get_context_data(**kwargs) | {"offices": keeps}

    def city_asked_for(self):
        return City.objects.filter(pk=as_key(self.request.GET.get("city", ""))).first()

    def home(self):
        homes = HomeCity.objects.of_office(self.office).order_by("city__name", "pk")
        return homes.values_list("city", flat=True).first()


class RelationshipEdit(TellsTheSecond, Keeping, UpdateView):
    """Correct the facts. Of two editors the second is told what the first has changed."""

    @property
    def said(self):
        return _("%(relationship)s was saved.")

    def get_queryset(self):
        visible = Relationship.objects.owned().visible_to(self.request.user)
        return visible.with_cities()

    def get_object(self, queryset=None):
        relationship = super().get_object(queryset)
        require(self.request.user, "relationships.change_relationship", relationship)
        self.office = relationship.office
        self.name = str(relationship)
        return relationship

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"name": self.name}
