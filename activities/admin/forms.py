from django import forms
from django.contrib.admin.helpers import ActionForm
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from accounts.current_office import today_in
from accounts.one_office_form import OneOfficeForm
from activities.forms.void import REASONS
from relationships.forms.partial_date import PartialDateField

DATES = {"start_date", "start_precision", "end_date", "end_precision", "recorded_date"}
BLANK = ("", "---------")


def day_of_statement(office):
    """Today where the office is; a reference record has none and goes by universal time."""
    return today_in(office) if office else timezone.now().date()


class ActivityForm(OneOfficeForm):
    """Its dates are typed as they are known; the day of the statement is noted by itself."""

    starts = PartialDateField(label=_("Start"), help_text=_("2015, 2015-06 or 2015-06-30"))
    ends = PartialDateField(label=_("End"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial |= {"starts": self.instance.starts, "ends": self.instance.ends}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("starts") and "ends" not in self.errors:
            self.instance.take_period(cleaned["starts"], cleaned.get("ends"))
        if not self.instance.pk or {"status", "starts", "ends"} & set(self.changed_data):
            self.instance.recorded_date = day_of_statement(cleaned.get("office"))
        return cleaned

    def _get_validation_exclusions(self):
        """Dates that could be read are checked like columns with a box of their own."""
        excluded = super()._get_validation_exclusions()
        return excluded - DATES if self.instance.start_date else excluded


class VoidForm(ActionForm):
    """Beside the list of actions: why the chosen activities are made void."""

    reason = forms.ChoiceField(
        label=_("Reason for making void"),
        required=False,
        choices=[BLANK, *((reason.value, reason.label) for reason in REASONS)],
    )
