"""The stress test of a summary as a value: page, paper and file render it."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from relationships.dates import PartialDate
from reports import metrics
from reports.metrics import Crossing, Likelihood
from reports.summary import AnnualSummary, TieSummary

SOON_MONTHS = 12


class StressedTie(NamedTuple):
    """A tie that is worse off: ``status`` it has, or gets, without what was taken away.

    It holds from ``day``, past or to come; None where no day can be told. ``next`` is what it
    would cross after that, and ``left`` the last activity that is left.
    """

    tie: TieSummary
    status: str
    day: date | None
    next: Crossing | None
    left: date | None


@dataclass(frozen=True, slots=True)
class StressTest:
    """``at_once`` are worse off on ``as_of`` without what was taken away, ``later`` after it."""

    as_of: date
    scenario: str
    ties: int
    at_once: tuple[StressedTie, ...]
    later: tuple[StressedTie, ...]
    before: Likelihood
    after: Likelihood

    @property
    def soon(self) -> int:
        """How many of ``later`` within twelve months."""
        until = metrics.add_months(self.as_of, SOON_MONTHS)
        return sum(one.day <= until for one in self.later)

    @property
    def rows(self) -> tuple[StressedTie, ...]:
        return self.at_once + self.later


def stress_test(summary: AnnualSummary, scenario: str) -> StressTest:
    """Of the ties of ``summary``, with one of ``metrics.SCENARIOS``; the soonest first."""
    as_of = summary.as_of
    at_once = [_now(tie, scenario, as_of) for tie in summary.ties if tie.stress[scenario].is_worse]
    others = [tie for tie in summary.ties if not tie.stress[scenario].is_worse]
    later = [found for tie in others if (found := _later(tie, scenario, as_of))]
    return StressTest(
        as_of=as_of,
        scenario=scenario,
        ties=len(summary.ties),
        at_once=tuple(sorted(at_once, key=_by_day)),
        later=tuple(sorted(later, key=_by_day)),
        before=summary.panel["any"],
        after=summary.stress_panel[scenario],
    )


def _by_day(one: StressedTie):
    return one.day or date.min, one.tie.name, one.tie.id


def _now(tie, scenario, as_of) -> StressedTie:
    stressed = tie.stress[scenario]
    found = _crossings(tie, stressed.last)
    day = next((one.day for one in found if one.status == stressed.status), None)
    return StressedTie(tie, stressed.status, day, _after(found, as_of), stressed.last)


def _later(tie, scenario, as_of) -> StressedTie | None:
    last = tie.stress[scenario].last
    if last == tie.last_activity:
        return None
    found = _crossings(tie, last)
    usual = _crossings(tie, tie.last_activity)
    worse = metrics.worse_from(usual, found, "active" if tie.last_activity else "new", as_of)
    return worse and StressedTie(tie, worse.status, worse.day, _after(found, worse.day), last)


def _after(found, day) -> Crossing | None:
    return next((one for one in found if one.day > day), None)


def _crossings(tie, last) -> tuple[Crossing, ...]:
    start = tie.start_date and PartialDate(tie.start_date, tie.start_precision).last
    return metrics.crossings(last, start=start, suspended=tie.suspended, thresholds=tie.thresholds)
