"""The likelihoods of a summary as a table: each class on both denominators and both readings."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.translation import gettext as _

from reports.metrics import Likelihood
from reports.rows_behind import OF_CLASS
from reports.signs import CLASSES
from reports.summary import AnnualSummary


class Cell(NamedTuple):
    """A likelihood, and the address of the activities that it counts where a list tells them."""

    likelihood: Likelihood
    address: str


class LikelihoodTable(NamedTuple):
    """``rows`` have the name of a class, and a cell under each of ``headings``."""

    headings: list[str]
    rows: list[tuple[str, list[Cell]]]


def likelihood_table(
    summary: AnnualSummary, rows_of: Callable[..., str] | None = None
) -> LikelihoodTable:
    """Every listed tie-year; beside it what differs, on the second denominator and read strictly.

    Lists go by the usual reading and by the whole window: those figures open ``rows_of``.
    """
    columns = [(_("Every listed tie-year"), summary.panel, rows_of)]
    if summary.exposure != summary.panel:
        columns.append((_("Tie-years in force"), summary.exposure, None))
    if summary.strict_panel:
        strict = summary.panel | summary.strict_panel
        columns.append((_("If a courtesy counted as government"), strict, None))
    return LikelihoodTable(
        headings=[heading for heading, _likelihoods, _rows_of in columns],
        rows=[
            (str(label), [_cell(name, found, opens, summary) for _heading, found, opens in columns])
            for name, label in CLASSES.items()
        ],
    )


def _cell(name, likelihoods, rows_of, summary):
    return Cell(likelihoods[name], rows_of(summary, **OF_CLASS[name]) if rows_of else "")
