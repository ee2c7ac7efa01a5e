"""The annual summary as a value: what page, PDF, workbook, CSV, e-mail and API render."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from relationships.languages import language_of_name
from reports.metrics import (
    Balance,
    Concentration,
    Costs,
    Counts,
    Disruption,
    Likelihood,
    Stressed,
    Thresholds,
    reciprocity,
    year_mark,
)
from reports.metrics.clock import Interval
from reports.summary.findings import Finding

# What a cell of a year strip may show where no activity was held. A year with activities
# shows its letter of involvement.
SILENT = "silent"
NOT_REPORTED = "not_reported"
BEFORE = "before"
AFTER = "after"
RUNNING = "running"


class Period(NamedTuple):
    """The window of the offices whose policy year begins in ``first_month``.

    ``running`` is the policy year under way at ``as_of``; None if the window does not end
    right before it. Its figures are “to date” and stand apart.
    """

    first_month: int
    years: tuple[int, ...]
    first_day: date
    last_day: date
    running: int | None


class TieSummary(NamedTuple):
    """One relationship over the window W; what is not over W says so."""

    id: int
    office_id: int | None
    home: str
    partner: str
    home_native: str
    partner_native: str
    home_country: str
    country: str
    tier: str
    tier_label: str
    legal_status: str
    start_date: date | None
    start_precision: str
    suspended: tuple[Interval, ...]
    thresholds: Thresholds
    policy_id: int | None
    period: Period
    # Over all years up to as_of.
    last_activity: date | None
    last_precision: str | None
    last_involvement: str | None
    last_contact: date | None
    last_contact_precision: str | None
    activity_status: str
    is_not_reported: bool
    months_since: int | None
    continuity: int
    gap_days: int | None
    # Over W; ``letters`` has the involvements of each of its years, "" for a silent one.
    counts: Counts
    balance: Balance
    strict_counts: Counts | None
    strict_balance: Balance | None
    active_years: int
    exposed: tuple[int, ...]
    exposed_years: int
    active_exposed_years: int
    letters: tuple[str, ...]
    unreported_years: tuple[int, ...]
    is_sporadic: bool
    is_vulnerable: bool
    breadth: float | None
    visits: tuple[int, int]
    people: tuple[float, float]
    visits_unnumbered: int
    participants: int
    unnumbered: int
    unplaced: int
    costs: Costs
    disruption: Disruption
    stress: Mapping[str, Stressed]
    # Beside W.
    marks: tuple[str, ...]
    running_mark: str | None
    running_counts: Counts
    findings: tuple[Finding, ...]

    @property
    def reading(self) -> str:
        """The status to print: ``not_reported`` where “inactive” cannot be known."""
        return NOT_REPORTED if self.is_not_reported else self.activity_status

    @property
    def name(self) -> str:
        return f"{self.home} – {self.partner}"

    @property
    def window_mark(self) -> str | None:
        """The one letter that stands for all years of W; None if nothing was held in them."""
        return year_mark(letter for letters in self.letters for letter in letters)

    @property
    def visits_reciprocity(self) -> Fraction | None:
        """Of inbound and outbound visits, where an exchange both ways is one each way."""
        return reciprocity(*self.visits)

    @property
    def people_reciprocity(self) -> Fraction | None:
        """Of those who came and went; half of an exchange both ways is taken to go each way.

        None too where a group travelled whose number is not known: nothing is estimated.
        """
        if self.visits_unnumbered:
            return None
        return reciprocity(*self.people)

    @property
    def partner_language(self) -> str:
        """The language of ``partner_native``, as the web writes it; empty if it does not matter."""
        return language_of_name(self.partner_native, self.country)


class YearOfTrend(NamedTuple):
    """One policy year of all listed ties.

    ``ties`` maps each class to how many ties had such an activity. ``activities`` counts each
    activity once, however many of the ties share it, by involvement and by start.
    """

    year: int
    listed: int
    exposed: int
    ties: Mapping[str, int]
    activities: Counts
    participants: int
    unnumbered: int
    costs: Costs
    disruption: Disruption


class Shared(NamedTuple):
    """Why rows do not add up: activities of W that several of the listed ties share."""

    activities: int
    rows: int
    shared: int


class Statement(NamedTuple):
    """The figures of the summary's opening sentences, over W on the fixed panel."""

    ties: int
    active_ties: int
    pair_years: int
    active_pair_years: int
    with_community: int
    community_alone: int
    officials_alone: int
    not_reported_ties: int
    not_reported_pair_years: int


@dataclass(frozen=True, slots=True)
class AnnualSummary:
    """Everything METRICS.md 1 to 10 and 13 to 15 say of a set of relationships, at ``as_of``.

    ``panel`` and ``exposure`` give every class of ``metrics.CLASSES`` on the two denominators;
    the ``strict`` ones hold only the classes that change if a courtesy counts as government.
    ``periods`` has one period for each first month among the offices, the commonest first.
    """

    year: int
    as_of: date
    periods: tuple[Period, ...]
    strip_years: tuple[int, ...]
    ties: tuple[TieSummary, ...]
    status_counts: Mapping[str, int]
    panel: Mapping[str, Likelihood]
    exposure: Mapping[str, Likelihood]
    strict_panel: Mapping[str, Likelihood]
    strict_exposure: Mapping[str, Likelihood]
    stress_panel: Mapping[str, Likelihood]
    trend: tuple[YearOfTrend, ...]
    running: YearOfTrend | None
    concentration: Concentration
    shared: Shared
    participants: int
    unnumbered: int
    unplaced: int
    costs: Costs
    disruption: Disruption
    statement: Statement

    @property
    def window(self) -> tuple[int, ...]:
        return self.periods[0].years if self.periods else ()

    def cells(self, tie: TieSummary) -> list[tuple[int, str]]:
        """The year strip of ``tie``: each year with its mark."""
        return list(zip(self.strip_years, tie.marks, strict=True))

    def with_finding(self, kind: str) -> list[TieSummary]:
        """The ties that have a finding of this kind."""
        return [tie for tie in self.ties if any(found.kind == kind for found in tie.findings)]
