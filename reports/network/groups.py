"""The sums of a network by country and by kind of tie, small groups put together."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django_countries import countries

from relationships.models.relationship import Tier
from reports.metrics import Likelihood, likelihoods, rest_of
from reports.summary import AnnualSummary, TieSummary
from reports.summary.totals import STATUS_ORDER


@dataclass(frozen=True, slots=True)
class Group:
    """The sums of the ties of one country or kind; ``panel`` and ``exposure`` by class."""

    name: str | Promise
    offices: int
    ties: int
    statuses: dict[str, int]
    panel: dict[str, Likelihood]
    exposure: dict[str, Likelihood]

    @property
    def living(self) -> int:
        return sum(self.statuses[status] for status in ("active", "cooling", "new"))

    @property
    def sleeping(self) -> int:
        return self.statuses["dormant"] + self.statuses["inactive"]

    @property
    def pair(self) -> tuple[Likelihood, Likelihood]:
        """Officials and citizens, side by side, of all years."""
        return self.panel["government"], self.panel["community"]


def by_country(summary: AnnualSummary) -> list[Group]:
    """By the country of the partner."""
    names = dict(countries)
    return _groups(summary.ties, lambda tie: tie.country, lambda code: names.get(code, code))


def by_tier(summary: AnnualSummary) -> list[Group]:
    """By kind of tie; what an office calls its own kinds stays with it."""
    return _groups(summary.ties, lambda tie: tie.tier, lambda tier: Tier(tier).label)


def _groups(
    ties: Iterable[TieSummary],
    key: Callable[[TieSummary], str],
    name_of: Callable[[str], str | Promise],
) -> list[Group]:
    """The largest first, what is put together last; nothing if all would be put together."""
    grouped = defaultdict(list)
    for tie in ties:
        grouped[key(tie)].append(tie)
    rest = rest_of({name: {tie.office_id for tie in of} for name, of in grouped.items()})
    alone = {name: of for name, of in grouped.items() if name not in rest}
    if not alone:
        return []
    groups = [_group(name_of(name), of) for name, of in alone.items()]
    groups.sort(key=lambda group: (-group.ties, str(group.name)))
    together = [tie for name in sorted(rest) for tie in grouped[name]]
    return [*groups, _group(_("others together"), together)] if together else groups


def _group(name, ties: list[TieSummary]) -> Group:
    counted = Counter(tie.reading for tie in ties)
    return Group(
        name=name,
        offices=len({tie.office_id for tie in ties}),
        ties=len(ties),
        statuses={status: counted[status] for status in STATUS_ORDER},
        panel=likelihoods(letters for tie in ties for letters in tie.letters),
        exposure=likelihoods(
            letters
            for tie in ties
            for year, letters in zip(tie.period.years, tie.letters, strict=True)
            if year in tie.exposed
        ),
    )
