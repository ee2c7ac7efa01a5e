"""What did a shock do? Dip and rebound for the ties of one office, or of all one may see."""

from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django_countries import countries

from accounts.current_office import office_for, today_in
from accounts.models import Office
from relationships.models import Relationship, Shock
from reports import shock_page
from reports.shock_lens import Beside, hits_some, lens
from reports.views.shocks import TO_MARK, TO_READ


@require_safe
def shock_detail(request, pk):
    shock = get_object_or_404(Shock.objects.visible_to(request.user).kept(), pk=pk)
    office = _office(request, shock)
    if not request.user.has_perm(TO_READ, office):
        raise PermissionDenied
    offices = Office.objects.visible_to(request.user, TO_READ)
    is_all = request.GET.get("scope") == "all" and len(offices) > 1
    ties = Relationship.objects.visible_to(request.user, TO_READ).owned()
    asked = _asked(request, _hit(shock, ties if is_all else ties.of_office(office)))
    others = list(Shock.objects.visible_to(request.user).kept().known_to(office).exclude(pk=pk))
    today = today_in(office)
    found = lens(
        shock, others, relationships=asked.ties, codes=asked.looked_at, office=office, as_of=today
    )
    named = asked.country or ",".join(country.code for country in shock.countries)
    doors = shock_page.Doors(None if is_all else office, named)
    month = office.fiscal_year_start_month
    beside = Beside(shock, relationships=asked.ties, user=request.user, month=month)
    context = {
        "shock": shock,
        "office": office,
        "offices": offices,
        "is_all": is_all,
        "asked": asked,
        "as_of": today,
        "also_hit": [other for other in others if _overlaps(other, shock, asked.looked_at)],
        "may_mark": shock.office and request.user.has_perm(TO_MARK, shock.office),
        **shock_page.figures(found, doors),
        **shock_page.put_off(beside, doors),
    }
    return render(request, "reports/shock_detail.html", context)


def _office(request, shock):
    """The one that is asked for; else that of the shock, else the person's first."""
    if shock.office and not request.GET.get("office"):
        return shock.office
    return office_for(request)


def _hit(shock, ties):
    named = [country.code for country in shock.countries]
    return ties.filter(partner_city__country__in=named) if named else ties


class Asked(NamedTuple):
    """The ties with the country that is asked for; with all of ``codes`` where none is, or where
    it is not among them.
    """

    ties: QuerySet
    codes: list[str]
    country: str
    is_refused: bool

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(code, countries.name(code)) for code in self.codes]

    @property
    def looked_at(self) -> list[str]:
        return [self.country] if self.country else self.codes


def _asked(request, ties) -> Asked:
    codes = sorted(set(ties.order_by().values_list("partner_city__country", flat=True)))
    text = request.GET.get("country", "")
    country = text if text in codes else ""
    if country:
        ties = ties.filter(partner_city__country=country)
    return Asked(ties.with_cities(), codes, country, bool(text) and not country)


def _overlaps(other, shock, codes):
    """Whether another shock hit some of these ties in the years looked at."""
    ends_before = other.end_date and other.end_date.year < shock.start_date.year - 3
    return hits_some(other, codes) and not ends_before
