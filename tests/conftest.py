import os

import hypothesis
import pytest
from django.conf import settings
from django.test import Client
from django.utils import translation

from accounts.roles import Role
from tests.factories import MembershipFactory, OfficeFactory, UserFactory
from tests.services import missing
from twinportal import catalogues

# A shared machine is no place to time single examples.
hypothesis.settings.register_profile("twinportal", deadline=None)
hypothesis.settings.load_profile("twinportal")


@pytest.fixture(scope="session", autouse=True)
def _translations():
    for folder in settings.LOCALE_PATHS:
        catalogues.compile_below(folder)


@pytest.fixture(autouse=True)
def _english():
    """Each test begins in English, whatever language a page before it was read in."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(scope="session")
def redis_url():
    """The address of a Redis that the tests may write to."""
    return os.environ.get("TWINPORTAL_TEST_REDIS") or missing(
        "No Redis: set TWINPORTAL_TEST_REDIS to the address of one."
    )


# The cast: everybody of one office, and an outsider who is officer of another.


@pytest.fixture
def office(db):
    return OfficeFactory(name="Montréal", slug="montreal", time_zone="America/Toronto")


@pytest.fixture
def other_office(db):
    return OfficeFactory(name="Québec", slug="quebec", time_zone="America/Toronto")


def member(office, role, name):
    person = UserFactory(name=name, email=f"{role}@{office.slug}.example.org")
    MembershipFactory(user=person, office=office, role=role)
    return person


@pytest.fixture
def officer(office):
    return member(office, Role.OFFICER, "Odile")


@pytest.fixture
def coordinator(office):
    return member(office, Role.COORDINATOR, "Corinne")


@pytest.fixture
def councillor(office):
    return member(office, Role.COUNCILLOR, "Claude")


@pytest.fixture
def administrator(office):
    return member(office, Role.ADMINISTRATOR, "Adèle")


@pytest.fixture
def auditor(office):
    return member(office, Role.AUDITOR, "Aurèle")


@pytest.fixture
def network_viewer(office):
    """Of an office that shares with her network."""
    office.shares_with_network = True
    office.save()
    return member(office, Role.NETWORK_VIEWER, "Nadine")


@pytest.fixture
def outsider(other_office):
    return member(other_office, Role.OFFICER, "Olaf")


@pytest.fixture
def superuser(db):
    return UserFactory(name="Sylvie", is_staff=True, is_superuser=True)


@pytest.fixture
def sign_in():
    """``sign_in(person)`` gives a browser in which that person is signed in."""

    def browser_of(person):
        browser = Client()
        browser.force_login(person)
        return browser

    return browser_of


@pytest.fixture
def officer_client(officer, sign_in):
    return sign_in(officer)


@pytest.fixture
def coordinator_client(coordinator, sign_in):
    return sign_in(coordinator)


@pytest.fixture
def councillor_client(councillor, sign_in):
    return sign_in(councillor)


@pytest.fixture
def administrator_client(administrator, sign_in):
    return sign_in(administrator)


@pytest.fixture
def auditor_client(auditor, sign_in):
    return sign_in(auditor)


@pytest.fixture
def outsider_client(outsider, sign_in):
    return sign_in(outsider)
