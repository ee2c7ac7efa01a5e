from datetime import date
from fractions import Fraction

import pytest

from reports import metrics
from reports.metrics import Counts

AS_OF = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("in_force", "years"),
    [
        ([(None, None)], (2022, 2023, 2024)),
        ([], ()),
        ([(date(2023, 7, 2), None)], (2023, 2024)),  # 183 days of 2023 left
        ([(date(2023, 7, 3), None)], (2024,)),  # 182 days
        ([(None, date(2023, 7, 3))], (2022, 2023)),  # 183 days of 2023
        ([(None, date(2023, 7, 2))], (2022,)),
        # In force, suspended for the summer, in force again: 120 + 92 days of 2023.
        ([(None, date(2023, 5, 1)), (date(2023, 10, 1), None)], (2022, 2023, 2024)),
    ],
)
def test_a_year_is_exposed_with_at_least_183_days_in_force(in_force, years):
    assert metrics.exposed_years([2022, 2023, 2024], in_force) == years


def test_exposure_goes_by_the_policy_year():
    from_october = [(date(2023, 10, 1), None)]

    assert metrics.exposed_years([2023], from_october, first_month=1) == ()
    assert metrics.exposed_years([2023], from_october, first_month=4) == (2023,)


@pytest.mark.parametrize(
    ("active", "exposed", "status", "sporadic"),
    [
        (2, 5, "cooling", True),  # exactly 40 %
        (3, 5, "active", False),
        (1, 2, "active", False),
        (0, 1, "new", True),
        (1, 5, "inactive", False),  # worse than sporadic
        (0, 0, "dormant", False),  # never exposed
    ],
)
def test_sporadic_is_a_small_part_of_the_exposed_years(active, exposed, status, sporadic):
    assert metrics.is_sporadic(active, exposed, status) is sporadic


@pytest.mark.parametrize(
    ("status", "sporadic", "counts", "vulnerable"),
    [
        ("active", True, Counts(G=3), True),
        ("active", False, Counts(G=3), False),
        ("dormant", False, Counts(G=1), True),
        ("inactive", False, Counts(G=7, C=3), True),
        ("dormant", True, Counts(C=3), False),
        ("cooling", True, Counts(), False),
    ],
)
def test_vulnerable_is_low_activity_and_official_lead_at_once(status, sporadic, counts, vulnerable):
    assert metrics.is_vulnerable(status, sporadic, metrics.balance(counts)) is vulnerable


@pytest.mark.parametrize(
    ("years", "longest"),
    [([], 0), ([2020], 1), ([2015, 2017, 2018, 2019, 2022, 2023], 3), ([2020, 2020, 2021], 2)],
)
def test_continuity_is_the_longest_run_of_active_years(years, longest):
    assert metrics.continuity(years) == longest


@pytest.mark.parametrize(
    ("periods", "gap"),
    [
        ([], None),
        ([(AS_OF, AS_OF)], 0),
        ([(date(2025, 12, 1), date(2025, 12, 1))], 30),  # 2 to 31 December
        ([(date(2025, 1, 1), date(2025, 1, 1)), (date(2025, 12, 31), date(2025, 12, 31))], 363),
        # The second lies within the first; nothing is silent until 11 December.
        ([(date(2025, 1, 1), date(2025, 12, 10)), (date(2025, 3, 1), date(2025, 3, 2))], 21),
        # Known to the year: the silence is certain only before and after.
        ([(date(2020, 1, 1), date(2020, 12, 31)), (date(2025, 1, 1), date(2025, 12, 31))], 1461),
        # Next to each other.
        ([(date(2025, 12, 30), date(2025, 12, 30)), (date(2025, 12, 31), date(2025, 12, 31))], 0),
    ],
)
def test_the_gap_is_the_longest_certain_silence(periods, gap):
    assert metrics.longest_gap(periods, AS_OF) == gap


def test_an_activity_in_two_fields_counts_one_half_in_each():
    weights = metrics.field_weights([["sport"], ["sport", "youth"], []])

    assert weights == {"sport": Fraction(3, 2), "youth": Fraction(1, 2)}


@pytest.mark.parametrize(
    ("weights", "breadth"),
    [([], None), ([4], 1.0), ([1, 1], 2.0), ([2, 2, 2], 3.0), ([3, 1], 1.7548)],
)
def test_breadth_is_the_number_of_equally_used_fields(weights, breadth):
    found = metrics.breadth(weights)

    assert found == (breadth if breadth is None else pytest.approx(breadth, abs=0.0001))


@pytest.mark.parametrize(
    ("inbound", "outbound", "reciprocity"),
    [(0, 0, None), (3, 3, 1), (4, 0, 0), (1, 3, Fraction(1, 2)), (Fraction(1, 2), 0, 0)],
)
def test_reciprocity_compares_those_who_came_with_those_who_went(inbound, outbound, reciprocity):
    assert metrics.reciprocity(inbound, outbound) == reciprocity


def test_the_stress_test_takes_officials_away():
    lasts = {"G": date(2025, 6, 1), "M": date(2024, 6, 1), "C": date(2021, 6, 1)}
    years = {2021: "C", 2022: "", 2023: "G", 2024: "GM", 2025: "G"}

    stressed = metrics.stress(lasts, years, AS_OF)

    assert stressed == {
        "without_government": ("cooling", 2, True, date(2024, 6, 1)),
        "without_government_or_mixed": ("dormant", 1, True, date(2021, 6, 1)),
    }


def test_a_tie_of_citizens_stands_the_stress():
    stressed = metrics.stress({"C": date(2025, 6, 1)}, {2025: "C"}, AS_OF)

    survived = ("active", 1, False, date(2025, 6, 1))
    assert stressed["without_government_or_mixed"] == survived


def test_a_young_tie_left_without_an_activity_is_worse_off_than_an_active_one():
    stressed = metrics.stress({"G": date(2025, 6, 1)}, {2025: "G"}, AS_OF, start=date(2025, 1, 1))

    assert stressed["without_government"] == ("new", 0, True, None)


@pytest.mark.parametrize(
    ("held", "cancelled", "share"), [(0, 0, None), (9, 1, Fraction(1, 10)), (0, 2, 1)]
)
def test_disruption_is_what_was_cancelled_of_what_was_meant(held, cancelled, share):
    assert metrics.disruption(held, cancelled) == share
