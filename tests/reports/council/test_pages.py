"""Choosing one's mails, looking at a digest, and stopping it without signing in."""

from urllib.parse import urlsplit

import pytest
from django.test import Client

from accounts.models import Membership
from reports.council.stopping import stop_address
from tests.factories import ActivityFactory, RelationshipFactory

pytestmark = pytest.mark.django_db
CHOOSE = "/account/e-mails/"


@pytest.fixture
def membership(councillor):
    membership = councillor.memberships.get()
    membership.council_digest = "monthly"
    membership.save()
    return membership


@pytest.fixture
def stop_path(membership):
    return urlsplit(stop_address(membership)).path


def test_a_councillor_chooses_and_the_choice_is_kept(councillor, councillor_client):
    own = councillor.memberships.get()

    councillor_client.post(CHOOSE, {f"membership-{own.pk}-council_digest": "yearly"})

    assert Membership.objects.get(pk=own.pk).council_digest == "yearly"


def test_only_who_answers_alerts_is_asked_about_their_digest(councillor_client, officer_client):
    assert "wants_digest" not in councillor_client.get(CHOOSE).content.decode()
    assert "wants_digest" in officer_client.get(CHOOSE).content.decode()


@pytest.mark.parametrize("said", ["", "hourly", "\x00"])
def test_an_odd_choice_is_refused_and_changes_nothing(membership, councillor_client, said):
    answer = councillor_client.post(CHOOSE, {f"membership-{membership.pk}-council_digest": said})

    assert answer.status_code == 200
    assert Membership.objects.get(pk=membership.pk).council_digest == "monthly"


def test_nobody_chooses_for_somebody_else(membership, officer_client):
    officer_client.post(CHOOSE, {f"membership-{membership.pk}-council_digest": "none"})

    assert Membership.objects.get(pk=membership.pk).council_digest == "monthly"


@pytest.mark.parametrize("rhythm", ["monthly", "yearly", "hourly", "%00"])
def test_the_digest_can_be_looked_at_before_it_comes(office, councillor_client, rhythm):
    ActivityFactory(relationships=[RelationshipFactory(office=office)])

    answer = councillor_client.get(f"{CHOOSE}digest/?office={office.slug}&rhythm={rhythm}")

    assert answer.status_code == 200


def test_looking_at_the_link_stops_nothing(membership, stop_path):
    page = Client().get(stop_path)

    assert page.status_code == 200
    assert Membership.objects.get(pk=membership.pk).council_digest == "monthly"


def test_pressing_it_stops_the_digest_without_signing_in(membership, stop_path):
    answer = Client(enforce_csrf_checks=True).post(stop_path, {"List-Unsubscribe": "One-Click"})

    assert answer.status_code == 200
    assert "You receive no council digest" in answer.content.decode()
    assert Membership.objects.get(pk=membership.pk).council_digest == "none"


@pytest.mark.parametrize("token", ["1", "1:abc", "nobody", "%00", "1:" + "x" * 3000])
def test_a_link_that_nobody_signed_is_not_found(membership, token):
    assert Client().post(f"/e-mails/stop/{token}/").status_code == 404


def test_the_link_speaks_the_language_of_its_reader(councillor, stop_path):
    councillor.language = "fr-ca"
    councillor.save()

    assert '<html lang="fr-ca"' in Client().get(stop_path).content.decode()
