"""The public register: the offices that have one, the ties of one, one tie, the open data."""

from itertools import groupby

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import translation
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import Office
from reports.map_of_ties import map_of_ties
from reports.register.columns import ACTIVITY_COLUMNS, LICENCES, TIE_COLUMNS
from reports.register.published import slug_of
from reports.views.register.answering import (
    conditional,
    for_everybody,
    language_of,
    page_of_register,
    short_language,
)

TIES_ON_A_PAGE = 100
ACTIVITIES_ON_A_PAGE = 100


@login_not_required
@require_safe
def register_list(request):
    """The offices whose register is open."""
    language = language_of(request, settings.LANGUAGE_CODE)
    with translation.override(language):
        offices = Office.objects.with_open_register()
        made = page_of_register("register/offices.html", reverse("register"), {"offices": offices})
    headers = {"Content-Language": language, "Content-Type": "text/html; charset=utf-8"}
    return conditional(request, made.content, headers)


@for_everybody
def register_office(register, *, page):
    return office_page(register, page)


def office_page(register, page, *, is_preview=False):
    """The ties of one page, with their years and what was last."""
    found = _page_or_404(register.ties(), TIES_ON_A_PAGE, page)
    rows = list(found)
    summary = register.summary_of(rows)
    context = {
        "office": register.office,
        "as_of": register.as_of,
        "is_preview": is_preview,
        "page_obj": found,
        "ties": register.published_ties(rows, summary),
        "map": map_of_ties(summary.ties, _no_pages if is_preview else _pages_of(register.office)),
    }
    address = reverse("register_office", args=[register.office.slug])
    return page_of_register("register/office.html", address, context)


def _no_pages(tie):
    """A preview has no pages of ties: the register is not open yet."""
    return "", ""


def _pages_of(office):
    """The public page of a tie, which has its activities."""

    def pages(tie):
        slug = slug_of(tie.home, tie.partner)
        page = reverse("register_tie", args=[office.slug, tie.id, slug])
        return f"{page}?{urlencode({'lang': short_language()})}", ""

    return pages


@for_everybody
def register_tie(register, *, page, pk, name):
    row = get_object_or_404(register.ties(), pk=pk)
    canonical = slug_of(row.home_city.name, row.partner_city.name)
    address = reverse("register_tie", args=[register.office.slug, pk, canonical])
    if name != canonical:
        return redirect(f"{address}?{urlencode({'lang': short_language()})}")
    found = _page_or_404(
        register.activities().filter(activity_relationships__relationship=pk),
        ACTIVITIES_ON_A_PAGE,
        page,
    )
    strip = reverse("register_strip", args=[register.office.slug, pk, canonical])
    strip += f"?lang={short_language()}"
    (tie,) = register.published_ties([row], register.summary_of([row]))
    context = {
        "office": register.office,
        "as_of": register.as_of,
        "snippet": snippet(tie.name, f"{settings.SITE_ADDRESS}{strip}"),
        "tie": tie,
        "page_obj": found,
        "years": _by_year(register, found),
        "strip_here": strip,
    }
    return page_of_register("register/tie.html", address, context)


def _by_year(register, rows):
    """The activities on one page under the policy years of the office."""
    month = register.office.fiscal_year_start_month
    activities = register.published_activities(rows)
    return [
        (years, list(some)) for years, some in groupby(activities, lambda one: one.years(month))
    ]


def snippet(name, address):
    """The picture as another site embeds it."""
    words = _("%(tie)s, year by year") % {"tie": name}
    return format_html('<img src="{}" alt="{}">', address, words)


@for_everybody
def register_open_data(register, *, page):
    context = {
        "office": register.office,
        "as_of": register.as_of,
        "licence": LICENCES[register.office.register_licence],
        "files": [("ties", TIE_COLUMNS), ("activities", ACTIVITY_COLUMNS)],
    }
    address = reverse("register_open_data", args=[register.office.slug])
    return page_of_register("register/open_data.html", address, context)


def _page_or_404(rows, size, number):
    pages = Paginator(rows, size)
    if not 1 <= number <= pages.num_pages:
        raise Http404
    return pages.page(number)
