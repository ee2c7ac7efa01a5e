"""What the edition of a network says, as plain data: sums, and no tie, title or person."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from reports.editions.content import (
    concentration_content,
    likelihood_rows,
    status_rows,
    totals_content,
    trend_rows,
)
from reports.editions.definitions import common_terms
from reports.network.content import group_content
from reports.network.groups import by_country, by_tier
from reports.network.sharing import Sharing
from reports.network.words import opening, who_shares
from reports.statement import in_force, not_reported_years, strict_reading
from reports.summary import AnnualSummary

CONTENT_VERSION = 1


def network_edition_content(summary: AnnualSummary, *, sharing: Sharing, language: str) -> dict:
    """Everything the edition says, in ``language``; made of JSON's own types."""
    with override(language):
        return {
            "version": CONTENT_VERSION,
            "language": language,
            "year": summary.year,
            "as_of": summary.as_of.isoformat(),
            "as_of_text": date_format(summary.as_of, "DATE_FORMAT"),
            "title": _("Twinning in the network in %(year)s") % {"year": summary.year},
            "offices": {
                "share": [office.name for office in sharing.offices],
                "do_not_share": sharing.silent,
                "text": who_shares(sharing),
            },
            "ties": len(summary.ties),
            "statement": [_opening(summary, sharing), who_shares(sharing)],
            "window": list(summary.window),
            "likelihoods": likelihood_rows(summary),
            "likelihood_notes": _notes(summary),
            "statuses": status_rows(summary),
            "trend": trend_rows(summary),
            "concentration": concentration_content(summary),
            "totals": totals_content(summary),
            "countries": [group_content(group) for group in by_country(summary)],
            "kinds": [group_content(group) for group in by_tier(summary)],
            "definitions": [*common_terms(summary), *_terms()],
        }


def _opening(summary, sharing):
    if not summary.ties:
        return _("There are no relationships to report on yet.")
    return opening(summary, sharing)


def _notes(summary):
    notes = [
        not_reported_years(summary.statement.not_reported_pair_years),
        in_force(summary),
        strict_reading(summary),
    ]
    return [note for note in notes if note]


def _terms():
    return [
        {
            "term": _("Activity status"),
            "text": _("Each office has its own thresholds, and they are used for its ties."),
        },
        {
            "term": _("Rows of a table"),
            "text": _(
                "A row stands alone if three offices or more are behind it; the others stand "
                "together. A relationship that two offices keep counts for each of them."
            ),
        },
    ]
