"""The summary from the database against the slow one, on whatever hypothesis thinks of."""

from collections import Counter
from decimal import Decimal

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from activities.models import Activity, ActivityField, ActivityRelationship, FundingLine
from relationships.models import LegalStatusChange, Relationship
from reports.models import AnnualReturn
from reports.summary import annual_summary
from tests.factories import CityFactory, OfficeFactory
from tests.reports import slow_metrics as slow
from tests.reports import slow_money
from tests.reports.portfolios import Bond, as_of_days, bonds, deeds, latest
from tests.reports.slow_summary import CLASSES, SlowTie

pytestmark = pytest.mark.django_db

random_record = settings(
    max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@st.composite
def portfolios(draw):
    """Some ties, and some activities that several of them share."""
    ties = draw(st.lists(bonds(), min_size=1, max_size=4))
    shared = draw(st.lists(st.tuples(deeds(), st.sets(st.integers(0, 3), min_size=2)), max_size=3))
    return ties, [(deed, {n for n in among if n < len(ties)}) for deed, among in shared]


def with_shared(ties, shared):
    """The same ties, each with all its activities."""
    return [
        Bond(
            **{
                **tie.__dict__,
                "deeds": tie.deeds + tuple(deed for deed, among in shared if number in among),
            }
        )
        for number, tie in enumerate(ties)
    ]


def record(ties, shared, first_month):
    """Put a portfolio on record; its relationships in order."""
    office = OfficeFactory(fiscal_year_start_month=first_month)
    home = CityFactory(country="CA")
    relationships = []
    for tie in ties:
        relationship = Relationship.objects.create(
            office=office,
            home_city=home,
            partner_city=CityFactory(),
            start_date=tie.start,
            start_precision=tie.start_precision if tie.start else "day",
        )
        relationships.append(relationship)
        for day, status in tie.changes:
            LegalStatusChange.objects.create(relationship=relationship, date=day, status=status)
        for year in tie.returned:
            AnnualReturn.objects.create(
                relationship=relationship, year=year, state="nil", attested_date="2024-01-01"
            )
        for deed in tie.deeds:
            record_deed(deed, office, [relationship])
    for deed, among in shared:
        if among:
            record_deed(deed, office, [relationships[number] for number in among])
    return relationships


def record_deed(deed, office, relationships):
    group = "students" if deed.community else "business" if deed.business else "officials"
    people = {group: deed.people} if deed.people else {f"{group}_unnumbered": True}
    activity = Activity.objects.create(
        office=office,
        title="An activity",
        type="other",
        direction=deed.direction,
        start_date=deed.start,
        start_precision=deed.start_precision,
        end_date=deed.end,
        end_precision=deed.end_precision,
        recorded_date=deed.end,
        government_role=deed.role,
        substance="courtesy" if deed.is_courtesy else "substantive",
        status=deed.status,
        reason_code=(deed.reason or "other") if deed.status != "held" else "",
        reason_side=deed.side if deed.status != "held" else "",
        **people,
    )
    for relationship in relationships:
        ActivityRelationship.objects.create(activity=activity, relationship=relationship)
    for field in deed.fields:
        ActivityField.objects.create(activity=activity, field=field)
    for paid in deed.money:
        FundingLine.objects.create(
            activity=activity,
            payer=paid.payer,
            amount=Decimal(paid.amount) / 100,
            currency=paid.currency,
            rate=Decimal(paid.rate) / 1_000_000,
            is_planned=paid.is_planned,
        )


def summarise(ties, shared, as_of, first_month):
    """The summary of a portfolio, and its slow ties; nothing stays on record."""
    with transaction.atomic():
        relationships = record(ties, shared, first_month)
        summary = annual_summary(
            year=9999,
            as_of=as_of,
            relationships=Relationship.objects.filter(
                pk__in=[relationship.pk for relationship in relationships]
            ).order_by("pk"),
        )
        transaction.set_rollback(True)
    slow_ties = [SlowTie(tie, as_of, first_month) for tie in with_shared(ties, shared)]
    return summary, slow_ties


@random_record
@given(portfolios(), as_of_days, st.sampled_from([1, 4]))
def test_each_tie(portfolio, as_of, first_month):
    summary, slow_ties = summarise(*portfolio, as_of, first_month)

    for found, tie in zip(summary.ties, slow_ties, strict=True):
        window = tie.window
        start = tie.bond.start and latest(tie.bond.start, tie.bond.start_precision)
        assert list(found.period.years) == window
        assert found.last_activity == tie.last()
        assert found.activity_status == tie.status(start)
        assert {name: stressed.status for name, stressed in found.stress.items()} == {
            "without_government": tie.status(start, "G"),
            "without_government_or_mixed": tie.status(start, "GM"),
        }
        assert found.counts == tie.counts(window)
        assert (found.strict_counts or found.counts) == tie.counts(window, strict=True)
        assert [set(letters) for letters in found.letters] == [
            tie.letters_in(year) for year in window
        ]
        assert list(found.marks) == [tie.mark(year) for year in summary.strip_years]
        assert found.exposed_years == sum(tie.is_exposed(year) for year in window)
        assert found.unreported_years == tie.unreported()
        assert found.gap_days == slow.silence([(deed.start, deed.end) for deed in tie.live], as_of)
        complete = range(1990, window[-1] + 1)
        assert found.continuity == slow.longest_run(
            {year for year in complete if tie.letters_in(year)}
        )
        contacts = [min(deed.end, as_of) for deed in tie.held]
        assert found.last_contact == max(contacts, default=None)


@random_record
@given(portfolios(), as_of_days, st.sampled_from([1, 4]))
def test_people_fields_and_directions_of_each_tie(portfolio, as_of, first_month):
    summary, slow_ties = summarise(*portfolio, as_of, first_month)

    for found, tie in zip(summary.ties, slow_ties, strict=True):
        counted = tie.counted_in(tie.window)
        went = Counter(deed.direction for deed in counted)
        people = Counter()
        for deed in counted:
            people[deed.direction] += deed.people or 0
        fields = [deed.fields for deed in counted if deed.fields]
        assert found.visits == (went["inbound"] + went["both"], went["outbound"] + went["both"])
        assert found.people == (
            people["inbound"] + people["both"] / 2,
            people["outbound"] + people["both"] / 2,
        )
        assert found.participants == sum(deed.people or 0 for deed in counted)
        assert found.unnumbered == sum(deed.people is None for deed in counted)
        assert found.unplaced == sum(not tie.certain_years(deed) for deed in counted)
        assert found.breadth == (pytest.approx(slow.effective_fields(fields)) if fields else None)


@random_record
@given(portfolios(), as_of_days, st.sampled_from([1, 4]))
def test_the_whole_set(portfolio, as_of, first_month):
    ties, shared = portfolio
    summary, slow_ties = summarise(ties, shared, as_of, first_month)
    window = slow_ties[0].window

    pairs = [(tie, year) for tie in slow_ties for year in window]
    exposed = [(tie, year) for tie, year in pairs if tie.is_exposed(year)]
    for name, members in CLASSES.items():
        for found, among in ((summary.panel, pairs), (summary.exposure, exposed)):
            having = [1 for tie, year in among if tie.letters_in(year) & set(members)]
            assert found[name] == (len(having), len(among))

    judged = of_all(ties, shared, as_of, first_month)
    counted = judged.counted_in(window)
    assert summary.shared.activities == len(counted)
    assert summary.shared.rows == sum(len(tie.counted_in(window)) for tie in slow_ties)
    assert summary.participants == sum(deed.people or 0 for deed in counted)
    assert summary.unnumbered == sum(deed.people is None for deed in counted)
    assert summary.unplaced == sum(not judged.certain_years(deed) for deed in counted)
    for year in summary.trend:
        assert year.activities == judged.counts([year.year])
        assert year.ties == {
            name: sum(bool(tie.letters_in(year.year) & set(members)) for tie in slow_ties)
            for name, members in CLASSES.items()
        }
        assert year.exposed == sum(tie.is_exposed(year.year) for tie in slow_ties)
    counts = [len(tie.counted_in(window)) for tie in slow_ties]
    if any(counts):
        assert float(summary.concentration.gini) == pytest.approx(slow.gini(counts))


@random_record
@given(portfolios(), as_of_days, st.sampled_from([1, 4]))
def test_money(portfolio, as_of, first_month):
    ties, shared = portfolio
    summary, slow_ties = summarise(ties, shared, as_of, first_month)

    for found, tie in zip(summary.ties, slow_ties, strict=True):
        assert_costs(found.costs, tie.counted_in(tie.window))
    judged = of_all(ties, shared, as_of, first_month)
    assert_costs(summary.costs, judged.counted_in(slow_ties[0].window))
    for year in summary.trend:
        assert_costs(year.costs, judged.counted_in([year.year]))
    holders = [tie for tie in slow_ties if slow_money.with_money(tie.counted_in(tie.window))]
    assert [spent.ties for spent in summary.costs.sums] in ([], [len(holders)])


@random_record
@given(portfolios(), as_of_days, st.sampled_from([1, 4]))
def test_what_was_called_off(portfolio, as_of, first_month):
    ties, shared = portfolio
    summary, slow_ties = summarise(ties, shared, as_of, first_month)

    for found, tie in zip(summary.ties, slow_ties, strict=True):
        assert_disruption(found.disruption, tie, tie.window)
    judged = of_all(ties, shared, as_of, first_month)
    assert_disruption(summary.disruption, judged, slow_ties[0].window)
    for year in summary.trend:
        assert_disruption(year.disruption, judged, [year.year])


def of_all(ties, shared, as_of, first_month):
    """Every activity once, as if one tie had them all."""
    once = [deed for tie in ties for deed in tie.deeds] + [deed for deed, among in shared if among]
    return SlowTie(Bond(None, "day", (), frozenset(), tuple(once)), as_of, first_month)


def assert_costs(found, deeds):
    having = slow_money.with_money(deeds)
    assert (found.activities, found.recorded) == (len(deeds), len(having))
    assert bool(found.sums) == any(deed.money for deed in deeds)
    for spent in found.sums:
        assert spent.total * 100 == slow_money.total(deeds)
        assert spent.city * 100 == slow_money.total(deeds, "our_city")
        assert spent.participants * 100 == slow_money.total(deeds, "participants")
        assert spent.grants * 100 == slow_money.total(deeds, "grant")
        assert spent.others * 100 == slow_money.total(deeds, "sponsor")
        assert spent.in_kind * 100 == slow_money.in_kind(deeds)
        assert spent.planned * 100 == slow_money.planned(deeds)
        assert {code: n * 100 for code, n in spent.originals} == slow_money.originals(deeds)
        assert spent.person_days == sum(map(slow_money.person_days, having))
        measured = [deed for deed in having if slow_money.person_days(deed)]
        assert spent.measured * 100 == slow_money.total(measured)
        assert spent.measured_activities == len(measured)


def assert_disruption(found, tie, years):
    cancelled = tie.called_off_in(years, "cancelled")
    assert found.held == len(tie.counted_in(years))
    assert found.cancelled == len(cancelled)
    assert found.postponed == len(tie.called_off_in(years, "postponed"))
    assert found.declined == len(tie.called_off_in(years, "declined"))
    assert dict(found.reasons) == Counter(deed.reason or "other" for deed in cancelled)
    assert dict(found.sides) == Counter(deed.side for deed in cancelled)
