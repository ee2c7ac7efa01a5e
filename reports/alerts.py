"""Raising an alert: once for each relationship, kind and period, whoever runs how often."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from activities.choices import Status
from reports.models import Alert, AlertState, AlertStep
from reports.models.alert import AlertKind

# An older alert of one of these kinds gives way to a newer one: the desk asks once for a tie.
GIVES_WAY = {
    AlertKind.INACTIVE: {"inactive", "dormant", "not_reported"},
    AlertKind.NOT_REPORTED: {"inactive", "dormant", "not_reported"},
}


@transaction.atomic
def raise_alert(
    *,
    relationship_id: int,
    kind: str,
    period: str,
    as_of: date,
    figures: Mapping[str, Any],
    rule: Mapping[str, Any],
    policy_id: int | None = None,
    evaluation=None,
    activity_ids: Iterable[int] = (),
    today: date,
) -> Alert | None:
    """Keep an alert with its figures, rule and rows frozen; None if it is already raised.

    Of the unresolved alerts about the same matter the newest stays; the others give way to it.
    If one of them is snoozed to a day after ``today`` or waits for an activity still to come,
    the one that stays does so too.
    """
    alert, is_new = Alert.objects.get_or_create(
        relationship_id=relationship_id,
        kind=kind,
        period=period,
        defaults={
            "as_of": as_of,
            "figures": figures,
            "rule": rule,
            "policy_id": policy_id,
            "evaluation": evaluation,
        },
    )
    if not is_new:
        return None
    alert.activities.add(*activity_ids)
    _keep_the_newest(alert, today)
    return alert


def is_settled(ahead) -> bool:
    """Somebody has answered for good what lies ahead, at an earlier step."""
    relationship_id, kind, day, subject = ahead.matter
    period = "/".join(part for part in (day, subject) if part)
    return AlertStep.objects.filter(
        alert__relationship=relationship_id,
        alert__kind=kind,
        alert__period__startswith=f"{period}/",
        state=AlertState.RESOLVED,
        taken_by__isnull=False,
    ).exists()


def subject_of(period: str) -> str:
    """The record that a period names, such as agreement-7; empty if it is the tie itself."""
    return next((part for part in period.split("/")[1:] if not part.isdigit()), "")


def _keep_the_newest(alert, today):
    kinds = GIVES_WAY.get(alert.kind, {alert.kind})
    others = Alert.objects.unresolved().filter(relationship=alert.relationship_id, kind__in=kinds)
    subject = subject_of(alert.period)
    same = [one for one in others.select_for_update() if subject_of(one.period) == subject]
    newest = max(same, key=lambda one: (one.as_of, one.pk))
    for older in same:
        if older != newest:
            _carry_over(older, newest, today)
            older.resolve(by=None, note=_give_way_note(newest))
    alert.refresh_from_db(fields=["state"])


def _carry_over(older, alert, today):
    if alert.state != AlertState.OPEN:
        return
    note = older.steps.last().note if older.steps.exists() else ""
    if older.state == AlertState.SNOOZED and older.snoozed_until > today:
        alert.snooze(by=None, until=older.snoozed_until, reason=_carried(note), on=today)
    elif older.state == AlertState.PLANNED and _is_still_to_come(older.planned_activity, today):
        alert.plan(by=None, activity=older.planned_activity, note=_carried(note))


def _is_still_to_come(activity, today):
    return (
        activity is not None
        and activity.status in {Status.IDEA, Status.PLANNED, Status.POSTPONED}
        and activity.end_date >= today
    )


def _carried(note):
    return _("Taken over from the alert before: %(note)s") % {"note": note or "–"}


def _give_way_note(alert):
    return _("A newer alert takes its place: %(kind)s, %(period)s.") % {
        "kind": alert.get_kind_display(),
        "period": alert.period.split("/")[0],
    }
