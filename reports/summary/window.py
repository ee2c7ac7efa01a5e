"""The figures of one tie over its window W."""

from typing import Any

from reports import metrics
from reports.summary import letters
from reports.summary.case import Case


def over_window(case: Case, status: str) -> dict[str, Any]:
    """What the years of W say of a tie whose activity status is ``status``."""
    years, thresholds = case.period.years, case.rule.thresholds
    records = case.facts.years(years)
    by_year = {year: letters.usual(case.codes.get(year, "")) for year in years}
    counts, strict_counts = letters.counts(records)
    balance = metrics.balance(counts, thresholds)
    exposed = tuple(year for year in years if year in case.exposed)
    active_exposed = sum(year in case.codes for year in exposed)
    is_sporadic = metrics.is_sporadic(active_exposed, len(exposed), status, thresholds)
    return {
        "counts": counts,
        "balance": balance,
        **_strict_reading(counts, strict_counts, thresholds),
        "active_years": sum(year in case.codes for year in years),
        "exposed": exposed,
        "exposed_years": len(exposed),
        "active_exposed_years": active_exposed,
        "letters": tuple(by_year.values()),
        "is_sporadic": is_sporadic,
        "is_vulnerable": metrics.is_vulnerable(status, is_sporadic, balance),
        "stress": metrics.stress(case.lasts(), by_year, case.as_of, **case.clock()),
        **_people_and_fields(case, records),
        "costs": metrics.costs([case.facts.money_of(years)], counts.total),
        "disruption": metrics.disruptions(case.facts.called_off_in(years), counts.total),
    }


def _strict_reading(counts, strict_counts, thresholds):
    """Only where it changes a figure."""
    if strict_counts == counts:
        return {"strict_counts": None, "strict_balance": None}
    return {
        "strict_counts": strict_counts,
        "strict_balance": metrics.balance(strict_counts, thresholds),
    }


def _people_and_fields(case, records):
    return {
        "breadth": _breadth(case.facts, case.period.years),
        "visits": _visits(records),
        "people": _people(records),
        "visits_unnumbered": sum(record.visits_unnumbered for record in records),
        "participants": sum(record.participants for record in records),
        "unnumbered": sum(record.unnumbered for record in records),
        "unplaced": _unplaced(case.facts, case.period.years),
    }


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
