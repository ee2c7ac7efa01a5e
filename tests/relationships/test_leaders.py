from datetime import date

import pytest

from relationships.leaders import changes, in_office
from tests.factories import CityFactory, LeaderFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def regina():
    return CityFactory(name="Regina", country="CA")


def term(city, name, year, **fields):
    return LeaderFactory(city=city, name=name, from_date=date(year, 11, 1), **fields)


def test_a_change_is_a_term_after_that_of_somebody_else(regina):
    terms = [term(regina, "Masters", 2020), term(regina, "Fiacco", 2000)]
    terms += [term(regina, "Fougere", 2012), term(regina, "Fougere", 2016)]

    found = [(change.before.name, change.leader.name) for change in changes(terms)]

    assert found == [("Fiacco", "Fougere"), ("Fougere", "Masters")]


def test_another_post_and_another_city_are_no_change(regina):
    terms = [term(regina, "Fougere", 2012), term(regina, "Moe", 2018, post="governor")]
    terms.append(term(CityFactory(), "Sun", 2019))

    assert changes(terms) == []


def test_who_left_or_is_still_to_come_is_not_in_office(regina):
    today = date(2019, 5, 1)
    left = term(regina, "Fiacco", 2000, to_date=date(2012, 11, 1))
    now, to_come = term(regina, "Fougere", 2012), term(regina, "Masters", 2020)

    assert in_office([left, now, to_come], today) == [now]
    assert in_office([left], today) == []
