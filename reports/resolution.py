"""Closing alerts whose condition no longer holds, saying what resolved each of them.

An alert is judged to the end by the rule it froze. For the official share the year under way
counts as well as the window, so that what an officer holds today can clear it today.
"""

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from activities.models import Activity
from relationships.models import Relationship
from relationships.models.relationship import LegalStatus
from reports.cleared import Cleared, Standing, what_cleared_finding, what_cleared_programme
from reports.cleared_ahead import what_cleared_ahead
from reports.evaluation import ANSWERABLE
from reports.evidence import Evidence
from reports.metrics import policy_year
from reports.models import Alert
from reports.models.alert import AlertKind
from reports.outlook import outlook
from reports.summary import annual_summary
from reports.wording import YEARLY


@transaction.atomic
def resolve_cleared(
    *, office, as_of: date, relationship_ids: Collection[int] | None = None
) -> list[Alert]:
    """Resolve what is cleared on the day ``as_of`` among the alerts raised as of then or before.

    ``relationship_ids`` limits it to these ties. Sentences are kept in the active language.
    """
    alerts = Alert.objects.of_office(office).unresolved().filter(as_of__lte=as_of)
    if relationship_ids is not None:
        alerts = alerts.filter(relationship__in=relationship_ids)
    alerts = list(alerts.order_by("pk").select_for_update(of=("self",)))
    if not alerts:
        return []
    find = _Finder(office, {alert.relationship_id for alert in alerts}, as_of)
    resolved = []
    for alert in alerts:
        if cleared := find.what_cleared(alert):
            activity = cleared.activity_id and Activity.objects.get(pk=cleared.activity_id)
            alert.resolve(by=None, note=cleared.note, activity=activity)
            resolved.append(alert)
    return resolved


class _Finder:
    """How some ties of an office stand on a day, against what their alerts say."""

    def __init__(self, office, relationship_ids, as_of):
        ties = Relationship.objects.filter(pk__in=relationship_ids)
        self.as_of = as_of
        self.legal = dict(ties.values_list("pk", "legal_status"))
        year = policy_year(as_of, office.fiscal_year_start_month)
        summary = annual_summary(year=year, as_of=as_of, relationships=ties)
        self.ties = {tie.id: tie for tie in summary.ties}
        self.evidence = Evidence(relationship_ids, as_of)
        self.ahead = {ahead.matter for ahead in outlook(ties=ties, office=office, as_of=as_of)}

    def what_cleared(self, alert) -> Cleared | None:
        status = self.legal[alert.relationship_id]
        if status not in ANSWERABLE:
            label = LegalStatus(status).label
            return Cleared(_("The legal status of the relationship is now: %s.") % label)
        standing = Standing(self.ties[alert.relationship_id], self.evidence, self.as_of)
        if alert.kind == AlertKind.PROGRAMME_MISSED:
            return what_cleared_programme(alert, standing)
        if alert.kind in YEARLY:
            return what_cleared_finding(alert, standing)
        return what_cleared_ahead(alert, self.ahead, self.as_of)
