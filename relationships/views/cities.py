"""Finding a city and adding one that is missing, on the way to another page."""

from django.contrib import messages
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts.current_office import office_for
from accounts.permissions import require
from accounts.way_back import way_back
from relationships.city_search import cities_like
from relationships.forms.city import CityForm
from relationships.models import City

ASKED = ["name", "native_name", "country", "region"]


@require_safe
def city_lookup(request):
    """What the combobox of cities finds while one types. Cities belong to no office."""
    require(request.user, "relationships.view_relationship", office_for(request))
    found = cities_like(request.GET.get("q", ""))
    return JsonResponse([choice(city) for city in found], safe=False)


def choice(city: City) -> dict:
    return {
        "value": city.pk,
        "text": city.name,
        "native": city.native_name if city.native_name != city.name else "",
        "lang": city.native_language,
        "note": city.whereabouts,
    }


@require_safe
def city_find(request):
    """Choose a city by its name, then go on to ``?next=`` with it as ``city``."""
    require(request.user, "relationships.add_city", office_for(request))
    text = request.GET.get("q", "").replace("\x00", "").strip()
    then = way_back(request, reverse("relationship_create"))
    found = cities_like(text)
    context = {
        "text": text,
        "then": then,
        "found": [(city, with_city(then, city)) for city in found],
        "add_query": urlencode({"name": text, "next": then}),
    }
    return render(request, "relationships/city_find.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def city_create(request):
    """Add a city, once it is none of those that it looks like; then go on to ``?next=``."""
    require(request.user, "relationships.add_city", office_for(request))
    then = way_back(request, reverse("relationship_create"))
    asked = {name: request.GET[name] for name in ASKED if name in request.GET}
    form = CityForm(request.POST or None, initial=asked)
    near = []
    if request.method == "POST" and form.is_valid() and not (near := form.may_be()):
        city = form.save()
        messages.success(request, _("%(city)s is now on record.") % {"city": city})
        return redirect(with_city(then, city))
    context = {"form": form, "then": then, "near": [(city, with_city(then, city)) for city in near]}
    return render(request, "relationships/city_form.html", context)


def with_city(address: str, city: City) -> str:
    return f"{address}{'&' if '?' in address else '?'}{urlencode({'city': city.pk})}"
