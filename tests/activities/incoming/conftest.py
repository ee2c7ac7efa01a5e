import pytest

from tests.activities.incoming.sending import AS_OF
from tests.factories import CityFactory, HomeCityFactory, RelationshipFactory


@pytest.fixture(autouse=True)
def _documents(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def in_november(time_machine):
    time_machine.move_to(f"{AS_OF}T12:00:00+00:00")


@pytest.fixture
def home(office):
    city = CityFactory(name="Montréal", region="Quebec", country="CA")
    HomeCityFactory(office=office, city=city)
    return city


@pytest.fixture
def tie(office, home):
    """Montréal and Shanghai."""
    partner = CityFactory(name="Shanghai", region="Shanghai", country="CN", native_name="上海")
    return RelationshipFactory(office=office, home_city=home, partner_city=partner)
