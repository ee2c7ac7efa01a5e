from django import forms
from django.utils.translation import gettext_lazy as _

from activities.choices import Reason

# Those for which a record is wrong; the others are reasons why an activity was not held.
REASONS = [Reason.MISTAKE, Reason.DUPLICATE, Reason.OTHER]


class VoidForm(forms.Form):
    """Why a record no longer counts."""

    reason_code = forms.ChoiceField(
        label=_("Why"),
        choices=[(reason.value, reason.label) for reason in REASONS],
        widget=forms.RadioSelect,
        error_messages={"required": _("Say why the activity is made void.")},
    )
    reason_note = forms.CharField(
        label=_("In words"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
