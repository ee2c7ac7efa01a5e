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
        rows=list(_rows(page["likelihood_table"])),
    )


def bars_file(bars, *, title: str, notes: list[str], period: str, rows=()) -> ChartFile:
    """Likelihoods side by side, whosever; ``bars`` are ``charts.LikelihoodRow``."""
    drawn = charts.bars(bars)
    laid = list(_laid(drawn.bars))
    below = laid[-1].y + laid[-1].height
    return ChartFile(
        title=title,
        template="chart_files/likelihood.svg",
        values={"chart": drawn, "rows": laid, "below": below},
        height=below + AXIS,
        left=230,
        right=180,
        rows=rows,
        notes=[*notes, _("Line: 95 %% interval.") % ()],
        period=period,
    )


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


def _rows(table):
    yield [_("Activities"), _("Counted over"), _("Tie-years with one"), _("Tie-years"),
           _("Percent"), _("Interval from"), _("Interval to")]  # fmt: skip
    for name, cells in table.rows:
        for heading, (found, _address) in zip(table.headings, cells, strict=True):
            percents = [found.percent, *found.interval] if found.is_enough else ["", "", ""]
            yield [name, heading, found.n, found.of, *map(str, percents)]
