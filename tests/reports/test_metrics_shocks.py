from fractions import Fraction

import pytest

from reports import metrics

# The usual level is 10: 9, 10 and 12 in the three years before.
BEFORE = {2009: 9, 2010: 10, 2011: 12}


def test_the_lowest_year_and_the_year_it_was_back_are_told():
    found = metrics.dip(BEFORE | {2012: 8, 2013: 4, 2014: 9}, 2012, last=2016)

    assert (found.baseline, found.trough_year, found.trough) == (10, 2013, 4)
    assert found.depth == Fraction(6, 10)
    assert (found.recovered_year, found.years_to_recover) == (2014, 1)
    assert found.has_fallen


@pytest.mark.parametrize(("back", "recovered"), [(9, 2014), (8, None)])
def test_nine_tenths_of_the_usual_level_are_back(back, recovered):
    found = metrics.dip(BEFORE | {2012: 5, 2013: 5, 2014: back}, 2012, last=2014)

    assert found.recovered_year == recovered


def test_of_two_years_alike_the_first_is_the_lowest():
    found = metrics.dip(BEFORE | {2012: 3, 2013: 3, 2014: 10}, 2012, last=2014)

    assert (found.trough_year, found.years_to_recover) == (2012, 2)


def test_a_year_that_is_not_over_is_neither_lowest_nor_recovered():
    counts = BEFORE | {2012: 5, 2013: 1, 2014: 20}

    found = metrics.dip(counts, 2012, last=2012)

    assert (found.trough_year, found.trough) == (2012, 5)
    assert found.recovered_year is None
    assert not found.is_final


def test_the_lowest_year_lies_at_most_two_years_after():
    found = metrics.dip(BEFORE | {2012: 5, 2013: 6, 2014: 7, 2015: 1}, 2012, last=2015)

    assert found.trough_year == 2012


def test_a_usual_level_of_nothing_is_not_defined():
    found = metrics.dip({2012: 3}, 2012, last=2014)

    assert found.baseline == 0
    assert not found.is_defined
    assert (found.depth, found.recovered_year) == (None, None)


@pytest.mark.parametrize(
    ("shocked", "baseline"), [([2011], Fraction(19, 2)), ([2010, 2011], None), ([2012], 10)]
)
def test_years_of_another_shock_are_no_usual_years(shocked, baseline):
    found = metrics.dip(BEFORE | {2012: 5}, 2012, last=2014, shocked=shocked)

    assert found.baseline == baseline


def test_what_never_fell_is_back_at_once():
    found = metrics.dip(BEFORE | {2012: 10, 2013: 11, 2014: 12}, 2012, last=2014)

    assert not found.has_fallen
    assert found.years_to_recover == 0


def test_a_shock_of_this_year_has_no_lowest_year_yet():
    found = metrics.dip(BEFORE, 2012, last=2011)

    assert (found.trough_year, found.trough, found.depth) == (None, None, None)
    assert found.baseline == 10
