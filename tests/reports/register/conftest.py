import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def _nothing_kept():
    cache.clear()


@pytest.fixture
def open_office(office):
    office.has_public_register = True
    office.save()
    return office
