"""Everything known of one tie, before it is judged."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple

from reports import metrics
from reports.metrics import LegalTerm
from reports.policies import Rule
from reports.summary.facts import FINENESS, Facts
from reports.summary.register import Tie
from reports.summary.values import Period

EVER = (0, 9999)


class Latest(NamedTuple):
    """The last activity: the last day that the record allows, at most ``as_of``."""

    day: date | None = None
    precision: str | None = None
    involvement: str | None = None


class Case(NamedTuple):
    """A tie with its facts and the rule that holds for it.

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

    def latest(self) -> Latest:
        """The last activity; of two on the same day the one that is known more exactly."""
        if not self.facts.lasts:
            return Latest()
        involvement, (day, precision) = max(
            self.facts.lasts.items(), key=lambda last: (last[1][0], FINENESS[last[1][1]], last[0])
        )
        return Latest(min(day, self.as_of), precision, involvement)

    def lasts(self) -> dict[str, date]:
        """The last activity of each involvement."""
        return {letter: min(day, self.as_of) for letter, (day, _) in self.facts.lasts.items()}

    def clock(self) -> dict[str, Any]:
        """What besides the last activity decides on the activity status."""
        return {
            "start": self.tie.started_by,
            "suspended": self.term.suspended,
            "thresholds": self.rule.thresholds,
        }

    def term_years(self) -> tuple[int, int]:
        """The first and the last policy year that has a day of the tie's term."""
        start, over, month = self.tie.start_date, self.term.over_since, self.period.first_month
        return (
            metrics.policy_year(start, month) if start else EVER[0],
            metrics.policy_year(over, month) if over else EVER[1],
        )
