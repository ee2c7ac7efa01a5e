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
            *_running(running, lines),
        ],
        notes=[_("A tie can be in both lines."), *_dotted(drawn.shocks)],
        period=page["period"],
    )


def _running(running, lines):
    if running:
        yield [f"{running.year} {_('to date')}", *(line.to_date for line in lines)]


def _dotted(shocks):
    if shocks:
        named = ", ".join(f"{drawn.shock.name} ({drawn.shock.year})" for drawn in shocks)
        yield f"{_('Dotted:')} {named}."
