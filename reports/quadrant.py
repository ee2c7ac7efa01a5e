"""Who is busy, and with whom: the ties of a summary as a quadrant, and those it cannot draw."""

from dataclasses import dataclass
from fractions import Fraction

from django.urls import reverse

from reports.charts import QuadrantTie
from reports.metrics import year_mark
from reports.rows_behind import activities_behind, years_behind
from reports.summary import AnnualSummary, TieSummary

CITIZENS = {"involvement_class": "community"}


@dataclass(frozen=True, slots=True)
class QuadrantOfTies:
    """Every tie is ``drawn``, or ``undrawn`` and in exactly one of the counts: never at zero.

    ``silent`` had no activity in W and every year returned; ``not_reported`` had none and lacks
    a return; ``without_share`` had one, but none that started in W and is classified. In one
    ``field`` of work alone nobody knows of silence: those without an activity are ``quiet``.
    """

    window: int
    field: str
    drawn: tuple[TieSummary, ...]
    undrawn: tuple[TieSummary, ...]
    silent: int
    not_reported: int
    without_share: int
    quiet: int

    @property
    def dots(self) -> list[QuadrantTie]:
        return [_dot(tie) for tie in self.drawn]

    @property
    def rows(self) -> list[tuple[TieSummary, str, str]]:
        """Each tie, those drawn first, with the activities behind its years and its share."""
        kept = {"field": self.field} if self.field else {}
        return [
            (tie, years_behind(tie, **kept), activities_behind(tie, **CITIZENS, **kept))
            for tie in (*self.drawn, *self.undrawn)
        ]


def quadrant_of(summary: AnnualSummary, *, field: str = "") -> QuadrantOfTies:
    """``summary`` counts activities in ``field`` alone, if one is given."""
    active = [tie for tie in summary.ties if tie.active_years]
    drawn = [tie for tie in active if tie.counts.classified]
    quiet = [tie for tie in summary.ties if not tie.active_years]
    undrawn = [*quiet, *(tie for tie in active if not tie.counts.classified)]
    not_reported = sum(1 for tie in quiet if tie.unreported_years)
    return QuadrantOfTies(
        window=max((len(tie.period.years) for tie in summary.ties), default=0),
        drawn=tuple(sorted(drawn, key=lambda tie: (-tie.active_years, -_share(tie), tie.name))),
        undrawn=tuple(sorted(undrawn, key=lambda tie: (-tie.active_years, tie.name))),
        field=field,
        silent=0 if field else len(quiet) - not_reported,
        not_reported=0 if field else not_reported,
        quiet=len(quiet) if field else 0,
        without_share=len(active) - len(drawn),
    )


def _dot(tie):
    return QuadrantTie(
        name=tie.partner,
        title=tie.name,
        mark=_mark(tie.counts),
        years=tie.active_years,
        share=_share(tie),
        address=reverse("relationship_detail", args=[tie.id]),
    )


def _share(tie):
    return Fraction(tie.counts.community, tie.counts.classified)


def _mark(counts):
    return year_mark(letter for letter, total in counts._asdict().items() if total)
