"""What people answer to an alert, and which answer may follow which."""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class AlertState(models.TextChoices):
    OPEN = "open", gettext_lazy("open")
    ACKNOWLEDGED = "acknowledged", gettext_lazy("seen")
    PLANNED = "planned", gettext_lazy("action planned")
    SNOOZED = "snoozed", gettext_lazy("snoozed")
    RESOLVED = "resolved", gettext_lazy("resolved")


NEXT = {
    AlertState.OPEN: {"acknowledged", "planned", "snoozed", "resolved"},
    AlertState.ACKNOWLEDGED: {"planned", "snoozed", "resolved"},
    AlertState.PLANNED: {"acknowledged", "planned", "snoozed", "resolved"},
    AlertState.SNOOZED: {"open", "acknowledged", "planned", "snoozed", "resolved"},
    AlertState.RESOLVED: set(),
}

# An activity that is still to take place.
AHEAD = {"idea", "planned", "postponed"}


class AnswerRefused(ValidationError):
    """The answer does not fit how the alert stands; the message says why."""


class Answering(models.Model):
    """The verbs of an alert. Each is one transaction and keeps who answered what, and why.

    ``seen`` is the state that the person had before their eyes (by default that of the object).
    If somebody else answered since, the answer is refused and says who it was. ``by`` is None
    where the portal itself acts.
    """

    class Meta:
        abstract = True

    def acknowledge(self, *, by, note="", seen=None):
        """Somebody has seen it; it stays on the desk."""
        self._move("acknowledged", by=by, note=note, seen=seen, planned_activity=None)

    def plan(self, *, by, activity=None, note="", seen=None):
        """Something will be done: ``activity``, one of the relationship's still to take place."""
        if activity is not None:
            self._refuse_as_plan(activity)
        self._move("planned", by=by, note=note, seen=seen, planned_activity=activity)

    def snooze(self, *, by, until: date, reason: str, on: date, seen=None):
        """Ask again on the day ``until``, which must lie after today, ``on``."""
        if until <= on:
            raise AnswerRefused(_("Choose a day after today to be asked again."))
        self._needs_words(reason, _("Say why the alert can wait."))
        self._move("snoozed", by=by, note=reason, seen=seen, snoozed_until=until)

    def resolve(self, *, by, note: str, activity=None, seen=None):
        """Close it for good, saying what resolved it: a note, and an activity if one did."""
        self._needs_words(note, _("Say what resolved the alert."))
        self._move(
            "resolved",
            by=by,
            note=note,
            seen=seen,
            resolved_by_activity=activity,
            resolved_at=timezone.now(),
        )

    def wake(self, *, note: str):
        """Open it again, its snooze being over."""
        self._move("open", by=None, note=note, seen="snoozed")

    def _needs_words(self, words, sentence):
        if not words.strip():
            raise AnswerRefused(sentence)

    def _refuse_as_plan(self, activity):
        shared = activity.activity_relationships.filter(relationship=self.relationship_id)
        if activity.status not in AHEAD or not shared.exists():
            raise AnswerRefused(
                _("Choose an activity of this relationship that is still to take place.")
            )

    @transaction.atomic
    def _move(self, to, *, by, note, seen, **changes):
        kept = type(self).objects.select_for_update().get(pk=self.pk)
        kept._refuse_if_answered_since(seen or self.state)
        kept._refuse_unless_next(to)
        for name, value in ({"snoozed_until": None} | changes | {"state": to}).items():
            setattr(self, name, value)
        self.save(update_fields=["state", "snoozed_until", *changes])
        self.steps.create(state=to, note=note.strip(), taken_by=by)

    def _refuse_if_answered_since(self, seen):
        if self.state == seen:
            return
        last = self.steps.select_related("taken_by").last()
        words = {"state": self.get_state_display()}
        if last and last.taken_by:
            sentence = _("%(who)s has answered this alert in the meantime: %(state)s.")
            words["who"] = str(last.taken_by)
        else:
            sentence = _("This alert has changed in the meantime: %(state)s.")
        raise AnswerRefused(sentence % words)

    def _refuse_unless_next(self, to):
        if self.state == AlertState.RESOLVED:
            raise AnswerRefused(_("This alert is resolved; it takes no further answer."))
        if to not in NEXT[self.state]:
            raise AnswerRefused(
                _("This alert already is: %(state)s.") % {"state": self.get_state_display()}
            )
