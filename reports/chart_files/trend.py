from dataclasses import replace

from django.utils.translation import gettext as _

from reports import charts
from reports.chart_files.chart_file import ChartFile


def trend(page: dict) -> ChartFile | None:
    # A picture leaves the portal, so no point of it leads anywhere.
    lines = [replace(line, doors={}) for line in page["trend"]]
    running, shocks = page["summary"].running, page["shocks"]
    drawn = charts.trend(lines, running.year if running else None, shocks)
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
        notes=[_("A tie can be in both lines.")],
        period=page["period"],
    )
