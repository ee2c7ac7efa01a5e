from datetime import date

import pytest

from accounts.roles import Role
from reports.network.editions.building import build_network_edition, request_network_edition
from reports.network.sharing import sharing_with
from tests.factories import (
    ActivityFactory,
    ContactFactory,
    MembershipFactory,
    OfficeFactory,
    RelationshipFactory,
)


def office_with_ties(viewer, n, *, country="CN", shares=True, ties=1):
    """An office of the network of ``viewer`` whose every name says canary."""
    office = OfficeFactory(name=f"Office {n}", slug=f"of-{n}", shares_with_network=shares)
    MembershipFactory(user=viewer, office=office, role=Role.NETWORK_VIEWER)
    for number in range(ties):
        tie = RelationshipFactory(
            office=office,
            partner_city__country=country,
            partner_city__name=f"Canary {n} {number}",
            start_date="1990-01-01",
        )
        ActivityFactory(
            relationships=[tie],
            when="2024-05-05",
            title=f"Canary feast {n}",
            government_role="lead",
        )
        ContactFactory(office=office, name=f"Canary person {n}").relationships.add(tie)
    return office


@pytest.fixture
def network_client(network_viewer, sign_in):
    return sign_in(network_viewer)


@pytest.fixture
def network(network_viewer):
    """Four offices with a tie in China, two with one in Japan, and one that does not share."""
    offices = [office_with_ties(network_viewer, n, ties=2) for n in range(4)]
    offices += [office_with_ties(network_viewer, n, country="JP") for n in (4, 5)]
    office_with_ties(network_viewer, 6, shares=False)
    return offices


@pytest.fixture
def edition(network, network_viewer):
    """Asked for, not built yet; Montréal, without a tie, shares too."""
    return request_network_edition(
        sharing=sharing_with(network_viewer), year=2025, as_of=date(2025, 12, 31),
        language="en-ca", by=network_viewer,
    )  # fmt: skip


@pytest.fixture
def built(edition):
    build_network_edition(edition=edition)
    edition.refresh_from_db()
    return edition
