from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Language
from reports.network.editions.building import as_of_network, years_of_network


class NetworkEditionForm(forms.Form):
    """Of which year and in which language an edition of the network is made."""

    year = forms.TypedChoiceField(label=_("Year"), coerce=int)
    language = forms.ChoiceField(label=_("Language"), choices=Language.choices)

    def __init__(self, *args, offices, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.offices, self.today = offices, today
        self.fields["year"].choices = [(year, year) for year in years_of_network(today)]

    def asked(self) -> dict:
        """Year, day and language of the edition."""
        year = self.cleaned_data["year"]
        as_of = as_of_network(offices=self.offices, year=year, today=self.today)
        return {"year": year, "as_of": as_of, "language": self.cleaned_data["language"]}
