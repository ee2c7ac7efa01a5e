"""Two groups of ties over the same policy years, and their ties to partners that both have."""

from collections.abc import Collection, Iterable, Mapping
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
    """The ties of one group to shared partners, and those that are left out.

    ``left_out_partners`` has the partner of each unmatched tie. ``likelihoods`` are those of the
    matched ties; those of all are in ``summary``.
    """

    summary: AnnualSummary
    matched: tuple[TieSummary, ...]
    unmatched: tuple[TieSummary, ...]
    left_out_partners: tuple[Partner, ...]
    likelihoods: dict[str, Likelihood]

    @property
    def unmatched_partners(self) -> tuple[Partner, ...]:
        """The partners that the other group does not have, each once."""
        return tuple(sorted(set(self.left_out_partners)))

    def likelihoods_of_all(self, denominator: str) -> Mapping[str, Likelihood]:
        return self.summary.panel if denominator == PANEL else self.summary.exposure


class Times(NamedTuple):
    """How many times as likely an activity was in the likelier of the two groups.

    ``is_other`` says that this is the other group, and the first the base.
    """

    is_other: bool
    ratio: Ratio


class SharedPartner(NamedTuple):
    """A partner that both groups have, with the ties of each to it."""

    partner: Partner
    group: tuple[TieSummary, ...]
    other: tuple[TieSummary, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """METRICS.md 10: both groups, and class by class how many times the likelier exceeds.

    ``in_both`` are the ties that belong to both groups, which say nothing of a difference.
    """

    denominator: str
    partners: tuple[Partner, ...]
    shared: tuple[SharedPartner, ...]
    in_both: tuple[TieSummary, ...]
    group: Group
    other: Group
    times: dict[str, Times]


def summary_of_years(relationships, *, first: int, last: int, as_of: date) -> AnnualSummary:
    """The summary whose window is exactly the policy years ``first`` to ``last``."""
    summary = annual_summary(
        year=last, as_of=as_of, relationships=relationships,
        window_years=last - first + 1, strip=last - first + 1,
    )  # fmt: skip
    if any(period.years[-1] != last for period in summary.periods):
        raise YearsNotOver(last)
    return summary


def compare(
    relationships, others, *, first: int, last: int, as_of: date, denominator: str = PANEL
) -> Comparison:
    """Compare two querysets of relationships by their ties to partners that both have."""
    years = {"first": first, "last": last, "as_of": as_of}
    return Sides(Side(relationships, **years), Side(others, **years)).compared(denominator)


class Side:
    """The ties of one group over some years, and the cities that may be their partners.

    A tie of an office leads to its partner city. A reference tie is a pair of cities of which
    neither is the home side, unless ``home`` says in which country that lies.
    """

    def __init__(self, relationships, *, first: int, last: int, as_of: date, home: str = ""):
        self.summary = summary_of_years(relationships, first=first, last=last, as_of=as_of)
        self.ties = {tie.id: tie for tie in self.summary.ties}
        self.candidates, self.cities = {}, {}
        rows = relationships.values_list("pk", "home_city_id", "partner_city_id")
        for pk, city, partner in rows:
            tie = self.ties[pk]
            self.cities[city] = Partner(tie.home, tie.home_native, tie.home_country)
            self.cities[partner] = Partner(tie.partner, tie.partner_native, tie.country)
            self.candidates[pk] = [partner] if tie.office_id else self._abroad(partner, city, home)

    def _abroad(self, partner, city, home):
        both = [partner, city]
        return [one for one in both if self.cities[one].country != home] or both

    def group(self, side, countries, denominator) -> Group:
        matched = tuple(self.ties[pk] for pk in side.matched)
        return Group(
            summary=self.summary,
            matched=matched,
            unmatched=tuple(self.ties[pk] for pk in side.unmatched),
            left_out_partners=tuple(self.partner(pk, countries) for pk in side.unmatched),
            likelihoods=likelihoods_of(matched, denominator),
        )

    def partner(self, pk: int, countries: Collection[str]) -> Partner:
        """The side that lies in a country of the shared partners, else the partner side."""
        cities = [self.cities[city] for city in self.candidates[pk]]
        return next((city for city in cities if city.country in countries), cities[0])

    def by_partner(self, side, partners) -> dict[int, list[TieSummary]]:
        """The matched ties by the shared partners they lead to."""
        found = {partner: [] for partner in partners}
        for pk in side.matched:
            for partner in partners.intersection(self.candidates[pk]):
                found[partner].append(self.ties[pk])
        return found


class Sides:
    """Two groups, matched once and compared on either denominator."""

    def __init__(self, group: Side, other: Side):
        self.group, self.other = group, other
        self.matching = metrics.match(group.candidates, other.candidates)
        self.cities = group.cities | other.cities
        self.countries = {self.cities[city].country for city in self.matching.partners}

    def compared(self, denominator: str) -> Comparison:
        matching = self.matching
        group = self.group.group(matching.group, self.countries, denominator)
        other = self.other.group(matching.other, self.countries, denominator)
        return Comparison(
            denominator=denominator,
            partners=tuple(sorted(self.cities[city] for city in matching.partners)),
            shared=self._shared(),
            in_both=tuple(tie for pk, tie in self.group.ties.items() if pk in self.other.ties),
            group=group,
            other=other,
            times={name: _times(group, other, name, denominator) for name in CLASSES},
        )

    def _shared(self) -> tuple[SharedPartner, ...]:
        partners = self.matching.partners
        ours = self.group.by_partner(self.matching.group, partners)
        theirs = self.other.by_partner(self.matching.other, partners)
        return tuple(
            SharedPartner(self.cities[city], tuple(ours[city]), tuple(theirs[city]))
            for city in sorted(partners, key=lambda city: (self.cities[city], city))
        )


def likelihoods_of(ties: Iterable[TieSummary], denominator: str) -> dict[str, Likelihood]:
    """Every class over the pair-years of ``ties`` that the denominator takes in."""
    return metrics.likelihoods(letters for tie in ties for letters in pair_years(tie, denominator))


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
