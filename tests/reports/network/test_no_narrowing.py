"""Who reads sums alone cannot narrow them, on the pages beside the dashboard, to one tie."""

import pytest

from tests.factories import CohortFactory, RelationshipFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def ties(office):
    RelationshipFactory(office=office, partner_city__country="FR", tier="friendship")
    RelationshipFactory.create_batch(3, office=office, partner_city__country="CN", tier="sister")


@pytest.fixture
def network_client(network_viewer, sign_in, ties):
    return sign_in(network_viewer)


def test_the_stress_test_takes_no_country(network_client, officer_client):
    page = "/dashboard/stress-test/?country=FR"

    assert network_client.get(page).context["form"].asked()["country"] == ""
    assert officer_client.get(page).context["form"].asked()["country"] == "FR"


def test_no_tier_and_no_cohort_of_the_office_is_compared(network_client, officer_client, office):
    CohortFactory(office=office, name="one")

    for group in (f"tier:{office.slug}:friendship", "cohort:one"):
        page = f"/dashboard/compare/?group={group}&other=office:{office.slug}"
        assert network_client.get(page).status_code == 404
        assert officer_client.get(page).status_code == 200
