"""What follows in reports when something is recorded in the rooms below."""

from django.db import transaction

from reports.models import Alert
from reports.models.answering import AnswerRefused
from reports.tasks import resolve_alerts


def queue_resolution(sender, relationship_ids, **kwargs):
    """Once it is committed, see whether what was recorded clears an alert.

    If the broker is away the daily round does it.
    """
    waiting = Alert.objects.unresolved().filter(relationship__in=relationship_ids)
    flagged = sorted(set(waiting.order_by().values_list("relationship", flat=True)))
    if flagged:
        transaction.on_commit(lambda: resolve_alerts.delay(relationship_ids=flagged), robust=True)


def answer_with_plan(sender, activity, alert_id, by, **kwargs):
    """Answer the alert from which ``activity`` was planned, if ``by`` may and it still waits.

    Whoever answered in the meantime has the word; the activity is on record either way.
    """
    alert = Alert.objects.visible_to(by, "reports.change_alert").filter(pk=alert_id).first()
    if alert is None:
        return
    try:
        alert.plan(by=by, activity=activity)
    except AnswerRefused:
        return
