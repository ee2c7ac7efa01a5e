"""Where the figures of a dashboard lead: lists of the portal, narrowed as the dashboard is."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from accounts.models import Office
from reports.dashboard_filter import DashboardFilter
from reports.summary import AnnualSummary


@dataclass(frozen=True, slots=True)
class Doors:
    """``is_open`` is False for somebody who reads sums and no rows: every address is empty then.

    ``is_today`` is False for a look from another day, of which no list of ties tells.
    """

    office: Office
    filter: DashboardFilter
    is_open: bool
    is_today: bool

    def activities(self, summary: AnnualSummary, **narrowed) -> str:
        """The live activities that touch the window of ``summary``."""
        query = {"live": "true", **self.filter.carried(DashboardFilter.OF_ACTIVITIES), **narrowed}
        if summary.periods:
            period = summary.periods[0]
            query |= {"date_from": period.first_day, "date_to": period.last_day}
        return self._to("activity_list", query)

    def year(self, year: int, **narrowed) -> str:
        """The live activities of one policy year."""
        carried = self.filter.carried(DashboardFilter.OF_ACTIVITIES)
        return self._to("activity_list", {"live": "true", "year": year, **carried, **narrowed})

    def ties(self, **narrowed) -> str:
        if not self.is_today:
            return ""
        carried = self.filter.carried(DashboardFilter.OF_TIES)
        return self._to("relationship_list", {**carried, **narrowed})

    def _to(self, page, query):
        if not self.is_open:
            return ""
        return f"{reverse(page)}?{urlencode({'office': self.office.slug, **query})}"
