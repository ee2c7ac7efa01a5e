from django.utils.translation import gettext as _

from reports import charts
from reports.chart_files.chart_file import ChartFile


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
        notes=[_("A year can count in more than one row, so rows do not add up.")],
        period=page["period"],
    )  # fmt: skip


def _likelihood_row(name, note, found):
    percents = [found.percent, *found.interval] if found.is_enough else ["", "", ""]
    return [f"{name}, {note}" if note else name, found.n, found.of, *map(str, percents)]
