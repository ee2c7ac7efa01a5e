"""The rows behind an alert: which activities of a tie its figures come from."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from activities.models import Activity, ActivityRelationship
from reports.metrics import counting_year
from reports.models.alert import AlertKind

# Where nothing happened there is nothing to count; what was held last is shown instead.
LAST_ROWS = 10
OF_THE_WINDOW = {AlertKind.OFFICIAL_HEAVY, AlertKind.OFFICIAL_ONLY, AlertKind.VULNERABLE}


class Row(NamedTuple):
    """A live activity as it counts for one tie."""

    activity: int
    tie: int
    start: date
    end: date
    start_precision: str
    end_precision: str
    involvement: str
    programme: int | None


class Evidence:
    """The live activities of some ties that had begun by ``as_of``, read in one query."""

    def __init__(self, relationship_ids: Iterable[int], as_of: date):
        rows = (
            ActivityRelationship.objects.filter(
                relationship__in=relationship_ids,
                activity__in=Activity.objects.live().started_by(as_of),
            )
            .order_by("-activity__end_date", "-activity")
            .values_list(
                "activity",
                "relationship",
                "activity__start_date",
                "activity__end_date",
                "activity__start_precision",
                "activity__end_precision",
                "activity__involvement",
                "activity__programme",
            )
        )
        self._rows: dict[int, list[Row]] = defaultdict(list)
        for row in map(Row._make, rows):
            self._rows[row.tie].append(row)

    def of(self, tie_id: int) -> list[Row]:
        """All of a tie, the latest first."""
        return self._rows[tie_id]

    def behind(self, kind: str, tie) -> list[int]:
        """The activities that a finding of ``tie``, a TieSummary, counts."""
        if kind in OF_THE_WINDOW:
            return [row.activity for row in self.counted(tie, tie.period.years)]
        return [row.activity for row in self.of(tie.id)[:LAST_ROWS]]

    def counted(self, tie, years) -> list[Row]:
        """The rows that count in one of the policy ``years``: by their start."""
        month = tie.period.first_month
        return [row for row in self.of(tie.id) if _year(row, month) in years]


def _year(row, first_month):
    return counting_year(row.start, row.end, row.start_precision, row.end_precision, first_month)
