"""What an annual edition says, as plain data: texts in one language, figures as numbers.

The stored edition, its hash and all its files come from this one value, so they cannot differ.
"""

import hashlib
import json

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from relationships.dates import PartialDate
from relationships.models.relationship import LegalStatus, Tier
from reports.editions.activities import activity_rows
from reports.editions.definitions import definitions
from reports.editions.spending import spending_content, travel_content
from reports.metrics import Likelihood
from reports.signs import CLASSES, FINDINGS, MARKS, STATUSES
from reports.statement import in_force, statement, strict_reading
from reports.summary import AnnualSummary

CONTENT_VERSION = 3


def edition_content(summary: AnnualSummary, *, office, language: str) -> dict:
    """Everything the edition of ``office`` says, in ``language``; made of JSON's own types."""
    with override(language):
        return {
            "version": CONTENT_VERSION,
            "language": language,
            "office": {"slug": office.slug, "name": office.name},
            "is_demonstration": office.is_demonstration,
            "year": summary.year,
            "as_of": summary.as_of.isoformat(),
            "as_of_text": date_format(summary.as_of, "DATE_FORMAT"),
            "title": _("Twinning in %(year)s") % {"year": summary.year},
            "statement": statement(summary),
            "window": list(summary.window),
            "strip_years": list(summary.strip_years),
            "likelihoods": likelihood_rows(summary),
            "likelihood_notes": [
                note for note in (in_force(summary), strict_reading(summary)) if note
            ],
            "statuses": status_rows(summary),
            "trend": trend_rows(summary),
            "concentration": concentration_content(summary),
            "totals": totals_content(summary),
            "spending": spending_content(summary),
            "travel": travel_content(office=office, year=summary.year, as_of=summary.as_of),
            "ties": [_tie(tie) for tie in summary.ties],
            "findings": [_finding(tie, found) for tie in summary.ties for found in tie.findings],
            "activities": activity_rows(summary),
            "definitions": definitions(summary),
            "marks": {mark: str(label) for mark, label in MARKS.items()},
        }


def canonical(content: dict) -> bytes:
    """The bytes that are hashed: sorted keys, no spaces, UTF-8."""
    return json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def hash_of(content: dict) -> str:
    return hashlib.sha256(canonical(content)).hexdigest()


def likelihood_rows(summary: AnnualSummary) -> list[dict]:
    """Every class on both denominators."""
    return [
        {
            "class": name,
            "label": str(label),
            "panel": likelihood_content(summary.panel[name]),
            "exposure": likelihood_content(summary.exposure[name]),
        }
        for name, label in CLASSES.items()
    ]


def likelihood_content(likelihood: Likelihood) -> dict:
    """Percent and 95 % interval as text; None below ten pair-years."""
    low, high = likelihood.interval or (None, None)
    return {
        "n": likelihood.n,
        "of": likelihood.of,
        "percent": likelihood.percent,
        "low": low,
        "high": high,
    }


def status_rows(summary: AnnualSummary) -> list[dict]:
    """How many ties are of each activity status."""
    return [
        {"status": status, "label": str(label), "ties": summary.status_counts.get(status, 0)}
        for status, label in STATUSES.items()
    ]


def trend_rows(summary: AnnualSummary) -> list[dict]:
    """The complete policy years, oldest first, then the one under way."""
    rows = [_trend_row(row, is_running=False) for row in summary.trend]
    if summary.running:
        rows.append(_trend_row(summary.running, is_running=True))
    return rows


def _trend_row(row, *, is_running):
    return {
        "year": row.year,
        "to_date": is_running,
        "listed": row.listed,
        "ties": dict(row.ties),
        "activities": row.activities._asdict(),
        "participants": row.participants,
        "unnumbered": row.unnumbered,
    }


def totals_content(summary: AnnualSummary) -> dict:
    """Activities and people over the window; an activity that ties share counts once."""
    return {
        "activities": summary.shared.activities,
        "rows": summary.shared.rows,
        "shared": summary.shared.shared,
        "participants": summary.participants,
        "unnumbered": summary.unnumbered,
        "unplaced": summary.unplaced,
    }


def concentration_content(summary: AnnualSummary) -> dict:
    """How unequally the activities are spread over the ties."""
    found = summary.concentration
    return {
        "gini": None if found.gini is None else round(float(found.gini), 3),
        "top_ties": found.top_ties,
        "top_activities": found.top_activities,
        "activities": found.activities,
    }


def _tie(tie):
    return {
        "id": tie.id,
        "name": tie.name,
        "window": list(tie.period.years),
        "home": tie.home,
        "partner": tie.partner,
        "partner_native": tie.partner_native,
        "native_language": tie.partner_language,
        "country": tie.country,
        "tier": tie.tier_label or str(Tier(tie.tier).label),
        "legal_status": str(LegalStatus(tie.legal_status).label),
        "since": _partial(tie.start_date, tie.start_precision),
        "status": tie.reading,
        "status_label": str(STATUSES[tie.reading]),
        "last_activity": _partial(tie.last_activity, tie.last_precision),
        "last_activity_date": _iso(tie.last_activity, tie.last_precision),
        "last_contact_date": _iso(tie.last_contact, tie.last_contact_precision),
        "months_since": tie.months_since,
        "counts": tie.counts._asdict(),
        "official": tie.balance.official,
        "classified": tie.balance.of,
        "is_too_few": tie.balance.is_too_few,
        "active_years": tie.active_years,
        "exposed_years": tie.exposed_years,
        "unreported_years": list(tie.unreported_years),
        "participants": tie.participants,
        "unnumbered": tie.unnumbered,
        "unplaced": tie.unplaced,
        "marks": list(tie.marks),
        "flags": [str(FINDINGS[found.kind]) for found in tie.findings],
    }


def _partial(day, precision):
    """A date of any precision in words; empty where there is none."""
    return PartialDate(day, precision or "day").in_words() if day else ""


def _iso(day, precision):
    """2015, 2015-06 or 2015-06-30, as exactly as it is known; None where there is none."""
    return str(PartialDate(day, precision)) if day else None


def _finding(tie, found):
    return {
        "tie": tie.id,
        "name": tie.name,
        "kind": found.kind,
        "label": str(FINDINGS[found.kind]),
        "reason": found.sentence,
        "rule": found.rule,
        "clears": found.clearing,
    }
