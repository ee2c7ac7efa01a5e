"""Agreements of a relationship: reading, signing anew, correcting and renewing them."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.generic import CreateView, DetailView, UpdateView

from accounts.current_office import today_in
from accounts.editing import TellsTheSecond
from accounts.keys import as_key
from accounts.permissions import require
from relationships.agreements import keep_agreement, renewal_of
from relationships.forms.agreement import AgreementForm
from relationships.models import Agreement
from relationships.models.agreement import Term
from relationships.views.ask import relationship_to


def agreements_of(user):
    """The agreements that ``user`` may be asked for, each with its relationship."""
    return Agreement.objects.visible_to(user).select_related(
        "relationship__office", "relationship__home_city", "relationship__partner_city",
        "supersedes", "created_by", "updated_by",
    )  # fmt: skip


class AgreementDetail(DetailView):
    """One agreement, its term and its documents, the earlier ones included."""

    template_name = "relationships/agreement_detail.html"

    def get_queryset(self):
        return agreements_of(self.request.user).with_documents()

    def get_object(self, queryset=None):
        agreement = super().get_object(queryset)
        require(self.request.user, "relationships.view_agreement", agreement)
        return agreement

    def get_context_data(self, **kwargs):
        agreement, user = self.object, self.request.user
        office = agreement.office
        may = office and user.has_perm("relationships.change_agreement", agreement)
        return super().get_context_data(**kwargs) | {
            "relationship": agreement.relationship,
            "term": office and Term(agreement.term(today_in(office))).label,
            "superseded_by": agreement.superseded_by.order_by("signed_date", "pk"),
            "earlier_documents": [one for one in agreement.documents.all() if one.removed_at],
            "may_change": may,
            "zone": office.time_zone if office else "UTC",
        }


class Keeping:
    """What a new agreement and correcting one have in common."""

    form_class = AgreementForm
    template_name = "relationships/agreement_form.html"

    def get_context_data(self, **kwargs):
        context = {"relationship": self.relationship, "office": self.relationship.office}
        return super().get_context_data(**kwargs) | context

    def form_valid(self, form):
        agreement = keep_agreement(
            agreement=form.instance,
            by=self.request.user,
            paper=form.cleaned_data["paper"],
            version=form.cleaned_data["version"],
        )
        messages.success(self.request, _("The agreement is kept."))
        return HttpResponseRedirect(agreement.get_absolute_url())


class AgreementCreate(Keeping, CreateView):
    """A new agreement; ``?renews=`` names one whose terms it takes over."""

    def dispatch(self, request, *args, **kwargs):
        user = request.user
        self.relationship = relationship_to(user, "relationships.add_agreement", kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"instance": self.begun()}

    def begun(self) -> Agreement:
        pk = self.request.GET.get("renews", "")
        if not pk:
            return Agreement(relationship=self.relationship)
        return renewal_of(get_object_or_404(self.relationship.agreements, pk=as_key(pk)))


class AgreementEdit(TellsTheSecond, Keeping, UpdateView):
    """Correct an agreement. Of two editors the second is told what the first has changed."""

    def get_queryset(self):
        return agreements_of(self.request.user).owned().with_documents()

    def get_object(self, queryset=None):
        agreement = super().get_object(queryset)
        require(self.request.user, "relationships.change_agreement", agreement)
        self.relationship = agreement.relationship
        self.name = str(agreement)
        return agreement

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"name": self.name}
