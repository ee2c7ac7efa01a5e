from reports.api.alerts import AlertViewSet
from reports.api.summaries import SummaryView

__all__ = ["AlertViewSet", "SummaryView"]
