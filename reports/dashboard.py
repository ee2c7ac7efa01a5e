"""What a dashboard shows of a summary: its charts and its lists, each with the door to its rows."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import dropwhile

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from relationships.models import Shock
from reports.charts import LikelihoodRow, TrendLine, TrendShock
from reports.metrics import policy_year
from reports.rows_behind import OF_CLASS, activities_behind
from reports.signs import FINDINGS
from reports.summary import AnnualSummary, TieSummary

# The lists of the page: address, heading, and the sentence under it.
STANDING = {
    "living": (gettext_lazy("Living"), gettext_lazy("An activity within two years.")),
    "sleeping": (
        gettext_lazy("Dormant and inactive"),
        gettext_lazy("Nothing for more than two years, and the office has said so."),
    ),
    "not_reported": (
        gettext_lazy("Not reported"),
        gettext_lazy("Nobody filed a return. This is not the same as silence."),
    ),
}
GROUP_OF_STATUS = {
    "new": "living",
    "active": "living",
    "cooling": "living",
    "dormant": "sleeping",
    "inactive": "sleeping",
    "not_reported": "not_reported",
}
FLAGS = {
    "official_heavy": gettext_lazy("Mostly officials, seldom citizens."),
    "official_only": gettext_lazy("Nothing with citizens."),
    "vulnerable": gettext_lazy("Seldom or long ago, and mostly or only officials."),
}
SHOWN = 8

# Addresses of lists, narrowed; empty for somebody who may not read rows.
ListOfTies = Callable[..., str]
RowsBehind = Callable[..., str]
RowsOfYear = Callable[..., str]


@dataclass(frozen=True, slots=True)
class TieList:
    """A list of ties: the first few, how many there are, and where all of them stand."""

    heading: str | Promise
    sentence: str | Promise
    ties: tuple[TieSummary, ...]
    address: str

    @property
    def total(self) -> int:
        return len(self.ties)

    @property
    def rest(self) -> tuple[TieSummary, ...]:
        """Those after the first few, where no list has them all: it would be another day's."""
        return () if self.address else self.ties[SHOWN:]

    @property
    def first(self) -> list[tuple[TieSummary, str]]:
        """The first few, each with the address of the activities behind its figures."""
        return [(tie, activities_behind(tie)) for tie in self.ties[:SHOWN]]


def standing_lists(summary: AnnualSummary, list_of: ListOfTies) -> list[TieList]:
    """Every tie in exactly one list, by its activity status."""
    groups = {name: [] for name in STANDING}
    for tie in summary.ties:
        groups[GROUP_OF_STATUS[tie.reading]].append(tie)
    return [
        TieList(heading, sentence, tuple(groups[name]), list_of(activity_status=name))
        for name, (heading, sentence) in STANDING.items()
    ]


def flag_lists(summary: AnnualSummary, list_of: ListOfTies) -> list[TieList]:
    """The ties with a flag of balance; a tie can stand in several lists."""
    return [
        TieList(
            FINDINGS[kind],
            sentence,
            tuple(summary.with_finding(kind)),
            list_of(flag=kind),
        )
        for kind, sentence in FLAGS.items()
    ]


def likelihood_rows(summary: AnnualSummary, rows_of: RowsBehind | None) -> list[LikelihoodRow]:
    """Government and community side by side, then citizens alone; each opens its rows."""
    return [
        LikelihoodRow(
            name=name,
            note=note,
            mark=mark,
            likelihood=summary.panel[of_class],
            address=rows_of(summary, **OF_CLASS[of_class]) if rows_of else "",
        )
        for name, note, mark, of_class in (
            (_("Government"), _("with or without citizens"), "G", "government"),
            (_("Community"), _("with or without officials"), "C", "community"),
            (_("Citizens alone"), _("no officials"), "C", "people_to_people"),
        )
    ]


def trend_lines(summary: AnnualSummary, rows_of_year: RowsOfYear | None = None) -> list[TrendLine]:
    """Ties that had an activity with officials, and with citizens; a tie can be in both.

    The years before the first activity and before the window are left out: nothing is known.
    A value opens the activities of its year, by ``rows_of_year``.
    """
    return [
        TrendLine(
            name=name,
            mark=mark,
            values={row.year: row.ties[of_class] for row in _recorded_years(summary)},
            to_date=summary.running.ties[of_class] if summary.running else None,
            doors=_doors(summary, of_class, rows_of_year) if rows_of_year else {},
        )
        for name, mark, of_class in (
            (_("with officials"), "G", "government"),
            (_("with citizens"), "C", "community"),
        )
    ]


def _doors(summary, of_class, rows_of_year):
    """None for a value of zero: there is nothing to open."""
    rows = [*_recorded_years(summary), *([summary.running] if summary.running else [])]
    return {
        row.year: rows_of_year(row.year, involvement_class=of_class)
        for row in rows
        if row.ties[of_class]
    }


def shock_lines(office, summary: AnnualSummary) -> list[TrendShock]:
    """The shocks that ``office`` knows of, which hit a country of its ties."""
    countries = {tie.country for tie in summary.ties}
    first_month = office.fiscal_year_start_month
    known = Shock.objects.kept().known_to(office).order_by("start_date", "pk")
    return [
        TrendShock(shock.name, policy_year(shock.start_date, first_month))
        for shock in known
        if not shock.countries or countries.intersection(each.code for each in shock.countries)
    ]


def _recorded_years(summary):
    if not summary.window:
        return ()
    return dropwhile(
        lambda row: not row.ties["any"] and row.year < summary.window[0], summary.trend
    )
