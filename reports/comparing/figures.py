"""Bars and tables of a comparison; every count opens the ties that it is made of."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.charts import LikelihoodRow
from reports.comparing import words
from reports.comparing.answer import ALL, LEFT_OUT, MATCHED, Answer, Half, is_recorded, on
from reports.metrics import Likelihood, Ratio
from reports.signs import CLASSES

# The sign that stands beside a class; any activity has none of its own.
SIGNS = {"government": "G", "community": "C", "people_to_people": "C", "non_government": "C"}


@dataclass(frozen=True, slots=True)
class Cell:
    """A count with its door; empty where the reader may not see ties."""

    likelihood: Likelihood
    address: str
    is_recorded: bool


@dataclass(frozen=True, slots=True)
class ClassRow:
    """One class in both groups, and how many times as likely it was in the likelier."""

    name: str | Promise
    group: Cell
    other: Cell
    ratio: Ratio | None = None
    likelier: str = ""


def bars(answer: Answer, *, opens: bool) -> list[LikelihoodRow]:
    """The leading class: both groups with shared partners, then each that has other ties too.

    A group of which nothing is on record has no bar: nobody knows how long it would be.
    """
    halves = [answer.likelier, answer.base]
    matched = [_bar(answer, half, MATCHED, opens) for half in halves]
    whole = [_bar(answer, half, ALL, opens) for half in halves if half.found.unmatched]
    return [bar for bar in matched + whole if bar]


def _bar(answer, half: Half, which: str, opens):
    ties = half.of(which)
    if not ties or not is_recorded(ties):
        return None
    found = half.found.likelihoods if which == MATCHED else half.all
    said = {
        MATCHED: _("ties to the same partners"),
        ALL: _("all ties, matched or not"),
    }
    return LikelihoodRow(
        name=half.name,
        note=f"{_ties(len(ties))}, {said[which]}",
        mark=SIGNS.get(answer.kind, ""),
        likelihood=found[answer.kind],
        address=address_of_ties(answer, half, which, answer.kind) if opens else "",
    )


def _ties(count: int) -> str:
    return ngettext("%(ties)s tie", "%(ties)s ties", count) % {"ties": count}


def rows(answer: Answer, *, opens: bool) -> list[ClassRow]:
    """Every class on the denominator asked for."""
    return [
        _row(answer, name, answer.comparison.denominator, opens, answer.comparison.times[name])
        for name in CLASSES
    ]


def rows_otherwise(answer: Answer, *, opens: bool) -> list[ClassRow]:
    """Every class on the other denominator, without ratios."""
    return [_row(answer, name, answer.other_denominator, opens) for name in CLASSES]


def _row(answer, name, denominator, opens, times=None):
    cells = {
        half.side: Cell(
            on(half, denominator)[name],
            address_of_ties(answer, half, MATCHED, name, denominator) if opens else "",
            half.is_recorded,
        )
        for half in answer.halves
    }
    if times is None or not answer.is_recorded:
        return ClassRow(CLASSES[name], **cells)
    likelier = answer.other if times.is_other else answer.group
    return ClassRow(CLASSES[name], **cells, ratio=times.ratio, likelier=likelier.name)


def address_of_ties(answer, half: Half, which: str, kind: str, denominator: str = "") -> str:
    """The list of the ties behind a count."""
    asked = answer.asked | {"kind": kind, "side": half.side, "which": which}
    if denominator:
        asked["denominator"] = denominator
    return f"{reverse('compare_ties')}?{urlencode(asked)}"


def left_out(answer: Answer, *, opens: bool) -> list[tuple[str, str]]:
    """For each group the sentence that counts what is left out, and where those ties stand."""
    return [
        (
            words.left_out(half),
            address_of_ties(answer, half, LEFT_OUT, answer.kind)
            if opens and half.found.unmatched
            else "",
        )
        for half in answer.halves
    ]
