"""Where the marks of a chart stand. Pure functions: values in, small frozen values out.

Lengths across are percent of the width of the drawing, so that one drawing fits a phone, a screen
and a sheet; lengths down are pixels. The templates in templates/marks/ turn them into SVG.
"""

from reports.charts.axes import ink_of
from reports.charts.bars import Bar, Bars, LikelihoodRow, bars
from reports.charts.dip import DipChart, dip_chart
from reports.charts.quadrant import Dot, Quadrant, QuadrantTie, quadrant
from reports.charts.strip import CELL, GAP, Strip, strip
from reports.charts.tie_map import TieMap, TieOnMap, tie_map
from reports.charts.trend import Trend, TrendLine, TrendShock, trend

__all__ = [
    "CELL",
    "GAP",
    "Bar",
    "Bars",
    "DipChart",
    "Dot",
    "LikelihoodRow",
    "Quadrant",
    "QuadrantTie",
    "Strip",
    "TieMap",
    "TieOnMap",
    "Trend",
    "TrendLine",
    "TrendShock",
    "bars",
    "dip_chart",
    "ink_of",
    "quadrant",
    "strip",
    "tie_map",
    "trend",
]
