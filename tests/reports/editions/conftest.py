from datetime import date

import pytest

from reports.editions.building import office_content
from tests.reports.editions.portfolio import costly_portfolio, small_portfolio


@pytest.fixture
def ties(office):
    return small_portfolio(office)


@pytest.fixture
def content(office, ties):
    return office_content(office=office, year=2019, as_of=date(2019, 12, 31), language="en-ca")


@pytest.fixture
def rich(office, ties):
    """The same portfolio with money, travel and a visit that was called off."""
    costly_portfolio(ties[0])
    return office_content(office=office, year=2019, as_of=date(2019, 12, 31), language="en-ca")
