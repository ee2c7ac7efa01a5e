"""Where a shock was felt: the dip of each tie."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from reports import metrics
from reports.metrics import Counts, Dip
from reports.summary import AnnualSummary, TieSummary


@dataclass(frozen=True, slots=True)
class TieDip:
    """All activities of one tie around a shock."""

    tie: TieSummary
    dip: Dip

    @property
    def is_told(self) -> bool:
        """Whether there is a usual level, and a year since the shock."""
        return self.dip.depth is not None

    @property
    def is_not_back(self) -> bool:
        return self.dip.has_fallen and self.dip.recovered_year is None


def dips_of_ties(
    summary: AnnualSummary,
    by_year: Mapping[int, Mapping[int, Counts]],
    year: int,
    *,
    last: int,
    shocked_in: Callable[[Collection[int], Collection[str]], Collection[int]],
) -> list[TieDip]:
    """The deepest first, of equal depth those that are not back; last those of no usual level.

    ``by_year`` are the counts by tie; ``shocked_in`` gives the years of the other shocks that hit
    ties of some offices with some countries.
    """
    places = {(tie.office_id, tie.country) for tie in summary.ties}
    shocked = {place: shocked_in([place[0]], [place[1]]) for place in places}
    found = [
        TieDip(
            tie,
            metrics.dip(
                {each: counts.total for each, counts in by_year.get(tie.id, {}).items()},
                year,
                last=last,
                shocked=shocked[tie.office_id, tie.country],
            ),
        )
        for tie in summary.ties
    ]
    return sorted(found, key=_order)


def _order(one):
    return (
        not one.is_told,
        -(one.dip.depth or 0),
        not one.is_not_back,
        -(one.dip.baseline or 0),
        one.tie.name,
    )
