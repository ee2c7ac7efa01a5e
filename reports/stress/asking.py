"""What a reader of the stress test may choose."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django_countries import countries

SCENARIOS = {
    "without_government": _("Government only"),
    "without_government_or_mixed": _("Government and mixed"),
}
STANDARD = "without_government"


class StressForm(forms.Form):
    """A country among those of the ties, and what stops. What it does not offer is not taken."""

    country = forms.ChoiceField(label=_("Partner's country"), required=False)
    scenario = forms.ChoiceField(
        label=_("What stops"), choices=list(SCENARIOS.items()), required=False
    )

    def __init__(self, *args, codes, **kwargs):
        super().__init__(*args, **kwargs)
        present = [(country.code, country.name) for country in countries if country.code in codes]
        self.fields["country"].choices = [("", _("All countries")), *present]

    def asked(self) -> dict[str, str]:
        """What was chosen, and the standard in place of what was not or is not offered."""
        self.full_clean()
        return {
            "country": self.cleaned_data.get("country", ""),
            "scenario": self.cleaned_data.get("scenario") or STANDARD,
        }
