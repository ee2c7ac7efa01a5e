"""The ties behind a count of a comparison, one line each, and why some are left out."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from reports.comparing.answer import ALL, LEFT_OUT, MATCHED, Answer, Half
from reports.comparison import Partner, likelihoods_of
from reports.metrics import Likelihood
from reports.rows_behind import OF_CLASS, activities_behind
from reports.summary import TieSummary
from reports.year_cells import YearCell, year_cells


class TieRow(NamedTuple):
    """A tie with its years and its part of the count; ``address`` leads to its activities."""

    tie: TieSummary
    is_open: bool
    cells: list[YearCell]
    likelihood: Likelihood
    address: str
    why: str


def asked_part(answer: Answer, asked) -> tuple[Half, str]:
    """Which group, and which of its ties, the address asks for; else all of the first."""
    half = answer.other if asked.get("side") == "other" else answer.group
    which = asked.get("which")
    return half, which if which in (MATCHED, LEFT_OUT) else ALL


def tie_rows(answer: Answer, half: Half, ties: list[TieSummary], opens: set[int]) -> list[TieRow]:
    unmatched = (tie.id for tie in half.found.unmatched)
    partners = dict(zip(unmatched, half.found.left_out_partners, strict=True))
    return [_row(answer, half, tie, tie.id in opens, partners) for tie in ties]


def _row(answer, half, tie, is_open, partners):
    found = likelihoods_of([tie], half.denominator)[answer.kind]
    reachable = is_open and found.n
    return TieRow(
        tie=tie,
        is_open=is_open,
        cells=year_cells(half.found.summary, tie),
        likelihood=found,
        address=activities_behind(tie, **OF_CLASS[answer.kind]) if reachable else "",
        why=_why(answer, half, partners.get(tie.id)),
    )


def _why(answer, half, partner: Partner | None) -> str:
    if partner is None:
        return ""
    another = answer.group if half is answer.other else answer.other
    return _("“%(group)s” has no tie to %(partner)s.") % {
        "group": another.name,
        "partner": partner.name,
    }


def total(answer: Answer, half: Half, which: str) -> Likelihood:
    """The count that the lines add up to."""
    return likelihoods_of(half.of(which), half.denominator)[answer.kind]
