"""What did a shock do? Dip and rebound for the ties of one office, or of all one may see."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe
from django_countries import countries

from accounts.current_office import office_for, today_in
from accounts.models import Office
from activities.choices import Reason, ReasonSide, Status
from relationships.models import Relationship, Shock
from reports import shock_words
from reports.charts import dip_chart
from reports.shock_lens import SHOWN_CLASSES, Beside, hits_some, lens, of_class
from reports.views.shocks import TO_MARK, TO_READ

SHOWN = 12
NARROWED = {
    "any": {},
    "government": {"involvement_class": "government"},
    "community": {"involvement_class": "community"},
    "people_to_people": {"involvement": "C"},
}


@require_safe
def shock_detail(request, pk):
    shock = get_object_or_404(Shock.objects.visible_to(request.user).kept(), pk=pk)
    office = _office(request, shock)
    if not request.user.has_perm(TO_READ, office):
        raise PermissionDenied
    offices = Office.objects.visible_to(request.user, TO_READ)
    is_all = request.GET.get("scope") == "all" and len(offices) > 1
    ties = Relationship.objects.visible_to(request.user, TO_READ).owned()
    ties = _hit(shock, ties if is_all else ties.of_office(office))
    codes = sorted(set(ties.order_by().values_list("partner_city__country", flat=True)))
    asked = request.GET.get("country", "")
    country = asked if asked in codes else ""
    if country:
        ties = ties.filter(partner_city__country=country)
    looked_at = [country] if country else codes
    others = list(Shock.objects.visible_to(request.user).kept().known_to(office).exclude(pk=pk))
    today = today_in(office)
    found = lens(shock, others, relationships=ties, codes=looked_at, office=office, as_of=today)
    may_open = request.user.has_perm("activities.view_activity", office)
    doors = _Doors(office, _narrowed_to(shock, country)) if may_open and not is_all else None
    context = {
        "shock": shock,
        "office": office,
        "offices": offices,
        "is_all": is_all,
        "choices": [(code, countries.name(code)) for code in codes],
        "country": country,
        "is_not_offered": bool(asked) and not country,
        "as_of": today,
        "found": found,
        "statement": shock_words.sentence(found.dips["any"]),
        "classes": [_told(found, name, doors) for name in SHOWN_CLASSES],
        "table": [_row(found, year, doors) for year in found.years],
        "to_date": _to_date(found),
        "also_hit": [other for other in others if _overlaps(other, shock, looked_at)],
        "may_mark": shock.office and request.user.has_perm(TO_MARK, shock.office),
        **_beside(request, shock, office, ties, doors, may_open),
    }
    return render(request, "reports/shock_detail.html", context)


def _office(request, shock):
    """The one that is asked for; else that of the shock, else the person's first."""
    if shock.office and not request.GET.get("office"):
        return shock.office
    return office_for(request)


def _hit(shock, ties):
    named = [country.code for country in shock.countries]
    ties = ties.filter(partner_city__country__in=named) if named else ties
    return ties.with_cities()


def _narrowed_to(shock, country):
    return country or ",".join(one.code for one in shock.countries)


class _Doors:
    """The addresses of the lists behind the figures of one office."""

    def __init__(self, office, codes: str):
        self.query = {"office": office.slug} | ({"country": codes} if codes else {})

    def live(self, year, name):
        return self._to(live="true", year=year, **NARROWED[name])

    def put_off(self, status, beside):
        return self._to(status=status, date_from=beside.start, date_to=beside.until)

    def _to(self, **narrowed):
        return f"{reverse('activity_list')}?{urlencode(self.query | narrowed)}"


def _told(found, name, doors):
    """The figures of one class, in words, with its drawing."""
    dip = found.dips[name]
    words, mark = shock_words.CLASSES[name]
    lowest = doors.live(dip.trough_year, name) if doors and dip.trough_year else ""
    return {
        "name": words,
        "mark": mark,
        "dip": dip,
        "chart": dip_chart(found.counts[name], found.years, dip),
        "usual": shock_words.usual(dip),
        "ordinary": ", ".join(map(str, dip.ordinary)),
        "depth": shock_words.depth(dip),
        "recovery": shock_words.recovery(dip),
        "lowest_address": lowest,
    }


def _row(found, year, doors):
    cells = [
        (found.counts[name].get(year, 0), doors.live(year, name) if doors else "")
        for name in SHOWN_CLASSES
    ]
    return {"year": year, "cells": cells}


def _to_date(found):
    """The counts of the running year, where the years shown lead up to it."""
    if found.to_date is None or found.years[-1:] != range(found.last, found.last + 1):
        return None
    return {
        "year": found.last + 1,
        "cells": [of_class(found.to_date, name) for name in SHOWN_CLASSES],
    }


def _overlaps(other, shock, codes):
    """Whether another shock hit some of these ties in the years looked at."""
    ends_before = other.end_date and other.end_date.year < shock.start_date.year - 3
    return hits_some(other, codes) and not ends_before


def _beside(request, shock, office, ties, doors, may_open):
    """What was put off and what was held before; nothing for who may not read rows."""
    if not may_open:
        return {"put_off": None}
    month = office.fiscal_year_start_month
    beside = Beside(shock, relationships=ties, user=request.user, month=month)
    counted = beside.counted()
    return {
        "put_off": beside.put_off().with_relationships()[:SHOWN],
        "put_off_total": counted.total,
        "put_off_until": beside.until,
        "statuses": [
            (Status(one).label, n, doors.put_off(one, beside) if doors else "")
            for one, n in counted.statuses.items()
        ],
        "reasons": _in_words(counted.reasons, Reason),
        "sides": _in_words(counted.sides, ReasonSide),
        "held_before": beside.held_before().with_relationships()[:SHOWN],
        "held_from": beside.held_from,
    }


def _in_words(counted, choices):
    """The commonest first; what has no reason is left out."""
    ordered = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return [(choices(code).label, n) for code, n in ordered if code]
