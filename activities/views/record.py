from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.generic import CreateView, UpdateView

from accounts.current_office import office_for, today_in
from accounts.editing import TellsTheSecond
from accounts.permissions import require
from activities.counting import counts_as
from activities.forms import ActivityForm
from activities.models import Activity
from activities.recording import record_activity
from activities.views.scope import relationship_asked_for
from relationships.models import Organisation, Relationship


class Recording:
    """What recording and correcting an activity have in common: the form and its saving."""

    form_class = ActivityForm
    template_name = "activities/activity_form.html"

    def get_form_kwargs(self):
        user, office = self.request.user, self.office
        ties = Relationship.objects.visible_to(user).of_office(office).with_cities()
        return super().get_form_kwargs() | {
            "ties": ties.order_by("home_city__name", "partner_city__name", "pk"),
            "organisations": Organisation.objects.visible_to(user).of_office(office),
            "today": today_in(office),
        }

    def form_valid(self, form):
        activity = record_activity(**form.kept(), by=self.request.user)
        counted = counts_as(activity)
        sentence = _("Saved. This counts as: %(word)s. %(reason)s")
        messages.success(self.request, sentence % {"word": counted.word, "reason": counted.reason})
        return HttpResponseRedirect(self.address_after(activity, form))


class ActivityCreate(Recording, CreateView):
    """Record an activity; ``?relationship=`` and ``?type=`` are chosen beforehand."""

    def dispatch(self, request, *args, **kwargs):
        self.relationship = relationship_asked_for(request)
        chosen = self.relationship and self.relationship.office
        self.office = chosen or office_for(request)
        if not request.user.has_perm("activities.add_activity", self.office):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        initial = {name: self.request.GET[name] for name in ["type"] if name in self.request.GET}
        if self.relationship:
            initial["relationships"] = [self.relationship.pk]
        return initial

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Activity(office=self.office)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"office": self.office}

    def address_after(self, activity, form):
        if "another" not in self.request.POST:
            return activity.get_absolute_url()
        tie = form.cleaned_data["relationships"][0]
        return f"{reverse('activity_create')}?{urlencode({'relationship': tie.pk})}"


class ActivityEdit(TellsTheSecond, Recording, UpdateView):
    """Correct an activity. Of two editors the second is told what the first has changed."""

    def get_queryset(self):
        return Activity.objects.owned().visible_to(self.request.user).select_related("office")

    def get_object(self, queryset=None):
        activity = super().get_object(queryset)
        require(self.request.user, "activities.change_activity", activity)
        self.office = activity.office
        self.record_title = activity.title
        return activity

    def get_context_data(self, **kwargs):
        context = {"office": self.office, "record_title": self.record_title}
        return super().get_context_data(**kwargs) | context

    def address_after(self, activity, form):
        return activity.get_absolute_url()
