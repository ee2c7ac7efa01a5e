"""The daily round of an office: what fell due, what lies ahead, what is cleared, whom to tell."""

from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from accounts.models import Office
from relationships.models import Relationship
from reports.alerts import is_settled, raise_alert
from reports.due_years import DueYear, due_years, ties_left_in
from reports.evaluation import ANSWERABLE, evaluate_year
from reports.look_ahead import RULES, LookAhead
from reports.metrics import policy_year
from reports.models import Alert, AlertState, Message
from reports.outbox import write_digests
from reports.outlook import outlook, sleepers
from reports.resolution import resolve_cleared
from reports.summary import annual_summary


@dataclass
class Round:
    """What one round did. Alerts raised and resolved in the same round are in both lists."""

    office: Office
    as_of: date
    evaluated: list[DueYear] = field(default_factory=list)
    raised: list[Alert] = field(default_factory=list)
    woken: list[Alert] = field(default_factory=list)
    resolved: list[Alert] = field(default_factory=list)
    sleepers: list[LookAhead] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)

    @property
    def to_tell(self) -> list[Alert]:
        """What woke and is still open, and whatever is open of which nobody was told yet: raised
        today, or while the office had nobody to mail.
        """
        never = Alert.objects.of_office(self.office).filter(state=AlertState.OPEN).never_told()
        told = {alert.pk: alert for alert in never.filter(as_of__lte=self.as_of).order_by("pk")}
        resolved = {alert.pk for alert in self.resolved}
        for alert in self.woken:
            if alert.state == AlertState.OPEN and alert.pk not in resolved:
                told.setdefault(alert.pk, alert)
        return list(told.values())


@transaction.atomic
def make_round(
    *, office: Office, as_of: date, year: int | None = None, dry_run: bool = False, job_run=None
) -> Round:
    """Do what is due in ``office`` on the day ``as_of``, all of it or nothing.

    With ``year`` only that policy year is evaluated, for the ties not evaluated yet, and nothing
    is looked ahead to. A dry run does the same and takes it back. Two rounds at once are one:
    unique constraints decide, and the lock on the office only spares the second the work.
    """
    lock(office)
    done = Round(office, as_of)
    with translation.override(office.language):
        due = [ties_left_in(office, year)] if year is not None else due_years(office, as_of)
        for one in due:
            done.raised += evaluate_year(office=office, due=one, today=as_of, job_run=job_run)
            done.evaluated.append(one)
        if year is None:
            done.raised += _raise_ahead(office, as_of)
            done.sleepers = _sleepers(office, as_of)
            done.woken = _wake(office, as_of)
        done.resolved = resolve_cleared(office=office, as_of=as_of)
        for alert in done.raised:
            alert.refresh_from_db(fields=["state"])
        done.messages = write_digests(
            office=office, as_of=as_of, alerts=done.to_tell, sleepers=done.sleepers
        )
    if dry_run:
        transaction.set_rollback(True)
    return done


def lock(office: Office) -> None:
    """Let one round at a time be made in ``office``."""
    Office.objects.select_for_update().get(pk=office.pk)


def _answerable(office):
    return Relationship.objects.of_office(office).filter(legal_status__in=ANSWERABLE)


def _raise_ahead(office, as_of):
    ahead = outlook(ties=_answerable(office), office=office, as_of=as_of)
    raised = [
        raise_alert(
            relationship_id=one.relationship_id,
            kind=one.kind,
            period=one.period,
            as_of=as_of,
            figures=one.figures,
            rule=RULES[one.kind],
            today=as_of,
        )
        for one in ahead
        if not is_settled(one)
    ]
    return [alert for alert in raised if alert is not None]


def _sleepers(office, as_of):
    year = policy_year(as_of, office.fiscal_year_start_month)
    summary = annual_summary(year=year, as_of=as_of, relationships=_answerable(office))
    return sleepers(summary, as_of)


def _wake(office, as_of):
    over = Alert.objects.of_office(office).filter(
        state=AlertState.SNOOZED, snoozed_until__lte=as_of
    )
    woken = list(over.order_by("pk").select_for_update(of=("self",)))
    for alert in woken:
        alert.wake(note=_("The day to ask again has come."))
    return woken
