import pytest
from django.conf import settings

pytestmark = pytest.mark.django_db


def policy(response):
    directives = (part.split() for part in response["Content-Security-Policy"].split(";"))
    return {name: set(sources) for name, *sources in directives}


def test_a_page_may_use_nothing_but_the_portals_own_files(client):
    response = client.get(settings.LOGIN_URL)

    assert response.status_code == 200
    assert policy(response) == {
        "default-src": {"'none'"},
        "script-src": {"'self'"},
        "style-src": {"'self'"},
        "img-src": {"'self'", "data:"},
        "font-src": {"'self'"},
        "connect-src": {"'self'"},
        "form-action": {"'self'"},
        "frame-ancestors": {"'none'"},
        "base-uri": {"'none'"},
    }


@pytest.mark.ignore_template_errors
def test_only_the_admin_may_use_what_its_pages_carry_inside(client):
    response = client.get("/admin/login/")

    assert policy(response)["script-src"] == {"'self'", "'unsafe-inline'"}
    assert policy(response)["default-src"] == {"'none'"}


def test_an_address_that_only_begins_like_the_admins_is_held_to_the_strict_policy(client):
    response = client.get("/administration/")

    assert policy(response)["script-src"] == {"'self'"}


def test_no_page_may_be_framed_or_guessed_at(client):
    response = client.get(settings.LOGIN_URL)

    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
