from fractions import Fraction
from math import inf
from random import Random

import pytest

from reports import metrics
from reports.metrics import Likelihood

# The article's table: 49 ties in 2015-2019, of which 32 have a partner that Japan has too.
CANADA = ["G"] * 30 + ["CG"] * 5 + ["C"] * 9 + [""] * 201
CANADA_MATCHED = [(1, 5)] * 11 + [(0, 5)] * 21
JAPAN_MATCHED = [(5, 5)] * 11 + [(3, 5)] * 24 + [(0, 5)] * 23


def test_the_likelihoods_of_the_article_come_out_to_the_digit():
    found = metrics.likelihoods(CANADA)

    assert found["government"] == (35, 245)
    assert found["government"].percent == "14.3"
    assert found["non_government"] == (14, 245)
    assert found["non_government"].percent == "5.7"
    assert metrics.percent(11, 160) == "6.9"
    assert metrics.percent(127, 290) == "43.8"


def test_the_ratio_of_the_article_is_that_of_the_exact_likelihoods():
    found = metrics.ratio(JAPAN_MATCHED, CANADA_MATCHED)

    assert (found.group, found.base) == ((127, 290), (11, 160))
    assert found.value == Fraction(127, 290) / Fraction(11, 160)
    assert found.text == "6.4"


def test_a_year_counts_once_in_each_class_and_classes_do_not_add_up():
    found = metrics.likelihoods(["GC", "G", "", "M", "U"])

    assert {name: likelihood.n for name, likelihood in found.items()} == {
        "any": 4,
        "government": 3,
        "non_government": 1,
        "community": 2,
        "people_to_people": 1,
    }
    assert {likelihood.of for likelihood in found.values()} == {5}


@pytest.mark.parametrize(
    ("n", "of", "percent"),
    [
        (0, 10, "0.0"),
        (1, 2000, "0.1"),  # 0.05 is rounded up
        (1, 2001, "0.0"),
        (1, 16, "6.3"),  # 6.25 is rounded up
        (10, 10, "100.0"),
        (2, 3, "66.7"),
    ],
)
def test_percents_have_one_decimal_half_up(n, of, percent):
    assert metrics.percent(n, of) == percent


def test_no_percent_is_given_of_fewer_than_ten():
    assert Likelihood(4, 9).percent is None
    assert Likelihood(4, 9).interval is None
    assert Likelihood(4, 10).percent == "40.0"
    assert Likelihood(0, 0).percent is None


@pytest.mark.parametrize(
    ("n", "of", "interval"),
    [
        (35, 245, ("10.5", "19.2")),
        (14, 245, ("3.4", "9.4")),
        (0, 20, ("0.0", "16.1")),
        (20, 20, ("83.9", "100.0")),
    ],
)
def test_the_interval_is_wilsons(n, of, interval):
    assert Likelihood(n, of).interval == interval


def test_the_ratio_is_not_defined_over_nothing():
    found = metrics.ratio([(3, 5), (0, 5)], [(0, 5), (0, 5)])

    assert (found.group, found.base) == ((3, 10), (0, 10))
    assert found.value is found.text is found.interval is None


def test_the_interval_of_a_ratio_is_the_same_whatever_the_order_of_the_ties():
    once = metrics.ratio(JAPAN_MATCHED, CANADA_MATCHED)
    again = metrics.ratio(JAPAN_MATCHED[::-1], CANADA_MATCHED[::-1])

    assert (once.low, once.high) == (again.low, again.high)
    assert once.low < once.value < once.high


def test_ties_that_are_all_alike_leave_nothing_uncertain():
    found = metrics.ratio([(4, 5)] * 6, [(2, 5)] * 6)

    assert found.interval == ("2.0", "2.0")


def test_a_base_that_may_well_be_nothing_has_no_upper_bound():
    found = metrics.ratio([(4, 5)] * 6, [(1, 5)] + [(0, 5)] * 5)

    assert found.high == inf
    assert found.interval[1] is None


def test_ties_are_matched_by_the_partners_that_both_groups_have():
    ours = {"Edmonton–Harbin": ["Harbin"], "Regina–Jinan": ["Jinan"], "Leduc–Beihai": ["Beihai"]}
    theirs = {
        "Asahikawa–Harbin": ["Harbin"],
        "Niigata–Harbin": ["Harbin"],
        "Wakayama–Jinan": ["Jinan"],
        "Ueda–Ningbo": ["Ningbo"],
    }

    found = metrics.match(ours, theirs)

    assert found.partners == {"Harbin", "Jinan"}
    assert found.group.matched == ("Edmonton–Harbin", "Regina–Jinan")
    assert found.group.unmatched == ("Leduc–Beihai",)
    assert found.other.matched == ("Asahikawa–Harbin", "Niigata–Harbin", "Wakayama–Jinan")
    assert found.other.unmatched == ("Ueda–Ningbo",)


def test_either_city_of_a_reference_tie_may_be_the_partner():
    found = metrics.match({1: ["Harbin", "Edmonton"]}, {2: ["Niigata", "Harbin"]})

    assert found.partners == {"Harbin"}
    assert (found.group.matched, found.other.matched) == ((1,), (2,))


@pytest.mark.parametrize(
    ("counts", "gini", "top_ties", "top_share"),
    [
        ([], None, 0, None),
        ([0, 0], None, 1, None),
        ([3, 3, 3, 3, 3], 0, 1, Fraction(1, 5)),
        ([0, 0, 0, 0, 10], Fraction(4, 5), 1, 1),
        ([1, 3], Fraction(1, 4), 1, Fraction(3, 4)),
        ([1, 2, 3, 4, 5, 5], Fraction(1, 4), 2, Fraction(1, 2)),  # a fifth of six is two
    ],
)
def test_concentration_is_gini_and_what_the_top_fifth_holds(counts, gini, top_ties, top_share):
    found = metrics.concentration(counts)

    assert (found.gini, found.top_ties, found.top_share) == (gini, top_ties, top_share)
    assert (found.ties, found.activities) == (len(counts), sum(counts))


def test_many_ties_are_drawn_by_blocks_to_the_same_interval_as_one_by_one():
    rng = Random(7)
    group = [(rng.choice([0, 1, 1, 3]), rng.choice([4, 5])) for _ in range(600)]
    base = [(rng.choice([0, 0, 0, 1]), 5) for _ in range(300)]

    found = metrics.ratio(group, base)

    low, high = slow_ends(group, base, rng)
    assert found.low == pytest.approx(low, rel=0.03)
    assert found.high == pytest.approx(high, rel=0.03)


def slow_ends(group, base, rng):
    def drawn(ties):
        some = [rng.choice(ties) for _ in ties]
        return sum(n for n, _ in some) / sum(of for _, of in some)

    draws = sorted(drawn(group) / drawn(base) for _ in range(1_999))
    return draws[49], draws[-50]
