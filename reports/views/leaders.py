"""Did ties outlive a change of leader? And the terms on record, which all offices share."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django.views.generic import UpdateView

from accounts.current_office import office_for, today_in
from accounts.editing import Correcting, TellsTheSecond
from accounts.keys import as_key
from accounts.models import Office
from accounts.undo import with_undo
from relationships.forms.leader import LeaderForm
from relationships.leaders import cities_of, leaders_of
from relationships.models import City, Leader, Relationship
from reports import metrics
from reports.leadership_watch import open_watches, watches
from reports.leadership_words import sentences

# Terms are facts of the public record and belong to no office, as cities do.
TO_KEEP = "relationships.add_city"
PAGE_SIZE = 50


@require_safe
def leader_list(request):
    office = office_for(request)
    _require(request, "relationships.view_relationship", office)
    ties = Relationship.objects.visible_to(request.user).of_office(office)
    today = today_in(office)
    found = watches(ties, today)
    survival = metrics.survival(one.watch for one in found)
    waiting = open_watches(found, today)
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "office": office,
        "offices": Office.objects.visible_to(request.user),
        "as_of": today,
        "survival": survival,
        "statement": sentences(survival, len(waiting), len(found)),
        "open": waiting,
        "page_obj": page,
        "rows": [(one, _door(one)) for one in page],
        "terms": leaders_of(ties).order_by("city__name", "city_id", "post", "-from_date", "-pk"),
        "may_keep": request.user.has_perm(TO_KEEP, office),
        "may_record": request.user.has_perm("activities.add_activity", office),
    }
    return render(request, "reports/leader_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def leader_create(request):
    """A new term; ``?city=`` is chosen beforehand."""
    office = office_for(request)
    _require(request, TO_KEEP, office)
    cities = _cities(request.user, office)
    form = LeaderForm(
        request.POST or None,
        instance=Leader(),
        cities=cities,
        initial={"city": cities.filter(pk=as_key(request.GET.get("city", ""))).first()},
    )
    if request.method == "POST" and form.is_valid():
        form.instance.stamp(request.user)
        leader = form.save()
        messages.success(request, _("%(leader)s is on record.") % {"leader": leader})
        return redirect(_list_of(office))
    return render(request, "reports/leader_form.html", {"form": form, "office": office})


class LeaderEdit(TellsTheSecond, Correcting, UpdateView):
    """Of two editors the second is told what the first changed."""

    form_class = LeaderForm
    template_name = "reports/leader_form.html"
    saved = gettext_lazy("The term was saved.")

    def get_success_url(self):
        return _list_of(self.office)

    def get_object(self, queryset=None):
        self.office = office_for(self.request)
        _require(self.request, TO_KEEP, self.office)
        leader = get_object_or_404(Leader.objects.select_related("city"), pk=self.kwargs["pk"])
        self.city_id = leader.city_id
        return leader

    def get_form_kwargs(self):
        own = _cities(self.request.user, self.office)
        cities = City.objects.filter(pk__in=own.values("pk"))
        return super().get_form_kwargs() | {
            "cities": cities | City.objects.filter(pk=self.city_id),
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"office": self.office}


@require_POST
def leader_remove(request, pk):
    """Take a term off the record; undone, it is entered again."""
    office = office_for(request)
    _require(request, TO_KEEP, office)
    leader = Leader.objects.select_related("city").filter(pk=pk).first()
    if leader is None:
        messages.info(request, _("This term is not on record any more."))
        return redirect(_list_of(office))
    leader.delete()
    said = _("The term of %(leader)s is removed.") % {"leader": leader}
    again = f"{reverse('leader_create')}?{urlencode({'office': office.slug})}"
    messages.success(request, with_undo(request, said, again, **_entered(leader)))
    return redirect(_list_of(office))


def _entered(leader) -> dict[str, str]:
    """What the form of a term is sent with, to enter ``leader`` as it was."""
    return {
        "city": leader.city_id,
        "post": leader.post,
        "name": leader.name,
        "native_name": leader.native_name,
        "since": leader.since,
        "to_date": leader.to_date.isoformat() if leader.to_date else "",
        "source": leader.source,
    }


def _require(request, permission, office):
    if not request.user.has_perm(permission, office):
        raise PermissionDenied


def _cities(user, office):
    return cities_of(Relationship.objects.visible_to(user).of_office(office))


def _list_of(office):
    return f"{reverse('leader_list')}?{urlencode({'office': office.slug})}"


def _door(one):
    """The live activities of the tie in the months of the watch."""
    query = {
        "relationship": one.relationship.pk,
        "live": "true",
        "date_from": one.watch.since,
        "date_to": one.watch.ends,
    }
    return f"{reverse('activity_list')}?{urlencode(query)}"
