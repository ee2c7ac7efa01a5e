"""Answers for everybody: in the language of the address, kept for a while, asked for again cheaply.

Whether the register is open is looked up each time, so that one that closes is gone at once.
"""

from functools import wraps
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from accounts.current_office import today_in
from accounts.models import Office
from reports.register.record import Register

FRESH = 300  # seconds
LANGUAGES = {"en": "en-ca", "fr": "fr-ca"}


def for_everybody(view):
    """``view(register, page=..., **of_address)`` of an office whose register is open, else 404."""

    @login_not_required
    @require_safe
    @wraps(view)
    def answer(request, slug, **of_address):
        office = Office.objects.with_open_register().filter(slug=slug).first()
        if office is None:
            return nothing(request)
        try:
            return _answer(request, view, Register(office, today_in(office)), of_address)
        except Http404:
            return nothing(request)

    return answer


def _answer(request, view, register, of_address):
    language, page = language_of(request, register.office.language), page_of(request)
    key = _key(view, register, language, page, of_address)
    kept = cache.get(key)
    if kept is None:
        with translation.override(language):
            made = view(register, page=page, **of_address)
        if made.status_code != 200:
            return made
        made["Content-Language"] = language
        kept = made.content, dict(made.headers), getattr(made, "_csp_update", None)
        cache.set(key, kept, FRESH)
    return conditional(request, *kept)


def nothing(request):
    """The same for an office that does not exist and for one whose register is closed."""
    with translation.override(language_of(request, settings.LANGUAGE_CODE)):
        answer = page_of_register("register/nothing.html", reverse("register"), {})
    answer.status_code = 404
    return answer


def page_of_register(template, address, context):
    """A page that knows nothing of who reads it; ``address`` is its own, without language."""
    lang = short_language()
    around = {"lang": f"?lang={lang}", "address": address, "here_in": lang}
    return HttpResponse(render_to_string(template, around | context))


def short_language() -> str:
    return translation.get_language()[:2]


def conditional(request, content, headers, policy=None):
    response = HttpResponse(content, headers=headers)
    if policy:
        response._csp_update = policy
    etag = quote_etag(sha256(content).hexdigest()[:32])
    response["ETag"] = etag
    patch_cache_control(response, public=True, max_age=FRESH)
    return get_conditional_response(request, etag=etag, response=response)


def language_of(request, otherwise) -> str:
    return LANGUAGES.get(request.GET.get("lang", "")[:2].lower(), otherwise)


def page_of(request) -> int:
    asked = request.GET.get("page", "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 5 else 1


def _key(view, register, language, page, of_address):
    office = register.office
    asked = (
        view.__name__, office.pk, office.name, office.publishes_titles, office.register_licence,
        register.as_of, language, page, sorted(of_address.items()),
    )  # fmt: skip
    return "register-" + sha256(repr(asked).encode()).hexdigest()
