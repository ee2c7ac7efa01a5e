from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.generic import CreateView, UpdateView

from accounts.current_office import office_for
from accounts.drafts import draft_name, forget_draft
from accounts.editing import TellsTheSecond
from accounts.keys import as_key
from accounts.permissions import require
from activities.counting import counts_as
from activities.forms import ActivityForm
from activities.forms.lines import ANOTHER_ROW, with_another_row
from activities.forms.lines_differ import beside_differs
from activities.look_alikes import AlreadyThere, record_new_activity
from activities.models import Activity
from activities.recording import record_activity
from activities.signals import activity_planned
from activities.views.offered import offered
from activities.views.prefill import beginning, copied, programme_asked_for
from activities.views.scope import relationship_asked_for


class Recording:
    """What recording and correcting an activity have in common: the form and its saving."""

    form_class = ActivityForm
    template_name = "activities/activity_form.html"
    record = staticmethod(record_activity)

    def get_form_kwargs(self):
        kwargs = super().get_form_kwargs() | offered(self.request.user, self.office)
        if "data" in kwargs:
            kwargs["data"] = with_another_row(kwargs["data"])
        return kwargs

    def get_context_data(self, **kwargs):
        common = {
            "office": self.office,
            "draft": self.draft(),
            "preview": f"{reverse('activity_preview')}?{urlencode(self.previewed())}",
        }
        context = super().get_context_data(**common | kwargs)
        if self.request.FILES:
            context["form"].ask_for_files_again()
        return context

    def form_valid(self, form):
        if ANOTHER_ROW in self.request.POST:
            return self.form_invalid(form)
        activity = self.record(**form.kept(), by=self.request.user)
        self.recorded(activity)
        counted = counts_as(activity)
        sentence = _("Saved. This counts as: %(word)s. %(reason)s")
        messages.success(self.request, sentence % {"word": counted.word, "reason": counted.reason})
        response = HttpResponseRedirect(self.address_after(activity, form))
        return forget_draft(response, self.draft())

    def recorded(self, activity):
        """Room for what follows once ``activity`` is kept."""


class ActivityCreate(Recording, CreateView):
    """Record an activity.

    Other pages begin the form by the address: ``relationship``, ``programme`` (primary keys),
    ``type``, ``title``, ``place``, ``status``, ``mode``, ``direction``, ``government_role``,
    ``substance``, ``start`` and ``end`` (2026, 2026-07 or 2026-07-14). ``copy`` is an activity
    that is to recur a year later. ``alert`` is one that this answers: after saving, its page
    follows. ``office`` is the slug of one of the person's offices. What cannot be read is ignored.
    """

    record = staticmethod(record_new_activity)

    def dispatch(self, request, *args, **kwargs):
        self.relationship = relationship_asked_for(request)
        self.programme = programme_asked_for(request)
        self.copy = copied(request)
        self.office = self.office_asked_for()
        if not request.user.has_perm("activities.add_activity", self.office):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def office_asked_for(self):
        for named in [self.relationship, self.programme, self.copy]:
            if named and named.office:
                return named.office
        return office_for(self.request)

    def get_initial(self):
        return beginning(
            self.request, relationship=self.relationship, programme=self.programme, copy=self.copy
        )

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": Activity(office=self.office)}

    def form_valid(self, form):
        try:
            return super().form_valid(form)
        except AlreadyThere as already:
            form.acknowledge(already.found)
            return self.render_to_response(
                self.get_context_data(form=form, look_alikes=already.found)
            )

    def recorded(self, activity):
        if alert := self.alert_asked_for():
            activity_planned.send(Activity, activity=activity, alert_id=alert, by=self.request.user)

    def alert_asked_for(self):
        return as_key(self.request.GET.get("alert", ""))

    def draft(self):
        return draft_name(self.request.user, "activity", self.office.slug)

    def previewed(self):
        return {"office": self.office.slug}

    def address_after(self, activity, form):
        if "another" in self.request.POST:
            tie = form.cleaned_data["relationships"][0]
            return f"{reverse('activity_create')}?{urlencode({'relationship': tie.pk})}"
        if alert := self.alert_asked_for():
            return reverse("alert_detail", args=[alert])
        return activity.get_absolute_url()


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

    def differences_of(self, yours, on_record):
        return [*super().differences_of(yours, on_record), *beside_differs(yours, on_record)]

    def get_context_data(self, **kwargs):
        return super().get_context_data(record_title=self.record_title, **kwargs)

    def draft(self):
        return draft_name(self.request.user, "activity", self.kwargs["pk"])

    def previewed(self):
        return {"activity": self.kwargs["pk"]}

    def address_after(self, activity, form):
        return activity.get_absolute_url()
