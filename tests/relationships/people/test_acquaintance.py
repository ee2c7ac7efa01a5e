"""Who knew whom when, on a small table that can be checked by hand."""

from datetime import date
from types import SimpleNamespace

import pytest

from relationships.people.acquaintance import Spell, periods, spell_of

TODAY = date(2026, 2, 3)


def spell(name, first, last=None):
    return Spell(SimpleNamespace(name=name, side=name.split()[0]), first, last)


OUR_ANNA = spell("ours Anna", date(2015, 1, 1))
OUR_TOM = spell("ours Tom", date(2005, 1, 1), date(2011, 1, 1))
ZHANG = spell("partner Zhang", date(2012, 3, 1), date(2018, 6, 30))
LI = spell("partner Li", date(2018, 7, 1))


def table(found):
    return [
        (str(period.first), str(period.last or ""), _names(period.ours), _names(period.partners))
        for period in found
    ]


def _names(spells):
    return " ".join(spell.contact.name.split()[1] for spell in spells)


def test_a_period_begins_whenever_somebody_comes_or_leaves_and_gaps_stay_visible():
    found = periods([OUR_ANNA, OUR_TOM, ZHANG, LI], TODAY, since=date(2000, 5, 1))

    assert table(found) == [
        ("2018-07-01", "", "Anna", "Li"),
        ("2015-01-01", "2018-06-30", "Anna", "Zhang"),
        ("2012-03-01", "2014-12-31", "", "Zhang"),
        ("2011-01-02", "2012-02-29", "", ""),
        ("2005-01-01", "2011-01-01", "Tom", ""),
        ("2000-05-01", "2004-12-31", "", ""),
    ]


def test_nobody_makes_no_period():
    assert periods([], TODAY) == []


def test_whoever_is_still_to_come_is_not_there_yet():
    coming = spell("partner Wu", date(2026, 3, 1))
    leaving = spell("partner Li", date(2018, 7, 1), date(2026, 2, 28))

    assert table(periods([coming, leaving], TODAY)) == [("2018-07-01", "", "", "Li")]


def test_whoever_leaves_today_is_there_today():
    leaving = spell("partner Li", date(2018, 7, 1), TODAY)

    assert table(periods([leaving], TODAY)) == [("2018-07-01", "", "", "Li")]


@pytest.mark.parametrize(
    ("dates", "first", "is_known"),
    [
        ({"from_date": date(2019, 1, 1)}, date(2019, 1, 1), True),
        ({}, date(2024, 5, 1), False),
        ({"verified_date": date(2021, 1, 1)}, date(2021, 1, 1), False),
        ({"to_date": date(2020, 1, 1)}, date(2020, 1, 1), False),
    ],
)
def test_without_an_arrival_a_person_is_there_from_the_day_the_record_knew(dates, first, is_known):
    contact = SimpleNamespace(**{"from_date": None, "to_date": None, "verified_date": None} | dates)

    found = spell_of(contact, recorded=date(2024, 5, 1))

    assert (found.first, found.is_first_known) == (first, is_known)
