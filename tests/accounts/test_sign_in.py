"""Signing in by e-mail, signing out by a button."""

import pytest
from django.template.loader import get_template

from accounts.demonstration import PASSWORD, SIGN_INS
from accounts.roles import Role
from tests.factories import MembershipFactory, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def odile(officer):
    officer.set_password("a long password")
    officer.save()
    return officer


def test_a_person_signs_in_by_e_mail_in_any_case(client, odile):
    response = client.post(
        "/sign-in/", {"username": odile.email.upper(), "password": "a long password"}
    )

    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(odile.pk)


def test_a_wrong_password_is_answered_with_a_sentence(client, odile):
    response = client.post("/sign-in/", {"username": odile.email, "password": "a wrong one"})

    assert response.status_code == 200
    assert "do not belong together" in response.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_person_who_may_not_sign_in_is_refused(client, odile):
    odile.is_active = False
    odile.save()

    client.post("/sign-in/", {"username": odile.email, "password": "a long password"})

    assert "_auth_user_id" not in client.session


def test_signing_out_takes_a_button_not_a_link(client, odile):
    client.force_login(odile)

    by_link = client.get("/sign-out/")
    still_in = "_auth_user_id" in client.session
    by_button = client.post("/sign-out/")

    assert by_link.status_code == 405
    assert still_in
    assert by_button.status_code == 302
    assert "_auth_user_id" not in client.session


def test_a_demonstration_lists_its_own_people_and_nobody_else(client, settings, office, officer):
    settings.TWINPORTAL_DEMO = True
    olive = UserFactory(name="Olive", email=SIGN_INS[0].email)
    MembershipFactory(user=olive, office=office, role=Role.OFFICER)

    page = client.get("/sign-in/").content.decode()

    assert olive.email in page
    assert PASSWORD in page
    assert officer.email not in page


def test_a_real_portal_lists_nobody(client, officer):
    page = client.get("/sign-in/").content.decode()

    assert officer.email not in page


@pytest.mark.parametrize("name", ["403.html", "404.html", "500.html", "403_csrf.html"])
def test_an_error_page_needs_nothing_to_be_shown(name):
    page = get_template(name).render()

    assert "<h1>" in page
    assert 'href="/"' in page


def test_signing_in_switches_to_the_persons_language(client, officer):
    officer.language = "fr-ca"
    officer.set_password("une phrase assez longue")
    officer.save()

    client.post("/sign-in/", {"username": officer.email, "password": "une phrase assez longue"})

    assert client.cookies["django_language"].value == "fr-ca"
    assert '<html lang="fr-ca">' in client.get("/relationships/").content.decode()
