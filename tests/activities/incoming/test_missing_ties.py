"""An activity with a city that the office has no relationship with."""

import pytest

from tests.activities.incoming.sending import checked, send
from tests.activities.incoming.test_taking import CHOIR
from tests.factories import CityFactory

pytestmark = pytest.mark.django_db


def test_the_relationship_can_be_added_with_the_city_of_the_row(officer_client, office, tie):
    kyoto = CityFactory(name="Kyoto", region="Kyoto", country="JP")
    cities = {"city_a": "Kyoto", "country_a": "JP", "city_b": "Montréal", "country_b": "CA"}
    source = checked(send(CHOIR | cities | {"tie_id": ""}, office=office))

    text = officer_client.get(source.get_absolute_url()).content.decode()

    assert "Add a relationship with Kyoto" in text
    assert f"/relationships/new/?office={office.slug}&amp;city={kyoto.pk}" in text
    assert "It is Kyoto" not in text
