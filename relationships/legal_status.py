"""The legal status of a relationship changes: what may follow what, since when, by which decision.

What was signed and what happens are two things: no activity changes the legal status, and no change
here touches an activity.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from relationships.dates import PartialDate
from relationships.models import Decision, LegalStatusChange, Relationship
from relationships.models.decision import Result
from relationships.models.relationship import LegalStatus

PROPOSED, IN_FORCE, SUSPENDED, ENDED, HISTORICAL = LegalStatus

MAY_FOLLOW = {
    PROPOSED: [IN_FORCE, ENDED, HISTORICAL],
    IN_FORCE: [SUSPENDED, ENDED, HISTORICAL],
    SUSPENDED: [IN_FORCE, ENDED, HISTORICAL],
    ENDED: [IN_FORCE, HISTORICAL],
    HISTORICAL: [IN_FORCE],
}


@transaction.atomic
def change_legal_status(
    *, relationship, to: str, since: PartialDate, by, today: date, decision=None, note=""
) -> LegalStatusChange:
    """Let ``relationship`` be ``to`` from ``since`` on, and keep the step in its history.

    ValidationError, with the sentence under ``status`` or ``since``, where that cannot be.
    """
    tie = Relationship.objects.select_for_update().get(pk=relationship.pk)
    check_change(tie, to=to, since=since, today=today, decision=decision)
    change = tie.record_legal_status(
        to, on=since.first, precision=since.precision, by=by, decision=decision, note=note
    )
    if to == IN_FORCE and tie.start_date is None:
        _begin(tie, since, by)
    return change


def check_change(tie, *, to: str, since: PartialDate, today: date, decision=None) -> None:
    """Raise the sentence that says why ``tie`` cannot be ``to`` from ``since`` on."""
    now = LegalStatus(tie.legal_status)
    if to == now:
        _refuse("status", _("The relationship is already %(status)s."), status=now.label)
    if to not in MAY_FOLLOW[now]:
        sentence = _("A relationship that is %(now)s cannot become %(status)s.")
        _refuse("status", sentence, now=now.label, status=LegalStatus(to).label)
    if decision and decision.result != Result.CARRIED:
        _refuse("status", _("Only a decision that was carried changes the legal status."))
    if decision and since.last < decision.decided_date:
        _refuse("since", _("The decision cannot change what was before it."))
    _check_order(tie, since, today)


def _check_order(tie, since: PartialDate, today: date) -> None:
    if since.first > today:
        sentence = _("%(day)s is still to come. Record the change when it has come.")
        _refuse("since", sentence, day=since.in_words())
    latest = tie.legal_status_changes.standing().order_by("date", "pk").last()
    if latest and since.first < latest.date:
        sentence = _("It is %(status)s since %(day)s; what follows cannot be earlier.")
        _refuse("since", sentence, status=latest.get_status_display(), day=latest.since.in_words())
    if tie.start_date and since.last < tie.start_date:
        sentence = _("The relationship dates from %(day)s; it cannot change before.")
        _refuse("since", sentence, day=tie.since.in_words())


def _refuse(field, sentence, **words):
    raise ValidationError({field: sentence % words})


def _begin(tie, since: PartialDate, by) -> None:
    """A relationship begins when it first comes into force."""
    tie.start_date, tie.start_precision = since.first, since.precision
    tie.stamp(by)
    tie.save()


@transaction.atomic
def record_decision(
    *, decision: Decision, by, today: date, legal_status="", since: PartialDate | None = None
) -> LegalStatusChange | None:
    """Keep what was decided and, with ``legal_status``, let it change the relationship's from
    ``since`` on, or from the day of the decision.
    """
    decision.stamp(by)
    decision.save()
    if not legal_status:
        return None
    return change_legal_status(
        relationship=decision.relationship,
        to=legal_status,
        since=since or PartialDate(decision.decided_date),
        by=by,
        today=today,
        decision=decision,
    )


@transaction.atomic
def take_back(*, change: LegalStatusChange, by) -> Relationship:
    """Undo the latest step of the legal history: the one before holds again, and the step stays on
    record as taken back. ValidationError if it is not the latest, or was taken back already.
    """
    tie = Relationship.objects.select_for_update().get(pk=change.relationship_id)
    steps = tie.legal_status_changes.standing().order_by("date", "pk")
    if steps.last() != change:
        raise ValidationError(_("Only the latest change of the legal status can be taken back."))
    change.taken_back_at, change.taken_back_by = timezone.now(), by
    change.save(update_fields=["taken_back_at", "taken_back_by"])
    if change.status_before == PROPOSED and tie.since == change.since:
        tie.start_date, tie.start_precision = None, "day"
    before = steps.last()
    tie.legal_status = before.status if before else change.status_before or IN_FORCE
    tie.stamp(by)
    tie.save()
    return tie
