"""Two groups of ties over the same policy years, and their ties to partners that both have."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from reports import metrics
from reports.metrics import CLASSES, Likelihood, Ratio
from reports.summary import AnnualSummary, TieSummary, annual_summary

PANEL, EXPOSURE = "panel", "exposure"
DENOMINATORS = (PANEL, EXPOSURE)


class YearsNotOver(ValueError):
    """The years asked for are not all complete policy years on the day asked for."""


class Partner(NamedTuple):
    """A city that ties lead to."""

    name: str
    native_name: str
    country: str


@dataclass(frozen=True, slots=True)
class Group:
    """The ties of one group to shared partners, and those that are left out."""

    matched: tuple[TieSummary, ...]
    unmatched: tuple[TieSummary, ...]
    unmatched_partners: tuple[Partner, ...]
    likelihoods: dict[str, Likelihood]


class Times(NamedTuple):
    """How many times as likely an activity was in the likelier of the two groups.

    ``is_other`` says that this is the other group, and the first the base.
    """

    is_other: bool
    ratio: Ratio


@dataclass(frozen=True, slots=True)
class Comparison:
    """METRICS.md 10: both groups, and class by class how many times the likelier exceeds."""

    partners: tuple[Partner, ...]
    group: Group
    other: Group
    times: dict[str, Times]


def summary_of_years(relationships, *, first: int, last: int, as_of: date) -> AnnualSummary:
    """The summary whose window is exactly the policy years ``first`` to ``last``."""
    summary = annual_summary(
        year=last, as_of=as_of, relationships=relationships, window_years=last - first + 1
    )
    if any(period.years[-1] != last for period in summary.periods):
        raise YearsNotOver(last)
    return summary


def compare(
    relationships, others, *, first: int, last: int, as_of: date, denominator: str = PANEL
) -> Comparison:
    """Compare two querysets of relationships by their ties to partners that both have."""
    ours = _Side(relationships, first, last, as_of)
    theirs = _Side(others, first, last, as_of)
    matching = metrics.match(ours.candidates, theirs.candidates)
    cities = ours.cities | theirs.cities
    countries = {cities[city].country for city in matching.partners}
    group = ours.group(matching.group, countries, denominator)
    other = theirs.group(matching.other, countries, denominator)
    return Comparison(
        partners=tuple(sorted(cities[city] for city in matching.partners)),
        group=group,
        other=other,
        times={name: _times(group, other, name, denominator) for name in CLASSES},
    )


class _Side:
    """The ties of one group and the cities that may be their partners."""

    def __init__(self, relationships, first, last, as_of):
        summary = summary_of_years(relationships, first=first, last=last, as_of=as_of)
        self.ties = {tie.id: tie for tie in summary.ties}
        self.candidates, self.cities = {}, {}
        rows = relationships.values_list("pk", "home_city_id", "partner_city_id")
        for pk, home, partner in rows:
            tie = self.ties[pk]
            # A reference tie is a pair of cities of which neither is the home side.
            self.candidates[pk] = [partner] if tie.office_id else [partner, home]
            self.cities[home] = Partner(tie.home, tie.home_native, tie.home_country)
            self.cities[partner] = Partner(tie.partner, tie.partner_native, tie.country)

    def group(self, side, countries, denominator) -> Group:
        matched = tuple(self.ties[pk] for pk in side.matched)
        left_out = {self._partner(pk, countries) for pk in side.unmatched}
        return Group(
            matched=matched,
            unmatched=tuple(self.ties[pk] for pk in side.unmatched),
            unmatched_partners=tuple(sorted(left_out)),
            likelihoods=metrics.likelihoods(
                letters for tie in matched for letters in pair_years(tie, denominator)
            ),
        )

    def _partner(self, pk, countries):
        """The side that lies in a country of the shared partners, else the partner side."""
        cities = [self.cities[city] for city in self.candidates[pk]]
        return next((city for city in cities if city.country in countries), cities[0])


def pair_years(tie: TieSummary, denominator: str) -> list[str]:
    """The involvements of each pair-year of the tie that the denominator takes in."""
    return [
        letters
        for year, letters in zip(tie.period.years, tie.letters, strict=True)
        if denominator == PANEL or year in tie.exposed
    ]


def _times(group: Group, other: Group, name: str, denominator: str) -> Times:
    first, second = group.likelihoods[name], other.likelihoods[name]
    is_other = second.n * first.of >= first.n * second.of
    likelier, base = (other, group) if is_other else (group, other)
    return Times(
        is_other,
        metrics.ratio(
            _hits(likelier.matched, name, denominator), _hits(base.matched, name, denominator)
        ),
    )


def _hits(ties: Iterable[TieSummary], name: str, denominator: str) -> list[tuple[int, int]]:
    found = (metrics.likelihood(pair_years(tie, denominator), name) for tie in ties)
    return [(likelihood.n, likelihood.of) for likelihood in found]
