"""Saying what became of an activity: held, called off, put off, made void; and taking it back."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.editing import hold
from accounts.models import Change
from activities.choices import Status
from activities.copying import KEPT
from activities.models import Activity
from activities.recording import record_activity, tell
from relationships.dates import PartialDate

# What saying so overwrites, and taking it back puts in its place again.
STATED = ("status", "reason_code", "reason_side", "reason_note", "decision_id", "recorded_date",
          "ask_again_date")  # fmt: skip
STAMP = ("updated_by", "updated_at", "version")
ASK_AGAIN_AFTER = timedelta(days=30)


@transaction.atomic
def state(
    *, activity: Activity, status: Status, by, today: date, version: int,
    reason_code="", reason_side="", reason_note="", decision=None,
) -> dict:  # fmt: skip
    """Record that ``activity`` now has ``status``; returns what it was, for ``take_back``.

    Outdated if the record has moved on from ``version``.
    """
    return _save(activity, by, version, {
        "status": status,
        "reason_code": reason_code,
        "reason_side": reason_side,
        "reason_note": reason_note,
        "decision_id": decision and decision.pk,
        "recorded_date": today,
        "ask_again_date": None,
    })  # fmt: skip


@transaction.atomic
def put_off_asking(*, activity: Activity, by, today: date, version: int) -> dict:
    """It is not known yet whether a planned activity took place; ask again in a month."""
    return _save(activity, by, version, {"ask_again_date": today + ASK_AGAIN_AFTER})


@transaction.atomic
def take_back(*, activity: Activity, before: dict, by, version: int) -> None:
    """Undo one of the acts above: the record says again what it said before."""
    field = activity._meta.get_field
    _save(activity, by, version, {name: field(name).to_python(before[name]) for name in before})


@transaction.atomic
def plan_anew(*, activity: Activity, day: PartialDate, by, today: date) -> Activity:
    """Plan for ``day`` what was postponed: a record of its own, so that the postponement stays."""
    same = {name: getattr(activity, name) for name in (*KEPT, "office", "title", "programme",
                                                      "lead_organisation")}  # fmt: skip
    note = _("Planned anew after it was postponed from %(day)s.")
    anew = Activity(**same, status=Status.PLANNED, recorded_date=today)
    anew.note = note % {"day": activity.starts.in_words()}
    anew.take_period(day, _end(activity, day))
    fields = activity.fields.values_list("field", flat=True)
    return record_activity(
        activity=anew, relationships=activity.relationships.all(), fields=fields, by=by
    )


def before_void(activity: Activity) -> dict:
    """What a void ``activity`` was, by its history; by its dates, where that does not say."""
    changes = Change.objects.of_record(activity).filter(action=Change.Action.UPDATE)
    voided = changes.filter(changes__status__1=Status.VOID).first()
    if voided is None:
        past = activity.end_date <= activity.recorded_date
        words = dict.fromkeys(("reason_code", "reason_side", "reason_note"), "")
        return words | {"status": Status.HELD if past else Status.PLANNED}
    names = {"status": "status", "reason_code": "reason_code", "reason_side": "reason_side",
             "reason_note": "reason_note", "decision": "decision_id"}  # fmt: skip
    return {
        name: voided.changes[told][0] if told in voided.changes else getattr(activity, name)
        for told, name in names.items()
    }


def _save(activity, by, version, values: dict) -> dict:
    hold(activity, version)
    before = {name: getattr(activity, name) for name in values}
    for name, value in values.items():
        setattr(activity, name, value)
    activity.validate_constraints()
    activity.stamp(by)
    activity.save(update_fields=[*values, *STAMP])
    tell(activity.relationships.values_list("pk", flat=True))
    return {name: str(kept) if isinstance(kept, date) else kept for name, kept in before.items()}


def _end(activity, day: PartialDate) -> PartialDate | None:
    """As long as it was meant to last, where both are known to the day."""
    if {day.precision, activity.start_precision, activity.end_precision} != {"day"}:
        return None
    return PartialDate(day.first + (activity.end_date - activity.start_date), "day")
