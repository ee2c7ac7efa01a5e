from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Language
from reports.editions.building import FIRST_YEAR, default_as_of, years_to_report


class EditionForm(forms.Form):
    """Which annual edition to make. ``today`` is the day in the office that asks."""

    year = forms.IntegerField(label=_("Policy year"), min_value=FIRST_YEAR)
    as_of = forms.DateField(
        label=_("As of"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("Empty: the last day of the year, or today while it is not over."),
    )
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices)

    def __init__(self, *args, office, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.office, self.today = office, today

    def clean_year(self):
        year = self.cleaned_data["year"]
        latest = years_to_report(office=self.office, today=self.today)[-1]
        if year > latest:
            raise forms.ValidationError(
                _("The year %(year)s has not begun; the latest is %(latest)s."),
                params={"year": year, "latest": latest},
            )
        return year

    def clean_as_of(self):
        as_of = self.cleaned_data["as_of"]
        if as_of and as_of > self.today:
            raise forms.ValidationError(_("This day lies in the future."))
        return as_of

    def clean(self):
        cleaned = super().clean()
        year, as_of = cleaned.get("year"), cleaned.get("as_of")
        if year and as_of and year not in years_to_report(office=self.office, today=as_of):
            self.add_error("as_of", _("The year had not begun on this day."))
        elif year and "as_of" in cleaned:
            cleaned["as_of"] = as_of or default_as_of(
                office=self.office, year=year, today=self.today
            )
        return cleaned


class RestatementForm(forms.Form):
    """Why an issued edition is corrected; the sentence is printed in the restatement."""

    reason = forms.CharField(
        label=_("Why is it restated?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences. They are printed in the restatement."),
    )
