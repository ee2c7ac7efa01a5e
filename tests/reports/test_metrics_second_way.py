"""Every metric against its slow and obvious twin, on whatever hypothesis thinks of."""

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reports import metrics
from tests.reports import slow_metrics as slow
from tests.reports.portfolios import FIRST, as_of_days, bonds, days, deeds

first_months = st.sampled_from([1, 4, 7, 12])
many_deeds = st.lists(deeds(), max_size=9)
intervals = st.lists(
    st.tuples(st.one_of(st.none(), days), st.one_of(st.none(), days)).filter(
        lambda interval: None in interval or interval[0] < interval[1]
    ),
    max_size=3,
)
thresholds = st.builds(
    lambda months, new: metrics.Thresholds(*months, new_months=new),
    st.lists(st.integers(1, 70), min_size=3, max_size=3, unique=True).map(sorted),
    st.integers(0, 40),
)


def days_in(suspended, as_of):
    return {day for day in slow.days(FIRST, as_of) if slow.is_in(day, suspended)}


@given(days, first_months)
def test_policy_year(day, first_month):
    assert metrics.policy_year(day, first_month) == slow.year_of(day, first_month)


@given(as_of_days, first_months, st.integers(1, 8))
def test_window(as_of, first_month, k):
    assert list(metrics.window(as_of, first_month, k)) == slow.complete_years(as_of, first_month, k)


@given(deeds(), first_months)
def test_years_touched(deed, first_month):
    touched = metrics.years_touched(
        deed.start, deed.end, deed.start_precision, deed.end_precision, first_month
    )

    assert set(touched) == slow.years_certain(
        deed.start, deed.end, deed.start_precision, deed.end_precision, first_month
    )


@given(st.lists(days, max_size=5), as_of_days, st.one_of(st.none(), days), intervals, thresholds)
def test_activity_status(ends, as_of, start, suspended, limits):
    last = metrics.last_activity(ends, as_of)

    status = metrics.activity_status(
        last, as_of, start=start, suspended=suspended, thresholds=limits
    )

    assert status == slow.status(ends, as_of, start, days_in(suspended, as_of), limits)


@given(days, as_of_days, intervals)
def test_months_since(last, as_of, suspended):
    assume(last <= as_of)
    ran = slow.running_days(last, as_of, days_in(suspended, as_of))

    months = metrics.months_since(last, as_of, suspended)

    assert (slow.month_later(last, months) - last).days <= ran
    assert (slow.month_later(last, months + 1) - last).days > ran


@given(many_deeds, as_of_days)
def test_longest_gap(held, as_of):
    periods = [(deed.start, deed.end) for deed in held if deed.start <= as_of]

    assert metrics.longest_gap(periods, as_of) == slow.silence(periods, as_of)


@given(first_months, intervals)
def test_exposed_years(first_month, in_force):
    years = range(2013, 2023)

    found = metrics.exposed_years(years, in_force, first_month)

    assert list(found) == [y for y in years if slow.exposed(y, first_month, in_force)]


@given(bonds(), as_of_days)
def test_legal_term(bond, as_of):
    term = metrics.legal_term(bond.changes, as_of, start=bond.start, current="in_force")

    for day in slow.days(as_of.replace(month=1, day=1), as_of):
        status = slow.status_on(day, bond.changes, bond.start, "in_force")
        assert slow.is_in(day, term.in_force) == (status == "in_force")
        assert slow.is_in(day, term.suspended) == (status == "suspended")


@given(deeds())
def test_classify(deed):
    for strict in (False, True):
        letter = metrics.classify(
            role=deed.role, community=deed.community, business=deed.business, strict=strict
        )

        assert letter == slow.letter(deed.role, deed.community, deed.business, strict)


@given(st.sets(st.integers(1990, 2030)))
def test_continuity(years):
    assert metrics.continuity(years) == slow.longest_run(years)


@given(st.lists(st.integers(0, 50), min_size=1, max_size=30))
def test_gini(counts):
    assume(any(counts))

    assert float(metrics.concentration(counts).gini) == pytest.approx(slow.gini(counts))


@given(many_deeds)
def test_breadth(held):
    fields = [deed.fields for deed in held if deed.fields]
    assume(fields)

    found = metrics.breadth(metrics.field_weights(fields).values())

    assert found == pytest.approx(slow.effective_fields(fields))


@given(st.integers(1, 400), st.data())
def test_wilson(of, data):
    n = data.draw(st.integers(0, of))

    assert metrics.wilson(n, of) == pytest.approx(slow.wilson_by_search(n, of), abs=1e-9)


@given(st.integers(1, 100_000), st.data())
def test_percent_is_never_more_than_half_a_tenth_off_and_a_half_goes_up(of, data):
    n = data.draw(st.integers(0, of))

    off = Fraction(metrics.percent(n, of)) - Fraction(100 * n, of)

    assert Fraction(-1, 20) < off <= Fraction(1, 20)


@given(st.lists(st.lists(st.sampled_from(["", "G", "GC", "M", "B", "U"]), min_size=3, max_size=3)))
def test_likelihoods(ties):
    pair_years = [letters for tie in ties for letters in tie]

    found = metrics.likelihoods(pair_years)

    for name, members in metrics.CLASSES.items():
        having = [year for year in pair_years if any(letter in year for letter in members)]
        assert found[name] == (len(having), 3 * len(ties))
