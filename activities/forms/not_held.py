from django import forms
from django.utils.translation import gettext_lazy as _

from activities.choices import Reason, ReasonSide, Status
from activities.forms.void import REASONS as RECORD_IS_WRONG
from relationships.forms.partial_date import PartialDateField
from relationships.models import Decision
from twinportal.widgets import Chips

STATUSES = [Status.CANCELLED, Status.POSTPONED, Status.DECLINED]
REASONS = [reason for reason in Reason if reason not in RECORD_IS_WRONG or reason == Reason.OTHER]


def offered(choices, empty=None):
    named = [(choice.value, choice.label) for choice in choices]
    return [("", empty), *named] if empty else named


class NotHeldForm(forms.Form):
    """Why an activity was not held, whose reason it was, and when it is to be instead.

    ``activity`` gives the decisions that may stand behind it; ``today`` is where its office is.
    """

    status = forms.ChoiceField(
        label=_("What became of it"),
        choices=offered(STATUSES),
        widget=Chips,
        error_messages={"required": _("Say whether it was cancelled, postponed or declined.")},
    )
    reason_code = forms.ChoiceField(
        label=_("Reason"),
        choices=offered(REASONS, _("Choose a reason")),
        error_messages={"required": _("Choose a reason; “Other” is one too.")},
    )
    reason_side = forms.ChoiceField(
        label=_("Whose reason"), choices=offered(ReasonSide, _("Not known")), required=False
    )
    reason_note = forms.CharField(
        label=_("In words"), required=False, max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip
    new_day = PartialDateField(
        label=_("New date, if there is one"),
        required=False,
        help_text=_("Only if it is postponed: it is then planned for this day as well."),
    )
    decision = forms.ModelChoiceField(
        Decision.objects.none(), label=_("Decision behind it"), required=False,
        empty_label=_("None"),
    )  # fmt: skip
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, activity, today, **kwargs):
        super().__init__(*args, **kwargs)
        self._today = today
        ties = activity.relationships.values("pk")
        decisions = Decision.objects.filter(relationship__in=ties)
        self.fields["decision"].queryset = decisions
        if not decisions.exists():
            del self.fields["decision"]

    def clean_new_day(self):
        day = self.cleaned_data["new_day"]
        if day and self.cleaned_data.get("status") != Status.POSTPONED:
            raise forms.ValidationError(_("Only what is postponed has a new date."))
        if day and day.last < self._today:
            raise forms.ValidationError(_("The new date lies in the past."))
        return day

    def said(self) -> dict:
        """What ``state`` records of it."""
        told = ("status", "reason_code", "reason_side", "reason_note")
        return {name: self.cleaned_data[name] for name in told} | {
            "decision": self.cleaned_data.get("decision")
        }
