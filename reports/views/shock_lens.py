"""What did a shock do? Dip and rebound for the ties of one office, or of all one may see."""

from typing import NamedTuple

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
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

TIES_OF_A_PAGE = 25


@require_safe
def shock_detail(request, pk):
    return render(request, "reports/shock_detail.html", LensView(request, pk).context())


class LensView:
    """What is asked of a shock, and the lens that answers."""

    def __init__(self, request, pk):
        user = request.user
        shock = get_object_or_404(Shock.objects.visible_to(user).kept(), pk=pk)
        office = _office(request, shock)
        if not user.has_perm(TO_READ, office):
            raise PermissionDenied
        self.request, self.shock, self.office = request, shock, office
        self.offices = Office.objects.visible_to(user, TO_READ)
        self.is_all = request.GET.get("scope") == "all" and len(self.offices) > 1
        ties = Relationship.objects.visible_to(user, TO_READ).owned()
        self.asked = _asked(request, _hit(shock, ties if self.is_all else ties.of_office(office)))
        self.others = list(Shock.objects.visible_to(user).kept().exclude(pk=pk))
        self.as_of = today_in(office)
        self.found = lens(
            shock, self.others, relationships=self.asked.ties, codes=self.asked.looked_at,
            office=office, as_of=self.as_of,
        )  # fmt: skip

    def context(self):
        doors, shock, codes = self._doors(), self.shock, self.asked.looked_at
        month = self.office.fiscal_year_start_month
        user = self.request.user
        offices = {one.tie.office_id for one in self.found.by_tie}
        beside = Beside(shock, relationships=self.asked.ties, user=user, month=month)
        return {
            "shock": shock,
            "office": self.office,
            "offices": self.offices,
            "is_all": self.is_all,
            "asked": self.asked,
            "as_of": self.as_of,
            "file_query": self._file_query(),
            "also_hit": [one for one in self.others if _overlaps(one, shock, codes, offices)],
            "may_mark": shock.office and user.has_perm(TO_MARK, shock.office),
            **shock_page.figures(self.found, doors),
            **shock_page.put_off(beside, doors),
            **self._by_tie(),
        }

    def figures(self):
        return shock_page.figures(self.found, self._doors())

    def ties(self) -> list[dict]:
        """A row for every tie."""
        return self._rows(self.found.by_tie)

    def _by_tie(self):
        by_tie = self.found.by_tie
        page = Paginator(by_tie, TIES_OF_A_PAGE).get_page(self.request.GET.get("page"))
        return {
            "page_obj": page,
            "ties": self._rows(page.object_list),
            "is_any_told": any(one.is_told for one in by_tie),
            "fallen": sum(1 for one in by_tie if one.dip.has_fallen),
            "not_back": sum(1 for one in by_tie if one.is_not_back),
        }

    def _rows(self, found):
        offices = {office.pk: office for office in self.offices}
        return [shock_page.of_tie(one, offices) for one in found]

    def _file_query(self):
        """What a file is asked with, to show what the page shows."""
        query = self.request.GET.copy()
        query.pop("page", None)
        query["office"] = self.office.slug
        return query.urlencode()

    def _doors(self):
        named = ",".join(country.code for country in self.shock.countries)
        return shock_page.Doors(None if self.is_all else self.office, self.asked.country or named)


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


def _overlaps(other, shock, codes, offices):
    """Whether another shock hit some of these ties in the years looked at."""
    ends_before = other.end_date and other.end_date.year < shock.start_date.year - 3
    return hits_some(other, codes, offices) and not ends_before
