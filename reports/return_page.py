"""The yearly return of some ties, as the page and the desk show it."""

from collections import Counter
from functools import cached_property
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from relationships.models import Relationship
from reports.due_years import due_day
from reports.metrics import (
    RETURN_STANDINGS,
    last_complete_year,
    last_day,
    return_standing,
    running_year,
)
from reports.models import AnnualReturn
from reports.models.annual_return import ReturnState
from reports.signs import AFTER, BEFORE, LIVE, NOT_REPORTED, SILENT
from reports.summary import AnnualSummary
from reports.year_record import YearRecord, year_records

# How a year reads, in words; a year that is due or overdue is not reported.
STANDINGS: dict[str, str | Promise] = {
    "with_activity": _("With activity"),
    "nil": _("Nil: nothing happened"),
    "overdue": _("Overdue: not reported"),
    "due": _("Due: not reported yet"),
    "not_yet": _("Not due yet"),
}


class Missing(NamedTuple):
    """A policy year in which some ties are not reported."""

    year: int
    ties: int


class TieReturn(NamedTuple):
    """One tie and year: what the record says, what was said of it, and how that reads."""

    relationship: Relationship
    standing: str
    record: YearRecord
    kept: AnnualReturn | None

    @property
    def words(self):
        return STANDINGS[self.standing]

    @property
    def mark(self) -> str:
        """The sign beside the words; none where the year is not over."""
        return {"nil": SILENT, "overdue": NOT_REPORTED, "due": NOT_REPORTED}.get(self.standing, "")

    @property
    def is_attested(self) -> bool:
        return self.kept is not None and self.kept.stands

    @property
    def proposal(self) -> str:
        """What stands, else what the record allows one to say; nothing is proposed by silence."""
        if self.is_attested:
            return self.kept.state
        proposed = bool(self.record.live) and not self.record.waiting
        return ReturnState.RETURNED if proposed else ReturnState.TAKEN_BACK

    @property
    def was_overtaken(self) -> bool:
        """Nil was said, and an activity was recorded since."""
        return self.is_attested and self.kept.state == ReturnState.NIL and bool(self.record.live)

    @property
    def was_emptied(self) -> bool:
        """It was returned with activities, of which none counts any more."""
        is_returned = self.is_attested and self.kept.state == ReturnState.RETURNED
        return is_returned and not self.record.live


class Returns:
    """The returns of the ties of ``summary``, all of one office, on its day."""

    def __init__(self, summary: AnnualSummary, office):
        self.summary, self.office, self.today = summary, office, summary.as_of
        self.first_month = office.fiscal_year_start_month
        self.latest = last_complete_year(self.today, self.first_month)

    @cached_property
    def years(self) -> list[int]:
        """The years to choose: the one under way, and those in which a return was expected."""
        running = running_year(self.today, self.first_month)
        said = {
            year
            for tie in self.summary.ties
            for year, mark in self.summary.cells(tie)
            if mark not in (BEFORE, AFTER)
        }
        return sorted(said | {self.latest} | ({running} if running else set()), reverse=True)

    @cached_property
    def missing(self) -> list[Missing]:
        """The years in which ties are not reported, the latest first."""
        counts = Counter(
            year
            for tie in self.summary.ties
            for year, mark in self.summary.cells(tie)
            if mark == NOT_REPORTED
        )
        return [Missing(year, counts[year]) for year in sorted(counts, reverse=True)]

    def standings(self, year: int) -> dict[int, str]:
        """By tie, how ``year`` reads; ties of which no return is expected in it are left out."""
        end, overdue_from = last_day(year, self.first_month), due_day(self.office, year)
        marks = {tie.id: self._mark(tie, year) for tie in self.summary.ties}
        return {
            pk: return_standing(
                is_active=mark in LIVE,
                is_returned=mark == SILENT,
                end=end,
                overdue_from=overdue_from,
                today=self.today,
            )
            for pk, mark in marks.items()
            if mark not in (BEFORE, AFTER)
        }

    def _mark(self, tie, year):
        if year == tie.period.running:
            return tie.running_mark
        return dict(self.summary.cells(tie)).get(year, BEFORE)

    def rows(self, year: int, relationship_ids: list[int]) -> list[TieReturn]:
        standings = self.standings(year)
        ties = Relationship.objects.with_cities().in_bulk(relationship_ids)
        records = year_records(
            relationship_ids=relationship_ids,
            year=year,
            first_month=self.first_month,
            today=self.today,
        )
        said = AnnualReturn.objects.filter(year=year, relationship__in=relationship_ids)
        kept = {one.relationship_id: one for one in said.select_related("attested_by")}
        for pk, one in kept.items():
            one.relationship = ties[pk]
        return [
            TieReturn(ties[pk], standings[pk], records[pk], kept.get(pk)) for pk in relationship_ids
        ]


def counted(standings: dict[int, str]) -> list[tuple[str, int]]:
    """How many ties read as each standing, in words; those without any left out."""
    counts = Counter(standings.values())
    return [(STANDINGS[one], counts[one]) for one in RETURN_STANDINGS if counts[one]]
