import pytest

from tests.factories import CityFactory, HomeCityFactory, RelationshipFactory


@pytest.fixture(autouse=True)
def _documents(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


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
