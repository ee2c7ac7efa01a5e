from django import forms
from django.utils.translation import gettext_lazy as _

from relationships.forms.day import DayField
from relationships.forms.promises import KeepsPromises
from relationships.models import Shock
from relationships.models.shock import ShockKind
from twinportal.widgets import Chips


class ShockForm(KeepsPromises, forms.ModelForm):
    """A shock that an office marks. ``today`` is the day in the office."""

    start_date = DayField(label=_("Began"), error_messages={"required": _("Say when it began.")})
    end_date = DayField(label=_("Ended"), required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    promised_under = {"shock_ends_after_it_begins": "end_date"}

    class Meta:
        model = Shock
        fields = ["name", "kind", "countries", "start_date", "end_date", "source"]
        widgets = {"kind": Chips, "source": forms.Textarea(attrs={"rows": 2})}
        labels = {"name": _("What happened"), "countries": _("Countries")}
        help_texts = {
            "name": _("In a few words, such as “Dispute over islands”."),
            "countries": _("The partners it concerns. None means all countries."),
        }
        error_messages = {
            "name": {"required": _("Say what happened.")},
            "kind": {"required": _("Choose what kind of shock it was.")},
        }

    def __init__(self, *args, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["kind"].choices = ShockKind.choices
        self.initial["version"] = self.instance.version

    def clean_start_date(self):
        start = self.cleaned_data["start_date"]
        if start > self.today:
            raise forms.ValidationError(_("It cannot begin after today."))
        return start
