from datetime import date

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from relationships.forms.day import DayField
from relationships.forms.partial_date import PartialDateField
from relationships.legal_status import MAY_FOLLOW
from relationships.models import Decision
from relationships.models.decision import Result
from relationships.models.relationship import LegalStatus
from twinportal.widgets import Chips

VOTES = ["votes_for", "votes_against", "abstentions"]
MOST_VOTES = 9999


def statuses_after(relationship) -> list[tuple[str, str]]:
    """What the legal status may become, in words."""
    follow = MAY_FOLLOW[LegalStatus(relationship.legal_status)]
    return [(status.value, status.label.capitalize()) for status in follow]


class LegalStatusForm(forms.Form):
    """A change of the legal status for which there was no decision, with its reason."""

    status = forms.ChoiceField(
        label=_("It becomes"),
        widget=Chips,
        error_messages={"required": _("Choose what it becomes.")},
    )
    since = PartialDateField(
        label=_("From"),
        help_text=_("2015-06-30, or only 2015-06 or 2015"),
        error_messages={"required": _("Say from when, if only the year.")},
    )
    note = forms.CharField(
        label=_("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Without a decision a change needs its reason.")},
    )

    def __init__(self, *args, relationship, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["status"].choices = statuses_after(relationship)


class DecisionForm(forms.ModelForm):
    """What a council or committee decided; a new one that was carried may change the legal status.

    ``today`` is the day in the office.
    """

    decided_date = DayField(
        label=_("Day"), error_messages={"required": _("Say on which day it was decided.")}
    )
    status = forms.ChoiceField(label=_("It changes the legal status to"), required=False)
    since = PartialDateField(
        label=_("From"),
        required=False,
        help_text=_("2015-06-30, or only 2015-06 or 2015. Empty: the day of the decision."),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    field_order = ["body", "decided_date", "motion", "result", *VOTES, "minutes_url"]

    class Meta:
        model = Decision
        fields = ["body", "decided_date", "motion", "result", *VOTES, "minutes_url"]
        widgets = {"motion": forms.Textarea(attrs={"rows": 3}), "result": Chips}
        labels = {"body": _("Who decided"), "result": _("It was"), "minutes_url": _("Minutes")}
        help_texts = {
            "body": _("The council or committee, such as “City Council”."),
            "motion": _("What was moved, in its own words or in short."),
            "minutes_url": _("Where they can be read."),
        }
        error_messages = {
            "body": {"required": _("Say who decided.")},
            "motion": {"required": _("Say what was moved.")},
            "result": {"required": _("Say what came of the motion.")},
        }

    def __init__(self, *args, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["result"].choices = [(one.value, one.label.capitalize()) for one in Result]
        for name in VOTES:
            self.fields[name] = self._votes(name)
        if self.instance.pk:
            self.initial["version"] = self.instance.version
            del self.fields["status"], self.fields["since"]
        else:
            unchanged = [("", _("No change"))]
            self.fields["status"].choices = unchanged + statuses_after(self.instance.relationship)

    def _votes(self, name):
        return forms.IntegerField(
            label=capfirst(Decision._meta.get_field(name).verbose_name),
            required=False,
            min_value=0,
            max_value=MOST_VOTES,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        )

    def clean_decided_date(self):
        day = self.cleaned_data["decided_date"]
        if day > self.today:
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("since") and not cleaned.get("status") and "status" not in self.errors:
            self.add_error("status", _("Choose what it becomes, or leave the day empty."))
        if self.instance.pk and {"result", "decided_date"} & set(self.changed_data):
            self._keep_what_hangs_on_it(cleaned)
        return cleaned

    def _keep_what_hangs_on_it(self, cleaned):
        change = self.instance.legal_status_changes.standing().first()
        if change and cleaned.get("result") and cleaned["result"] != Result.CARRIED:
            sentence = _("This decision changed the legal status. Take that back first.")
            self.add_error("result", sentence)
        decided = cleaned.get("decided_date")
        if change and decided and decided > change.since.last:
            sentence = _("The legal status changed by this decision before that day.")
            self.add_error("decided_date", sentence)
