from textwrap import wrap
from typing import NamedTuple

from django.utils.translation import gettext as _

from reports import charts
from reports.chart_files.chart_file import ChartFile
from reports.charts import Bar

NAME, NOTE = 22, 27  # letters that have room in a line beside the bars
LINE, LEAST, AXIS = 16, 46, 24  # pixels


class Row(NamedTuple):
    """A bar in the middle of a row that begins at ``y``; the last of ``lines`` are its note."""

    y: int
    height: int
    bar: Bar
    lines: tuple[tuple[int, str, bool], ...]

    @property
    def middle(self) -> int:
        return self.height // 2


def likelihood(page: dict) -> ChartFile | None:
    return bars_file(
        page["likelihoods"],
        title=_("In any year, how likely is a tie to do something?"),
        notes=[_("A year can count in more than one row, so rows do not add up.")],
        period=page["period"],
    )


def bars_file(rows, *, title: str, notes: list[str], period: str) -> ChartFile:
    """Likelihoods side by side, whosever; ``rows`` are ``charts.LikelihoodRow``."""
    drawn = charts.bars(rows)
    laid = list(_laid(drawn.bars))
    below = laid[-1].y + laid[-1].height
    return ChartFile(
        title=title,
        template="chart_files/likelihood.svg",
        values={"chart": drawn, "rows": laid, "below": below},
        height=below + AXIS,
        left=230,
        right=180,
        rows=[
            [_("Activities"), _("Tie-years with one"), _("Tie-years"), _("Percent"),
             _("Interval from"), _("Interval to")],
            *(_likelihood_row(row.name, row.note, row.likelihood) for row in rows),
        ],
        notes=[*notes, _("Line: 95 %% interval.") % ()],
        period=period,
    )  # fmt: skip


def _laid(bars):
    y = 0
    for bar in bars:
        name, note = wrap(str(bar.row.name), NAME), wrap(str(bar.row.note), NOTE)
        words = [*((line, True) for line in name), *((line, False) for line in note)]
        height = max(LEAST, LINE * len(words) + 14)
        first = (height - LINE * len(words)) // 2 + 12
        lines = [(first + LINE * at, line, bold) for at, (line, bold) in enumerate(words)]
        yield Row(y, height, bar, tuple(lines))
        y += height


def _likelihood_row(name, note, found):
    percents = [found.percent, *found.interval] if found.is_enough else ["", "", ""]
    return [f"{name}, {note}" if note else name, found.n, found.of, *map(str, percents)]
