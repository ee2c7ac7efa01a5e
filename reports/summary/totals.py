"""The figures of the whole set, added up tie by tie."""

from collections import Counter
from typing import Any

from reports import metrics
from reports.metrics import CalledOff, Payment
from reports.summary.case import Case
from reports.summary.once import SharedActivities
from reports.summary.pair_years import PairYears
from reports.summary.periods import Calendar
from reports.summary.trend import YearSums
from reports.summary.values import Shared, Statement, TieSummary

STATUS_ORDER = ("active", "cooling", "new", "dormant", "inactive", "not_reported")


class Totals:
    """Takes one judged tie after the other."""

    def __init__(self, calendar: Calendar):
        self.ties: list[TieSummary] = []
        self.panel = PairYears()
        self.exposure = PairYears()
        self.trend = {year: YearSums() for year in calendar.trend_years}
        self.running = YearSums()
        self.money: list[list[Payment]] = []
        self.called_off: list[CalledOff] = []
        self.calendar = calendar

    def add(self, case: Case, summary: TieSummary) -> None:
        self.ties.append(summary)
        period = summary.period
        self.panel.add(case.codes.get(year, "") for year in period.years)
        self.exposure.add(case.codes.get(year, "") for year in period.years if year in case.exposed)
        self.money.append(case.facts.money_of(period.years))
        self.called_off += case.facts.called_off_in(period.years)
        for year, sums in self.trend.items():
            sums.add(case, year, is_exposed=year in case.exposed)
        if period.running is not None:
            self.running.add(case, period.running, is_exposed=case.term.status == "in_force")

    def figures(self, shared: SharedActivities) -> dict[str, Any]:
        """The fields of an ``AnnualSummary`` that are about all ties."""
        periods = self.calendar.by_tie
        for row in shared.again():
            if row.first in self.trend:
                self.trend[row.first].take_back(row)
            elif row.first == periods[row.tie].running:
                self.running.take_back(row)
        again = list(shared.again_in_window(periods))
        running = self.calendar.periods[0].running if self.ties else None
        counted = self._shared(again, shared.shared_in_window(periods))
        return {
            "ties": tuple(self.ties),
            "status_counts": self._status_counts(),
            "panel": self.panel.usual(),
            "exposure": self.exposure.usual(),
            "strict_panel": self.panel.strict(),
            "strict_exposure": self.exposure.strict(),
            "stress_panel": self.panel.stress(),
            "trend": tuple(sums.total(year) for year, sums in self.trend.items()),
            "running": None if running is None else self.running.total(running),
            "concentration": metrics.concentration(tie.counts.total for tie in self.ties),
            "shared": counted,
            "participants": self._sum("participants") - sum(row.participants for row in again),
            "unnumbered": self._sum("unnumbered") - sum(row.is_unnumbered for row in again),
            "unplaced": self._sum("unplaced") - sum(row.last < row.first for row in again),
            "costs": metrics.costs(self.money, counted.activities),
            "disruption": metrics.disruptions(self.called_off, counted.activities),
            "statement": self._statement(),
        }

    def _sum(self, name):
        return sum(getattr(tie, name) for tie in self.ties)

    def _status_counts(self):
        counted = Counter(tie.reading for tie in self.ties)
        return {status: counted[status] for status in STATUS_ORDER}

    def _shared(self, again, activities_shared):
        rows = sum(tie.counts.total for tie in self.ties)
        return Shared(activities=rows - len(again), rows=rows, shared=activities_shared)

    def _statement(self):
        panel = self.panel.usual()
        return Statement(
            ties=len(self.ties),
            active_ties=sum(tie.active_years > 0 for tie in self.ties),
            pair_years=panel["any"].of,
            active_pair_years=panel["any"].n,
            with_community=panel["community"].n,
            community_alone=self.panel.marked("C"),
            officials_alone=self.panel.marked("G"),
            not_reported_ties=sum(tie.is_not_reported for tie in self.ties),
            not_reported_pair_years=sum(len(tie.unreported_years) for tie in self.ties),
        )
