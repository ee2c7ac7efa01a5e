"""One tie judged: how it stands, and what its strip shows."""

from collections.abc import Iterable
from typing import Any

from reports import metrics
from reports.summary import letters
from reports.summary.case import Case
from reports.summary.findings import findings_of
from reports.summary.values import AFTER, BEFORE, NOT_REPORTED, RUNNING, SILENT, TieSummary
from reports.summary.window import over_window


def judge(case: Case, strip_years: Iterable[int]) -> TieSummary:
    """The tie over its window, and a mark for each of ``strip_years``."""
    standing = _standing(case)
    summary = TieSummary(
        **case.tie.shown(),
        thresholds=case.rule.thresholds,
        policy_id=case.rule.policy_id,
        period=case.period,
        **standing,
        **over_window(case, standing["activity_status"]),
        **_beside(case, strip_years),
        findings=(),
    )
    return summary._replace(findings=findings_of(summary, case.as_of, case.frozen_rule))


def _standing(case) -> dict[str, Any]:
    """How the tie stands at ``as_of``, from all its years."""
    facts, as_of, first_month = case.facts, case.as_of, case.period.first_month
    latest, unreported = case.latest(), _unreported(case)
    status = metrics.activity_status(latest.day, as_of, **case.clock())
    last_year = latest.day and metrics.policy_year(latest.day, first_month)
    complete = metrics.last_complete_year(as_of, first_month)
    return {
        "legal_status": case.term.status,
        "suspended": case.term.suspended,
        "last_activity": latest.day,
        "last_precision": latest.precision,
        "last_involvement": latest.involvement,
        "last_contact": facts.contact and min(facts.contact, as_of),
        "last_contact_precision": facts.contact_precision,
        "activity_status": status,
        "unreported_years": unreported,
        "is_not_reported": metrics.is_not_reported(status, last_year, unreported),
        "months_since": metrics.months_since(latest.day, as_of, case.term.suspended),
        "continuity": metrics.continuity(year for year in case.codes if year <= complete),
        "gap_days": latest.day and max(facts.gap, (as_of - latest.day).days),
    }


def _unreported(case):
    """Outside its term nobody expects a return, and silence says nothing."""
    began, over = case.term_years()
    expected = (year for year in case.period.years if began <= year <= over)
    return metrics.unreported_years(expected, case.codes, case.returned)


def _beside(case, strip_years) -> dict[str, Any]:
    """The strip, and the running year that stands apart."""
    began, over = case.term_years()
    running = case.period.running
    return {
        "marks": tuple(_mark(year, case, began, over) for year in strip_years),
        "running_mark": metrics.year_mark(letters.usual(case.codes.get(running, ""))),
        "running_counts": letters.counts(case.facts.years([running]))[0],
    }


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
