"""One tie judged: from the facts and the register to its figures and findings."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import NamedTuple

from reports import metrics
from reports.metrics import LegalTerm
from reports.policies import Rule
from reports.summary import letters
from reports.summary.facts import FINENESS, Facts
from reports.summary.findings import findings_of
from reports.summary.register import Tie
from reports.summary.values import AFTER, BEFORE, NOT_REPORTED, RUNNING, SILENT, Period, TieSummary

EVER = (0, 9999)


class Case(NamedTuple):
    """Everything known of one tie.

    ``codes`` are its involvements by policy year. ``exposed`` and ``returned`` are the years
    in force and those whose record is complete, as far as a summary looks at them.
    """

    tie: Tie
    facts: Facts
    codes: Mapping[int, str]
    term: LegalTerm
    exposed: Collection[int]
    returned: Collection[int]
    rule: Rule
    frozen_rule: Mapping[str, int]
    period: Period
    as_of: date


class Latest(NamedTuple):
    """The last activity: the last day that the record allows, at most ``as_of``."""

    day: date | None = None
    precision: str | None = None
    involvement: str | None = None


def judge(case: Case, strip_years: Collection[int]) -> TieSummary:
    """The tie over its window, and a mark for each of ``strip_years``."""
    tie, facts, codes, term, period, as_of = (
        case.tie, case.facts, case.codes, case.term, case.period, case.as_of
    )  # fmt: skip
    thresholds, years = case.rule.thresholds, period.years

    latest = _latest(facts, as_of)
    clock = {"start": tie.started_by, "suspended": term.suspended, "thresholds": thresholds}
    status = metrics.activity_status(latest.day, as_of, **clock)
    last_year = latest.day and metrics.policy_year(latest.day, period.first_month)

    last_complete = metrics.last_complete_year(as_of, period.first_month)

    # Outside its term nobody expects a return, and silence says nothing.
    began, over = _term_years(case)
    expected = [year for year in years if began <= year <= over]
    unreported = metrics.unreported_years(expected, codes, case.returned)

    records = facts.years(years)
    counts, strict_counts = letters.counts(records)
    balance = metrics.balance(counts, thresholds)
    is_the_same = strict_counts == counts
    by_year = {year: letters.usual(codes.get(year, "")) for year in years}

    exposed = tuple(year for year in years if year in case.exposed)
    active_exposed = sum(year in codes for year in exposed)
    is_sporadic = metrics.is_sporadic(active_exposed, len(exposed), status, thresholds)

    summary = TieSummary(
        **tie.shown(),
        legal_status=term.status,
        suspended=term.suspended,
        thresholds=thresholds,
        policy_id=case.rule.policy_id,
        period=period,
        last_activity=latest.day,
        last_precision=latest.precision,
        last_involvement=latest.involvement,
        last_contact=facts.contact and min(facts.contact, as_of),
        activity_status=status,
        is_not_reported=metrics.is_not_reported(status, last_year, unreported),
        months_since=metrics.months_since(latest.day, as_of, term.suspended),
        continuity=metrics.continuity(year for year in codes if year <= last_complete),
        gap_days=latest.day and max(facts.gap, (as_of - latest.day).days),
        counts=counts,
        balance=balance,
        strict_counts=None if is_the_same else strict_counts,
        strict_balance=None if is_the_same else metrics.balance(strict_counts, thresholds),
        active_years=sum(year in codes for year in years),
        exposed=exposed,
        exposed_years=len(exposed),
        active_exposed_years=active_exposed,
        letters=tuple(by_year.values()),
        unreported_years=unreported,
        is_sporadic=is_sporadic,
        is_vulnerable=metrics.is_vulnerable(status, is_sporadic, balance),
        breadth=_breadth(facts, years),
        visits=_visits(records),
        people=_people(records),
        participants=sum(record.participants for record in records),
        unnumbered=sum(record.unnumbered for record in records),
        unplaced=_unplaced(facts, years),
        stress=metrics.stress(_lasts(facts, as_of), by_year, as_of, **clock),
        marks=tuple(_mark(year, case, began, over) for year in strip_years),
        running_mark=metrics.year_mark(letters.usual(codes.get(period.running, ""))),
        running_counts=_running_counts(facts, period),
        findings=(),
    )
    return summary._replace(findings=findings_of(summary, as_of, case.frozen_rule))


def _latest(facts, as_of):
    """Of two on the same day the one that is known more exactly."""
    if not facts.lasts:
        return Latest()
    involvement, (day, precision) = max(
        facts.lasts.items(), key=lambda last: (last[1][0], FINENESS[last[1][1]], last[0])
    )
    return Latest(min(day, as_of), precision, involvement)


def _lasts(facts, as_of):
    return {letter: min(day, as_of) for letter, (day, _) in facts.lasts.items()}


def _term_years(case):
    """The first and the last policy year that has a day of the tie's term."""
    first_month, start, over = case.period.first_month, case.tie.start_date, case.term.over_since
    return (
        metrics.policy_year(start, first_month) if start else EVER[0],
        metrics.policy_year(over, first_month) if over else EVER[1],
    )


def _mark(year, case, began, over):
    if year in case.codes:
        return metrics.year_mark(letters.usual(case.codes[year]))
    if year < began:
        return BEFORE
    if year in case.returned:
        return SILENT
    if year > over:
        return AFTER
    return NOT_REPORTED if year <= case.period.years[-1] else RUNNING


def _breadth(facts, years):
    weights = {}
    for year, field, lies_in, activities in facts.fields:
        if year in years:
            weights[field] = weights.get(field, 0) + activities / lies_in
    return metrics.breadth(weights.values())


def _visits(records):
    """Inbound and outbound; an exchange both ways is one each way."""
    both = sum(record.both_ways for record in records)
    return (
        sum(record.inbound for record in records) + both,
        sum(record.outbound for record in records) + both,
    )


def _people(records):
    """Inbound and outbound; of those who went both ways half each way."""
    half = sum(record.people_both_ways for record in records) / 2
    return (
        sum(record.people_inbound for record in records) + half,
        sum(record.people_outbound for record in records) + half,
    )


def _unplaced(facts, years):
    """Activities of ``years`` of which no policy year is certain."""
    return sum(
        span.activities for span in facts.spans if span.last < span.first and span.first in years
    )


def _running_counts(facts, period):
    return letters.counts(facts.years([period.running]))[0]
