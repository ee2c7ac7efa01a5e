"""The answer to a question of comparison, as page, file and list of ties render it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.http import urlencode

from reports.comparing.groups import TieGroup
from reports.comparison import EXPOSURE, PANEL, Comparison, Group, Sides, likelihoods_of
from reports.metrics import Likelihood, Ratio
from reports.summary import TieSummary

MATCHED, LEFT_OUT, ALL = "matched", "left_out", "all"


@dataclass(frozen=True, slots=True)
class Half:
    """One of the two groups: what it is called, and its figures."""

    side: str
    called: TieGroup
    name: str
    found: Group
    denominator: str

    @property
    def is_recorded(self) -> bool:
        """Whether anybody said anything of the matched ties: what was held, or that nothing was."""
        return not self.found.matched or is_recorded(self.found.matched)

    @property
    def unreported(self) -> int:
        """Tie-years of the matched ties of which nobody said anything."""
        return sum(len(tie.unreported_years) for tie in self.found.matched)

    @property
    def all(self) -> dict[str, Likelihood]:
        """The likelihoods of all ties, matched or not."""
        return self.found.likelihoods_of_all(self.denominator)

    def of(self, which: str) -> tuple[TieSummary, ...]:
        """The ties that are matched, left out, or all."""
        parts = {MATCHED: self.found.matched, LEFT_OUT: self.found.unmatched}
        return parts.get(which, self.found.summary.ties)


@dataclass(frozen=True, slots=True)
class Answer:
    """Both groups with their names, the class that leads, and the address asked."""

    group: Half
    other: Half
    comparison: Comparison
    kind: str
    first: int
    last: int
    asked: dict[str, Any]

    @property
    def query(self) -> str:
        return urlencode(self.asked)

    @property
    def ratio(self) -> Ratio:
        return self.comparison.times[self.kind].ratio

    @property
    def likelier(self) -> Half:
        return self.other if self.comparison.times[self.kind].is_other else self.group

    @property
    def base(self) -> Half:
        return self.group if self.comparison.times[self.kind].is_other else self.other

    @property
    def halves(self) -> tuple[Half, Half]:
        return self.group, self.other

    @property
    def is_made_up(self) -> bool:
        return any(half.called.is_demonstration for half in self.halves)

    @property
    def is_recorded(self) -> bool:
        """Whether there is a record of both groups, without which no ratio says anything."""
        return self.group.is_recorded and self.other.is_recorded

    @property
    def other_denominator(self) -> str:
        return EXPOSURE if self.comparison.denominator == PANEL else PANEL


def answer_to(question) -> Answer:
    """The answer to a valid ``question``."""
    asked = question.cleaned_data
    groups = {side: asked[side] for side in ("group", "other")}
    return answered(
        groups, question.sides, kind=asked["kind"], first=asked["from"], last=asked["to"],
        denominator=asked["denominator"], names={side: groups[side].name for side in groups},
    )  # fmt: skip


def answered(groups: dict[str, TieGroup], sides: Sides, *, kind, first, last, denominator, names):
    """The answer of ``sides``, whose groups are called by ``names``."""
    comparison = sides.compared(denominator)
    halves = {
        side: Half(side, group, names[side], getattr(comparison, side), denominator)
        for side, group in groups.items()
    }
    written = {side: group.written for side, group in groups.items()}
    years = {"from": first, "to": last}
    return Answer(
        **halves,
        comparison=comparison,
        kind=kind,
        first=first,
        last=last,
        asked={**written, **years, "denominator": denominator, "kind": kind},
    )


def on(half: Half, denominator: str) -> dict[str, Likelihood]:
    """The likelihoods of the matched ties on another denominator."""
    return likelihoods_of(half.found.matched, denominator)


def is_recorded(ties: Iterable[TieSummary]) -> bool:
    """False where no tie has an activity in the years, nor a return that says there was none."""
    return any(any(tie.letters) or set(tie.exposed) - set(tie.unreported_years) for tie in ties)
