"""Shocks that an office marks: the list, a new one, its correction, its removal."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.generic import UpdateView

from accounts.current_office import office_for, today_in
from accounts.editing import Correcting, TellsTheSecond
from accounts.models import Office
from accounts.permissions import require
from accounts.undo import with_undo
from relationships.forms.shock import ShockForm
from relationships.models import Shock

# A shock may concern a single tie, of which a network viewer reads no sums.
TO_READ = "relationships.view_relationship"
TO_MARK = "relationships.change_relationship"


@require_safe
def shock_list(request):
    office = office_for(request)
    if not request.user.has_perm(TO_READ, office):
        raise PermissionDenied
    context = {
        "office": office,
        "offices": Office.objects.visible_to(request.user),
        "shocks": Shock.objects.visible_to(request.user).kept().known_to(office),
        "may_mark": request.user.has_perm(TO_MARK, office),
    }
    return render(request, "reports/shock_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def shock_create(request):
    office = office_for(request)
    if not request.user.has_perm(TO_MARK, office):
        raise PermissionDenied
    shock = Shock(office=office)
    form = ShockForm(request.POST or None, instance=shock, today=today_in(office))
    if request.method == "POST" and form.is_valid():
        shock.stamp(request.user)
        form.save()
        messages.success(request, _("The shock is marked."))
        return redirect(shock)
    return render(request, "reports/shock_form.html", {"form": form, "office": office})


class ShockEdit(TellsTheSecond, Correcting, UpdateView):
    """Of two editors the second is told what the first changed."""

    form_class = ShockForm
    template_name = "reports/shock_form.html"
    saved = gettext_lazy("The shock was saved.")

    def get_object(self, queryset=None):
        shock = own_shock(self.request.user, self.kwargs["pk"], kept=True)
        self.office = shock.office
        return shock

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"today": today_in(self.office)}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"office": self.office}


@require_POST
def shock_remove(request, pk):
    shock = own_shock(request.user, pk)
    _set_removed(shock, request.user, timezone.now())
    restore = reverse("shock_restore", args=[pk])
    messages.success(request, with_undo(request, _("The shock was removed."), restore))
    return redirect(f"{reverse('shock_list')}?{urlencode({'office': shock.office.slug})}")


@require_POST
def shock_restore(request, pk):
    shock = own_shock(request.user, pk)
    _set_removed(shock, request.user, None)
    messages.success(request, _("Undone. The shock is back."))
    return redirect(shock)


def own_shock(user, pk, *, kept=False) -> Shock:
    """One of an office in which ``user`` may change relationships; those for all are only read."""
    shocks = Shock.objects.owned().visible_to(user).select_related("office")
    shock = get_object_or_404(shocks.kept() if kept else shocks, pk=pk)
    require(user, TO_MARK, shock)
    return shock


def _set_removed(shock, by, moment):
    shock.removed_at = moment
    shock.stamp(by)
    shock.save()
