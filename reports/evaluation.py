"""The yearly check: every tie of an office judged once for each policy year that is over."""

from collections.abc import Collection
from datetime import date

from relationships.models import Relationship
from reports.alerts import raise_alert
from reports.due_years import DueYear
from reports.evidence import Evidence
from reports.metrics import last_day
from reports.models import Alert, Evaluation
from reports.models.alert import AlertKind
from reports.programmes import missed_programmes
from reports.summary import annual_summary

# How the rules themselves are read, whatever the thresholds. A year that was evaluated under an
# older version stays as it was.
RULE_VERSION = 1

# The findings that deserve an alert; the others are told on the tie's page.
ALERTED = {
    AlertKind.INACTIVE,
    AlertKind.DORMANT,
    AlertKind.OFFICIAL_HEAVY,
    AlertKind.OFFICIAL_ONLY,
    AlertKind.VULNERABLE,
    AlertKind.NOT_REPORTED,
}
# Nobody needs to answer for a tie that is only proposed, has ended or is kept as history.
ANSWERABLE = {"in_force", "suspended"}


def evaluate_year(*, office, due: DueYear, today: date, job_run=None) -> list[Alert]:
    """Evaluate the ties of ``due`` as of the end of the year; returns the alerts raised.

    Part of a transaction of the caller's. Ties that another process evaluates at the same time
    are evaluated and raised by one of the two.
    """
    as_of = last_day(due.year, office.fiscal_year_start_month)
    ties = Relationship.objects.filter(pk__in=due.relationship_ids)
    summary = annual_summary(year=due.year, as_of=as_of, relationships=ties)
    evaluations = _keep_evaluations(summary.ties, due.year, as_of, job_run)
    answerable = _answerable(summary.ties)
    evidence = Evidence([tie.id for tie in answerable], as_of)
    raised = [
        raise_alert(
            relationship_id=tie.id,
            kind=finding.kind,
            period=str(due.year),
            as_of=as_of,
            figures=finding.figures,
            rule=finding.thresholds,
            policy_id=tie.policy_id,
            evaluation=evaluations[tie.id],
            activity_ids=evidence.behind(finding.kind, tie),
            today=today,
        )
        for tie in answerable
        for finding in tie.findings
        if finding.kind in ALERTED
    ]
    raised += [
        raise_alert(
            relationship_id=missed.relationship_id,
            kind=AlertKind.PROGRAMME_MISSED,
            period=f"{due.year}/programme-{missed.programme_id}",
            as_of=as_of,
            figures=missed.figures,
            rule={},
            evaluation=evaluations[missed.relationship_id],
            activity_ids=missed.activity_ids,
            today=today,
        )
        for missed in missed_programmes(answerable, due.year, as_of, evidence)
    ]
    return [alert for alert in raised if alert is not None]


def _keep_evaluations(ties: Collection, year, as_of, job_run) -> dict[int, Evaluation]:
    Evaluation.objects.bulk_create(
        (
            Evaluation(
                relationship_id=tie.id,
                year=year,
                rule_version=RULE_VERSION,
                policy_id=tie.policy_id,
                job_run=job_run,
                as_of=as_of,
                activity_status=tie.reading,
                figures=_figures(tie),
            )
            for tie in ties
        ),
        ignore_conflicts=True,
    )
    kept = Evaluation.objects.filter(
        relationship__in=[tie.id for tie in ties], year=year, rule_version=RULE_VERSION
    )
    return {evaluation.relationship_id: evaluation for evaluation in kept}


def _figures(tie):
    return {
        "legal_status": tie.legal_status,
        "last_activity": tie.last_activity and tie.last_activity.isoformat(),
        "last_contact": tie.last_contact and tie.last_contact.isoformat(),
        "months_since": tie.months_since,
        "counts": tie.counts._asdict(),
        "active_years": tie.active_years,
        "exposed_years": tie.exposed_years,
        "unreported_years": list(tie.unreported_years),
        "participants": tie.participants,
        "findings": [finding.kind for finding in tie.findings],
    }


def _answerable(ties):
    """Ties to answer for, both at the end of the year and now."""
    now = Relationship.objects.filter(
        pk__in=[tie.id for tie in ties], legal_status__in=ANSWERABLE
    ).values_list("pk", flat=True)
    still = set(now)
    return [tie for tie in ties if tie.legal_status in ANSWERABLE and tie.id in still]
