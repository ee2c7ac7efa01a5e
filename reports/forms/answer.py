from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from activities.models import Activity
from reports.models import Alert
from reports.models.answering import AHEAD, AnswerRefused


class Answer(models.TextChoices):
    SEEN = "seen", _("I have seen it")
    PLANNED = "planned", _("An activity is planned")
    SNOOZED = "snoozed", _("Ask again on a day")
    RESOLVED = "resolved", _("It is settled")


class AnswerForm(forms.Form):
    """One answer to ``alert``. ``today`` is the day in its office.

    ``seen`` carries the state that the person had before their eyes, so that an answer never
    overwrites one that somebody else gave in the meantime.
    """

    answer = forms.ChoiceField(label=_("Answer"), choices=Answer.choices, widget=forms.RadioSelect)
    activity = forms.ModelChoiceField(
        label=_("Planned activity"),
        queryset=Activity.objects.none(),
        required=False,
        empty_label=_("None of these"),
        help_text=_("One of this relationship's that is still to take place."),
        error_messages={"invalid_choice": _("Choose one of those offered.")},
    )
    until = forms.DateField(
        label=_("Ask again on"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    note = forms.CharField(
        label=_("Note"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody in the office can read it. Needed to snooze and to settle."),
    )
    seen = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, alert: Alert, today, **kwargs):
        super().__init__(*args, initial={"seen": alert.state}, **kwargs)
        self.alert, self.today = alert, today
        self.fields["activity"].queryset = (
            Activity.objects.of_office(alert.office)
            .of_relationship(alert.relationship)
            .filter(status__in=AHEAD)
            .order_by("start_date", "pk")
        )

    def clean(self):
        cleaned = super().clean()
        snoozes = cleaned.get("answer") == Answer.SNOOZED
        if snoozes and not cleaned.get("until") and "until" not in self.errors:
            self.add_error("until", _("Choose the day on which to be asked again."))
        return cleaned

    def give(self, by) -> bool:
        """Give the answer; False, with the reason among the errors, if the alert refuses it."""
        try:
            GIVE[self.cleaned_data["answer"]](self, by)
        except AnswerRefused as refusal:
            self.add_error(None, refusal)
            self._show_how_it_stands()
            return False
        return True

    def _show_how_it_stands(self):
        """The person now sees the state that the refusal tells of, and may answer to that."""
        self.alert.refresh_from_db()
        self.data = self.data.copy()
        self.data["seen"] = self.alert.state

    def _words(self):
        return {"note": self.cleaned_data["note"], "seen": self.cleaned_data["seen"]}

    def _seen(self, by):
        self.alert.acknowledge(by=by, **self._words())

    def _planned(self, by):
        self.alert.plan(by=by, activity=self.cleaned_data["activity"], **self._words())

    def _snoozed(self, by):
        self.alert.snooze(
            by=by,
            until=self.cleaned_data["until"],
            reason=self.cleaned_data["note"],
            on=self.today,
            seen=self.cleaned_data["seen"],
        )

    def _resolved(self, by):
        self.alert.resolve(by=by, **self._words())


GIVE = {
    Answer.SEEN: AnswerForm._seen,
    Answer.PLANNED: AnswerForm._planned,
    Answer.SNOOZED: AnswerForm._snoozed,
    Answer.RESOLVED: AnswerForm._resolved,
}
