"""Sets of ties that an office keeps under a name, to compare them."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.current_office import office_for
from accounts.permissions import require
from accounts.undo import with_undo
from relationships.cohorts import save_cohort
from relationships.models import Cohort, Relationship
from reports.forms.cohort import CohortForm
from reports.views.relationships import page_asked_for

CHANGE = "relationships.change_cohort"


@require_http_methods(["GET", "HEAD", "POST"])
def cohort_create(request):
    """Keep the ties of a list of relationships, as its filters stand in the address."""
    office = office_for(request)
    require(request.user, "relationships.add_cohort", office)
    ties = _ties(request, office)
    form = CohortForm(request.POST or None, ties=ties)
    if request.method == "POST" and form.is_valid():
        cohort = save_cohort(office=office, relationships=ties, **form.cleaned_data)
        messages.success(request, _("“%(cohort)s” is kept.") % {"cohort": cohort})
        return redirect(compared_with(cohort))
    context = {"form": form, "office": office, "total": len(ties)}
    return render(request, "reports/cohort_form.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def cohort_edit(request, pk):
    """Call a cohort otherwise, or remove it."""
    cohort = _asked_for(request, pk)
    form = CohortForm(request.POST or None, instance=cohort)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("“%(cohort)s” is kept.") % {"cohort": cohort})
        return redirect(compared_with(cohort))
    context = {
        "form": form,
        "cohort": cohort,
        "office": cohort.office,
        "total": cohort.relationships.count(),
        "compare": compared_with(cohort),
    }
    return render(request, "reports/cohort_form.html", context)


@require_POST
def cohort_remove(request, pk):
    cohort = _asked_for(request, pk)
    cohort.remove()
    said = _("“%(cohort)s” is removed. Its ties stay as they are.") % {"cohort": cohort}
    messages.success(request, with_undo(request, said, reverse("cohort_put_back", args=[pk])))
    return redirect("compare")


@require_POST
def cohort_put_back(request, pk):
    cohort = _asked_for(request, pk)
    cohort.put_back()
    messages.success(request, _("“%(cohort)s” is back.") % {"cohort": cohort})
    return redirect(compared_with(cohort))


def compared_with(cohort: Cohort) -> str:
    """The comparison of the cohort with all ties of its office."""
    asked = {"group": f"cohort:{cohort.name}", "other": f"office:{cohort.office.slug}"}
    return f"{reverse('compare')}?{urlencode(asked)}"


def _ties(request, office):
    """What the list shows, without ties that another office of the person keeps."""
    pks = page_asked_for(request, office).pks()
    return Relationship.objects.filter(Q(office=office) | Q(office=None), pk__in=pks)


def _asked_for(request, pk) -> Cohort:
    """The cohort, if the person may change it; one for everybody nobody may."""
    cohorts = Cohort.objects.visible_to(request.user).select_related("office")
    cohort = get_object_or_404(cohorts, pk=pk)
    require(request.user, CHANGE, cohort)
    return cohort
