"""Programmes: what recurs, what became of it year by year, and the next one."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django.views.generic import CreateView, UpdateView

from accounts.current_office import office_for, today_in
from accounts.editing import Outdated, TellsTheSecond
from accounts.models import Office
from accounts.permissions import require
from activities.forms.programme import EndForm, ProgrammeForm
from activities.keeping_programmes import end_programme, keep_programme
from activities.models import Programme
from activities.views.scope import relationship_asked_for
from relationships.models import Relationship
from reports.programmes import courses

PAGE_SIZE = 50


@require_safe
def programme_list(request):
    """The programmes of an office or of one relationship, with what was missed."""
    relationship = relationship_asked_for(request)
    office = (relationship and relationship.office) or office_for(request)
    require(request.user, "activities.view_activity", office)
    programmes = _visible(request.user).filter(relationship__office=office)
    if relationship:
        programmes = programmes.filter(relationship=relationship)
    page = Paginator(programmes.order_by("name", "pk"), PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "office": office,
        "offices": Office.objects.visible_to(request.user),
        "relationship": relationship,
        "page_obj": page,
        "courses": courses(list(page), user=request.user, office=office, today=today_in(office)),
        "may_add": request.user.has_perm("activities.add_activity", office),
    }
    return render(request, "activities/programme_list.html", context)


@require_safe
def programme_detail(request, pk):
    """One programme: each year with its sign, and how to go on."""
    programme = _asked_for(request, pk, "activities.view_activity")
    office = programme.office
    (found,) = courses([programme], user=request.user, office=office, today=today_in(office))
    may_change = request.user.has_perm("activities.change_activity", programme)
    context = {
        "programme": programme,
        "relationship": programme.relationship,
        "office": office,
        "course": found,
        "may_change": may_change,
        "end_form": _end_form(programme, today_in(office)) if may_change else None,
    }
    return render(request, "activities/programme_detail.html", context)


@require_POST
def programme_end(request, pk):
    """End a programme with a year, or let it go on again."""
    programme = _asked_for(request, pk, "activities.change_activity")
    form = EndForm(request.POST, programme=programme)
    if not form.is_valid():
        for errors in form.errors.values():
            messages.error(request, " ".join(errors))
        return redirect("programme_detail", pk=pk)
    try:
        end_programme(programme=programme, by=request.user, **form.cleaned_data)
    except Outdated:
        messages.error(request, _("Somebody else changed the programme meanwhile. Look again."))
        return redirect("programme_detail", pk=pk)
    year = form.cleaned_data["last_year"]
    said = _("The programme ends with %(year)s.") if year else _("The programme goes on.")
    messages.success(request, said % {"year": year})
    return redirect("programme_detail", pk=pk)


class Keeping:
    """What a new programme and correcting one have in common."""

    form_class = ProgrammeForm
    template_name = "activities/programme_form.html"

    def get_form_kwargs(self):
        user, office = self.request.user, self.office
        ties = Relationship.objects.visible_to(user).of_office(office).with_cities()
        return super().get_form_kwargs() | {"ties": ties, "office": office}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"office": self.office}

    def form_valid(self, form):
        version = form.cleaned_data["version"]
        programme = keep_programme(programme=form.instance, by=self.request.user, version=version)
        messages.success(self.request, _("The programme is kept."))
        return HttpResponseRedirect(programme.get_absolute_url())


class ProgrammeCreate(Keeping, CreateView):
    """A new programme; ``?relationship=`` is chosen beforehand."""

    def dispatch(self, request, *args, **kwargs):
        self.relationship = relationship_asked_for(request)
        self.office = (self.relationship and self.relationship.office) or office_for(request)
        require(request.user, "activities.add_activity", self.office)
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        year = today_in(self.office).year
        return {"relationship": self.relationship, "first_year": year, "every_years": 1}


class ProgrammeEdit(TellsTheSecond, Keeping, UpdateView):
    """Correct a programme. Of two editors the second is told what the first has changed."""

    def get_object(self, queryset=None):
        programme = _asked_for(self.request, self.kwargs["pk"], "activities.change_activity")
        self.office = programme.office
        self.name = programme.name
        return programme

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"name": self.name}


def _visible(user):
    return Programme.objects.visible_to(user).owned().with_relationship()


def _asked_for(request, pk, permission):
    programme = get_object_or_404(_visible(request.user), pk=pk)
    require(request.user, permission, programme)
    return programme


def _end_form(programme, today):
    initial = {"last_year": programme.last_year or today.year, "version": programme.version}
    return EndForm(programme=programme, initial=initial)
