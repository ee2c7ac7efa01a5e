"""The charts that can be taken away. Their values are those of the page."""

from collections.abc import Callable

from reports.chart_files.chart_file import ChartFile
from reports.chart_files.likelihood import likelihood
from reports.chart_files.quadrant import quadrant
from reports.chart_files.tie_map import tie_map
from reports.chart_files.trend import trend

# Each makes its file of the values of the dashboard; None where there is nothing to draw.
CHARTS: dict[str, Callable[[dict], ChartFile | None]] = {
    "likelihood": likelihood,
    "quadrant": quadrant,
    "trend": trend,
    "map": tie_map,
}
# Those that show single ties: not for somebody who reads sums alone.
OF_TIES = {"quadrant", "map"}
