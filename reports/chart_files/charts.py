"""What each chart of the dashboard puts into a file. Its values are those of the page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from reports import charts, signs
from reports.charts.tie_map import ASPECT
from reports.map_of_ties import mark_of
from reports.templatetags import marks

WIDTH, MARGIN = 800, 28  # pixels of a picture


@dataclass(frozen=True, slots=True)
class Key:
    """A sign, or a kind of line, with its word."""

    word: str
    mark: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class ChartFile:
    """A template with the values it draws, between ``left`` and ``right`` pixels of margin.

    ``rows`` are those of its table, the headings first.
    """

    title: str
    template: str
    values: dict
    height: int
    rows: Sequence[Sequence]
    left: int = MARGIN
    right: int = MARGIN
    keys: Sequence[Key] = ()
    note: str = ""
    is_cut: bool = False  # at the edges of the drawing

    @property
    def width(self) -> int:
        return WIDTH - self.left - self.right


def likelihood(page: dict) -> ChartFile | None:
    rows = page["likelihoods"]
    drawn = charts.bars(rows)
    return ChartFile(
        title=_("In any year, how likely is a tie to do something?"),
        template="chart_files/likelihood.svg",
        values={"chart": drawn, "rows": [(46 * at, bar) for at, bar in enumerate(drawn.bars)]},
        height=46 * len(rows) + 24,
        left=230,
        right=180,
        rows=[
            [_("Activities"), _("Tie-years with one"), _("Tie-years"), _("Percent"),
             _("Interval from"), _("Interval to")],
            *(_likelihood_row(row.name, row.note, row.likelihood) for row in rows),
        ],
        note=_("A year can count in more than one row, so rows do not add up."),
    )  # fmt: skip


def _likelihood_row(name, note, found):
    percents = [found.percent, *found.interval] if found.is_enough else ["", "", ""]
    return [f"{name}, {note}" if note else name, found.n, found.of, *map(str, percents)]


def trend(page: dict) -> ChartFile | None:
    lines, running = page["trend"], page["summary"].running
    drawn = charts.trend(lines, running.year if running else None)
    years = sorted({year for line in lines for year in line.values})
    to_date = [[f"{running.year} {_('to date')}", *(line.to_date for line in lines)]]
    return ChartFile(
        title=_("Ties with an activity, each year"),
        template="marks/trend.svg",
        values={"chart": drawn},
        height=262,
        left=64,
        right=170,
        rows=[
            [_("Year"), *(line.name for line in lines)],
            *([year, *(line.values.get(year, 0) for line in lines)] for year in years),
            *(to_date if running else []),
        ],
        note=_("A tie can be in both lines."),
    )


def quadrant(page: dict) -> ChartFile | None:
    found = page["quadrant"]
    if not found.drawn:
        return None
    dots = [replace(dot, address="") for dot in found.dots]
    drawn = charts.quadrant(dots, found.window)
    return ChartFile(
        title=_("Who is busy, and with whom?"),
        template="marks/quadrant.svg",
        values={
            "chart": drawn,
            "beyond": 100 - drawn.split_x,
            "upper": drawn.split_y - 12,
        },
        height=312,
        left=76,
        right=60,
        keys=_keys({dot.mark for dot in dots}),
        rows=[
            [_("Relationship"), _("Years with an activity"), _("Years counted"),
             _("With citizens"), _("Classified activities")],
            *(
                [tie.name, tie.active_years, len(tie.period.years), tie.counts.community,
                 tie.counts.classified]
                for tie in found.drawn
            ),
        ],
        note=_(
            "Across: years with an activity, of the last %(years)s. "
            "Up: share of activities with citizens."
        )
        % {"years": found.window},
    )  # fmt: skip


def tie_map(page: dict) -> ChartFile | None:
    found = page["map"]
    if not found.drawn:
        return None
    away = replace(found, placed=tuple(replace(tie, address="") for tie in found.placed))
    drawn = marks.tie_map(away, "")
    rows = [
        *((tie.title, tie.mark, tie.status) for tie in found.placed),
        *((tie.name, mark_of(tie), tie.reading) for tie in found.without_place),
    ]
    return ChartFile(
        title=_("Where the ties are"),
        template="marks/tie_map.svg",
        values=drawn,
        height=round((WIDTH - 2 * MARGIN) / ASPECT),
        is_cut=True,
        keys=[
            *_keys(found.marks),
            *(Key(str(signs.STATUSES[status]), status=status) for status in found.statuses),
        ],
        rows=[
            [_("Relationship"), _("Who took part"), _("Activity status")],
            *([name, str(signs.MARKS[mark]), str(signs.STATUSES[status])]
              for name, mark, status in rows),
        ],
    )  # fmt: skip


def _keys(found):
    drawn = (*signs.LIVE, signs.SILENT, signs.NOT_REPORTED)
    ordered = [mark for mark in signs.LEGEND if mark in drawn and mark in found]
    return [Key(str(signs.MARKS[mark]), mark=mark) for mark in ordered]


CHARTS: dict[str, Callable[[dict], ChartFile | None]] = {
    "likelihood": likelihood,
    "quadrant": quadrant,
    "trend": trend,
    "map": tie_map,
}
# Those that show single ties: not for somebody who reads sums alone.
OF_TIES = {"quadrant", "map"}
