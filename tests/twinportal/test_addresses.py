import re

import pytest
from django.conf import settings
from django.urls import URLPattern, get_resolver

PUBLIC = {"/language/", "/example/", settings.LOGIN_URL}
# Opened by a secret in the address: without it there is nothing, and no door to sign in at.
SECRET = {"/calendar/one.ics", "/e-mails/stop/one/"}


def addresses(patterns, prefix="/"):
    """Every address that the portal answers, with a 1 or a word where a row is named."""
    for pattern in patterns:
        address = prefix + filled(str(pattern.pattern))
        if isinstance(pattern, URLPattern):
            yield address
        elif pattern.namespace != "admin":
            yield from addresses(pattern.url_patterns, address)


def filled(pattern):
    for part, sample in (
        (r"<int:\w+>|\(\?P<\w+>[^)]*\)", "1"),
        (r"<uuid:\w+>", "00000000-0000-0000-0000-000000000000"),
        (r"<(\w+:)?\w+>", "one"),
        (r"^\^|\$$|\\Z$", ""),
    ):
        pattern = re.sub(part, sample, pattern)
    return pattern


FOUND = set(addresses(get_resolver().url_patterns))
# For everybody where an office has opened it; tests/reports/register.
REGISTER = {address for address in FOUND if address.startswith("/register/")}
ADDRESSES = sorted(FOUND - PUBLIC - SECRET - REGISTER)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_stranger_is_asked_to_sign_in(client, address):
    response = client.get(address)

    if address.startswith("/api/"):
        assert response.status_code in {401, 403}
    else:
        assert response.status_code == 302
        assert response["Location"].startswith(settings.LOGIN_URL)


@pytest.mark.django_db
@pytest.mark.parametrize("address", sorted(SECRET))
def test_a_secret_that_opens_nothing_is_answered_by_nothing(client, address):
    assert client.get(address).status_code == 404


def test_the_addresses_are_found():
    assert "/api/schema/" in ADDRESSES
    assert len(ADDRESSES) > 5


@pytest.mark.django_db
def test_the_admin_asks_a_stranger_to_sign_in(client):
    response = client.get("/admin/")

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")
