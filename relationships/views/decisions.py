"""Decisions about a relationship, and the changes of its legal status."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from django.views.generic import UpdateView

from accounts.current_office import today_in
from accounts.editing import Correcting, TellsTheSecond
from accounts.permissions import require
from relationships.forms.decision import DecisionForm, LegalStatusForm
from relationships.legal_status import change_legal_status, record_decision, take_back
from relationships.models import Decision, LegalStatusChange
from relationships.views.ask import relationship_to

TWO_WAYS = require_http_methods(["GET", "HEAD", "POST"])


@TWO_WAYS
def decision_create(request, pk):
    """What was decided; one that was carried may change the legal status from a day."""
    relationship = relationship_to(request.user, "relationships.add_decision", pk)
    today = today_in(relationship.office)
    form = DecisionForm(
        request.POST or None, instance=Decision(relationship=relationship), today=today
    )
    if request.method == "POST" and form.is_valid() and _keep(request, form, today):
        return redirect(relationship)
    context = {"form": form, "relationship": relationship}
    return render(request, "relationships/decision_form.html", context)


def _keep(request, form, today) -> bool:
    """Whether the decision could be kept; if not, the form says why."""
    try:
        change = record_decision(
            decision=form.instance,
            by=request.user,
            today=today,
            legal_status=form.cleaned_data["status"],
            since=form.cleaned_data["since"],
        )
    except ValidationError as refused:
        form.instance.pk = None
        form.add_error(None, refused)
        return False
    messages.success(request, said_of(change) if change else _("The decision is kept."))
    return True


@TWO_WAYS
def legal_status_change(request, pk):
    """A change of the legal status without a decision, with its reason."""
    relationship = relationship_to(request.user, "relationships.change_relationship", pk)
    form = LegalStatusForm(request.POST or None, relationship=relationship)
    if request.method == "POST" and form.is_valid():
        told = {"to": form.cleaned_data["status"], "since": form.cleaned_data["since"]}
        try:
            change = change_legal_status(
                relationship=relationship,
                by=request.user,
                today=today_in(relationship.office),
                note=form.cleaned_data["note"],
                **told,
            )
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, said_of(change))
            return redirect(relationship)
    context = {"form": form, "relationship": relationship}
    return render(request, "relationships/legal_status_form.html", context)


@require_POST
def legal_status_undo(request, pk):
    """Take the latest change back; it stays in the history as taken back."""
    changes = LegalStatusChange.objects.owned().visible_to(request.user)
    change = get_object_or_404(changes.select_related("relationship__office"), pk=pk)
    require(request.user, "relationships.change_relationship", change)
    try:
        relationship = take_back(change=change, by=request.user)
    except ValidationError as refused:
        messages.warning(request, refused.messages[0])
    else:
        sentence = _("Undone. The legal status is again: %(status)s.")
        messages.success(request, sentence % {"status": relationship.get_legal_status_display()})
    return redirect(change.relationship)


def said_of(change):
    """What the change did, with the way to the button that takes it back."""
    sentence = _("The legal status is now: %(status)s, from %(day)s.")
    return format_html(
        '{} <a href="#legal-status">{}</a>',
        sentence % {"status": change.get_status_display(), "day": change.since.in_words()},
        _("Undo"),
    )


class DecisionEdit(TellsTheSecond, Correcting, UpdateView):
    """Correct what was recorded of a decision; the legal status stays what it is."""

    form_class = DecisionForm
    template_name = "relationships/decision_form.html"
    saved = gettext_lazy("The decision was saved.")

    def get_success_url(self):
        return self.object.relationship.get_absolute_url()

    def get_queryset(self):
        decisions = Decision.objects.owned().visible_to(self.request.user)
        return decisions.select_related(
            "relationship__office", "relationship__home_city", "relationship__partner_city"
        )

    def get_object(self, queryset=None):
        decision = super().get_object(queryset)
        require(self.request.user, "relationships.change_decision", decision)
        self.office = decision.office
        return decision

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"today": today_in(self.office)}

    def get_context_data(self, **kwargs):
        context = {"relationship": self.object.relationship, "office": self.office}
        return super().get_context_data(**kwargs) | context
