from datetime import date

import pytest

from reports.editions.building import request_edition
from reports.models import Edition
from reports.tasks import build_edition
from tests.factories import (
    ActivityFactory,
    CityFactory,
    EditionFactory,
    JobRunFactory,
    RelationshipFactory,
)


@pytest.fixture
def regina_and_jinan(office):
    home, jinan = CityFactory(name="Regina", country="CA"), CityFactory(name="Jinan")
    tie = RelationshipFactory(office=office, home_city=home, partner_city=jinan)
    ActivityFactory(relationships=[tie], when="2025-05-14", students=9)
    return tie


@pytest.fixture
def edition(office, officer, regina_and_jinan):
    """An edition that was asked for and waits for its turn."""
    return request_edition(
        office=office, year=2025, as_of=date(2025, 12, 31), language="en-ca", by=officer
    )


@pytest.fixture
def built_edition(edition):
    build_edition(edition_id=edition.pk)
    return Edition.objects.get()


@pytest.fixture
def failed_edition(office):
    sentence = "The edition could not be built. Try again."
    job_run = JobRunFactory(office=office, state="failed", note=sentence, total=6)
    return EditionFactory(office=office, job_run=job_run)
