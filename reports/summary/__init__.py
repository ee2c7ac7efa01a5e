"""The annual summary of a set of relationships, a value."""

from reports.summary.annual import annual_summary
from reports.summary.findings import Finding
from reports.summary.values import (
    AFTER,
    BEFORE,
    NOT_REPORTED,
    RUNNING,
    SILENT,
    AnnualSummary,
    Period,
    Shared,
    Statement,
    TieSummary,
    YearOfTrend,
)

__all__ = [
    "AFTER",
    "BEFORE",
    "NOT_REPORTED",
    "RUNNING",
    "SILENT",
    "AnnualSummary",
    "Finding",
    "Period",
    "Shared",
    "Statement",
    "TieSummary",
    "YearOfTrend",
    "annual_summary",
]
