"""Every page as a reader meets it: nothing in anybody's way, on a desk and on a phone."""

import pytest

import accounts.urls
import activities.urls
import relationships.urls
import reports.urls
from accounts.models import Office, User
from tests.journeys.conftest import DESK, PHONE
from tests.journeys.places import (
    LEAD_ON,
    places,
    places_of_a_network,
    places_of_an_administrator,
)

NARROWEST = 320
ROOMS = [accounts.urls, relationships.urls, activities.urls, reports.urls]
pytestmark = pytest.mark.timeout(900)


def faults(page, width):
    """What is wrong with the page in a window of that width."""
    page.widen(width)
    too_wide = page.overflow()
    found = [f"{too_wide} pixels too wide"] if too_wide > 0 else []
    return found if width == NARROWEST else found + page.barriers()


def in_language(address, language):
    """The language of the public register, and of its preview, stands in its address."""
    is_public = address.startswith(("/register/", "/settings/register/preview/"))
    return f"{address}?lang={language}" if is_public else address


def seen(page, name, address, language):
    """Open a page; the faults that it has in any of the windows."""
    page.goto(in_language(address, language))
    assert page.locator("html").get_attribute("lang") == language
    found = []
    for width in (DESK, PHONE, NARROWEST):
        found += [f"{name}, {width}: {fault}" for fault in faults(page, width)]
        if width != NARROWEST and language == "en-ca":
            page.shoot(name)
    return found


@pytest.mark.parametrize("language", ["en-ca", "fr-ca"])
def test_no_page_stands_in_anybodys_way(open_page, sign_in, portal, language):
    User.objects.update(language=language)
    found, shown = [], set()
    page = open_page(locale=language)

    for name, address in places(Office.objects.get(slug="victoria")):
        if shown == {"sign_in"}:
            sign_in(page, "officer@victoria.example")
        found += seen(page, name, address, language)
        shown.add(name.partition("-")[0])

    assert "\n".join(found) == ""
    assert shown == {pattern.name for room in ROOMS for pattern in room.urlpatterns} - LEAD_ON


@pytest.mark.parametrize("language", ["en-ca", "fr-ca"])
@pytest.mark.parametrize(
    ("who", "places_of"),
    [
        ("administrator@victoria.example", places_of_an_administrator),
        ("network@portal.example", places_of_a_network),
    ],
)
def test_no_page_stands_in_the_way_of_those_who_see_others(
    open_page, sign_in, portal, language, who, places_of
):
    User.objects.update(language=language)
    page = open_page(locale=language)
    sign_in(page, who)

    found = [
        fault for name, address in places_of() for fault in seen(page, name, address, language)
    ]

    assert "\n".join(found) == ""
