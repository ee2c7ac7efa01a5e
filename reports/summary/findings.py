"""What is found about a tie, with the figures that prove it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext

from relationships.dates import PartialDate
from reports.summary import words

KINDS = (
    "not_reported",
    "inactive",
    "dormant",
    "vulnerable",
    "official_heavy",
    "official_only",
    "sporadic",
    "classify_first",
)


class Finding(NamedTuple):
    """One finding of a kind of ``KINDS``, its figures and the thresholds it was judged by.

    Both are plain values that JSON can keep: rebuilt from what an alert froze, a finding says
    the same again in any language. ``figures`` are those of the whole tie.
    """

    kind: str
    figures: Mapping[str, Any]
    thresholds: Mapping[str, int]

    @property
    def sentence(self) -> str:
        """What was found, with its figures."""
        return words.SENTENCES[self.kind](self.figures, self.thresholds)

    @property
    def rule(self) -> str:
        """When this is said of a tie."""
        return gettext(words.RULES[self.kind]) % self.thresholds

    @property
    def clearing(self) -> str:
        """What would clear it."""
        return gettext(words.CLEARINGS[self.kind])


def findings_of(tie, as_of: date, thresholds: Mapping[str, int]) -> tuple[Finding, ...]:
    """What is to be said of a summarised tie, the gravest first."""
    said = {
        "not_reported": tie.is_not_reported,
        "inactive": tie.activity_status == "inactive" and not tie.is_not_reported,
        "dormant": tie.activity_status == "dormant",
        "vulnerable": tie.is_vulnerable,
        "official_heavy": tie.balance.is_official_heavy,
        "official_only": tie.balance.is_official_only,
        "sporadic": tie.is_sporadic,
        "classify_first": tie.balance.is_classify_first,
    }
    if not any(said.values()):
        return ()
    figures = figures_of(tie, as_of)
    return tuple(Finding(kind, figures, thresholds) for kind in KINDS if said[kind])


def figures_of(tie, as_of: date) -> dict[str, Any]:
    """The figures that prove the findings, as JSON can keep them."""
    return {
        "as_of": as_of.isoformat(),
        "first_year": tie.period.years[0],
        "last_year": tie.period.years[-1],
        "activity_status": tie.activity_status,
        "start": _partial(tie.start_date, tie.start_precision),
        "last_activity": _partial(tie.last_activity, tie.last_precision),
        "months": tie.months_since,
        "unreported": list(tie.unreported_years),
        "activities": tie.counts.total,
        "of": tie.balance.of,
        "official": tie.balance.official,
        "community": tie.counts.community,
        "business": tie.counts.B,
        "unclassified": tie.counts.U,
        "active_years": tie.active_exposed_years,
        "exposed_years": tie.exposed_years,
    }


def _partial(day, precision):
    """2015, 2015-06 or 2015-06-30, as exactly as it is known."""
    return None if day is None else str(PartialDate(day, precision))
