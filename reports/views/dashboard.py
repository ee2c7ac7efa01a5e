from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.current_office import office_for, today_in
from accounts.models import Office
from accounts.permissions import require_sums
from activities.choices import FieldOfWork
from relationships.models import Relationship
from reports.dashboard import (
    flag_lists,
    likelihood_rows,
    shock_lines,
    standing_lists,
    trend_lines,
)
from reports.dashboard_doors import Doors
from reports.dashboard_filter import DashboardFilter
from reports.likelihood_table import likelihood_table
from reports.map_of_ties import map_of_ties
from reports.metrics import last_complete_year, last_day
from reports.quadrant import quadrant_of
from reports.statement import not_reported_years, statement
from reports.summary import annual_summary

YEARS_BACK = 20
OPEN = ["year", "years", "country"]
FOLDED = ["region", "tier", "field", "owner"]
# Of somebody who reads sums alone: narrowed to one tie, a sum would be that tie's.
OF_SUMS = ["year", "years", "field"]


@require_safe
def dashboard(request):
    """Which ties work? One office, as of today or of the end of the policy year asked for."""
    office = office_for(request, "reports.view_summary")
    require_sums(request.user, office)
    view = DashboardView(request, office)
    return render(request, "reports/dashboard.html", view.context())


class DashboardView:
    """What is asked for, and the two summaries that answer.

    Over another window, or in one field of work, statuses and flags mean nothing: they are told
    by the ``whole`` summary, and the rest by ``summary``. Without either both are one.
    """

    def __init__(self, request, office):
        self.request, self.office, today = request, office, today_in(office)
        first_month = office.fiscal_year_start_month
        latest = last_complete_year(today, first_month)
        ties = Relationship.objects.visible_to(request.user).of_office(office)
        years = range(latest, latest - YEARS_BACK, -1)
        # A network viewer reads aggregates: no list of ties, no door to rows.
        self.may_open = request.user.has_perm("relationships.view_relationship", office)
        offered = [*OPEN, *FOLDED] if self.may_open else OF_SUMS
        given = {name: request.GET[name] for name in offered if name in request.GET}
        self.filter = DashboardFilter(given, ties, request=request, years=years)
        asked = self.filter.asked
        self.year = int(asked("year") or 0)
        self.as_of = last_day(self.year, first_month) if self.year else today
        self.field, self.window = asked("field") or "", int(asked("years") or 0)
        self.whole = self._summary(year=self.year or latest)
        self.summary = self.whole
        if self.field or self.window:
            self.summary = self._summary(
                year=self.year or latest, field=self.field, window_years=self.window or None
            )

    def _summary(self, **asked):
        return annual_summary(
            as_of=self.as_of, relationships=self.filter.qs, trend=YEARS_BACK, **asked
        )

    def context(self):
        doors = Doors(self.office, self.filter, is_open=self.may_open, is_today=not self.year)
        rows = self._rows(doors) if self.may_open else {"quadrant": None}
        return rows | self._figures(doors) | self._frame()

    def _figures(self, doors):
        summary = self.summary
        return {
            "summary": summary,
            "statement": statement(self.whole if self.field else summary),
            "likelihoods": likelihood_rows(summary, doors.activities),
            "likelihood_table": likelihood_table(summary, doors.activities),
            "note": self._note(),
            "trend": trend_lines(summary, doors.year),
            "running_year": summary.running.year if summary.running else None,
            "shocks": shock_lines(self.office, summary),
            "period": _period(summary),
        }

    def _rows(self, doors):
        return {
            "map": map_of_ties(self.whole.ties),
            "ties_address": doors.ties(),
            "quadrant": quadrant_of(self.summary, field=self.field),
            "standing": standing_lists(self.whole, doors.ties),
            "flagged": flag_lists(self.whole, doors.ties),
        }

    def _frame(self):
        form = self.filter.form
        return {
            "office": self.office,
            "offices": Office.objects.visible_to(self.request.user, "reports.view_summary"),
            "as_of": self.as_of,
            "filter": self.filter,
            "field_label": dict(FieldOfWork.choices).get(self.field),
            "has_own_window": bool(self.window),
            "open_fields": [form[name] for name in (OPEN if self.may_open else OF_SUMS)],
            "folded_fields": [form[name] for name in FOLDED if self.may_open],
            "is_folded": not any(self.request.GET.get(name) for name in FOLDED),
            "is_filtered": any(self.filter.asked(name) for name in DashboardFilter.OF_TIES),
            "chart_query": self._chart_query(),
            "hidden_fields": [("office", slug)] if (slug := self.request.GET.get("office")) else [],
        }

    def _chart_query(self):
        """What a file of a chart is asked with, to show what the page shows."""
        query = self.request.GET.copy()
        query["office"] = self.office.slug
        return query.urlencode()

    def _note(self):
        count = self.summary.statement.not_reported_pair_years
        return "" if self.field else not_reported_years(count)


def _period(summary):
    if not summary.window:
        return ""
    return _("%(first)s to %(last)s") % {"first": summary.window[0], "last": summary.window[-1]}
