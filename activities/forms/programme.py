from django import forms
from django.utils.translation import gettext_lazy as _

from activities.models import Programme
from relationships.forms.promises import KeepsPromises
from relationships.models import Relationship
from twinportal.widgets import Combobox

FIRST_YEAR, LAST_YEAR = 1900, 2200
MOST_YEARS_BETWEEN = 50


def year_field(label, **kwargs):
    return forms.IntegerField(
        label=label,
        min_value=FIRST_YEAR,
        max_value=LAST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        **kwargs,
    )


class ProgrammeForm(KeepsPromises, forms.ModelForm):
    """What recurs between two cities, and how often. Its relationship is chosen once."""

    relationship = forms.ModelChoiceField(
        label=_("Relationship"),
        queryset=Relationship.objects.none(),
        empty_label=_("Choose one"),
        error_messages={"required": _("Choose the relationship in which it recurs.")},
        widget=Combobox("relationship_lookup"),
    )
    every_years = forms.IntegerField(
        label=_("Every how many years"),
        min_value=1,
        max_value=MOST_YEARS_BETWEEN,
        initial=1,
        help_text=_("1 is every year, 2 every other year."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    first_year = year_field(_("First year"))
    last_year = year_field(
        _("Last year"), required=False, help_text=_("Only if it is over, or its end is agreed.")
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    promised_under = {
        "programme_once_per_relationship": "name",
        "programme_recurs": "every_years",
        "programme_ends_after_it_begins": "last_year",
    }

    class Meta:
        model = Programme
        fields = ["relationship", "name", "every_years", "first_year", "last_year", "note"]
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        error_messages = {"name": {"required": _("Give the programme a name.")}}

    def __init__(self, *args, ties, office, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            del self.fields["relationship"]
            self.initial["version"] = self.instance.version
        else:
            self.fields["relationship"].queryset = ties
            self.fields["relationship"].widget.parameters = {"office": office.slug}


class EndForm(forms.Form):
    """The last year in which a programme is due; empty to let it go on."""

    last_year = year_field(_("Last year"), required=False)
    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args, programme, **kwargs):
        super().__init__(*args, **kwargs)
        self.programme = programme

    def clean_last_year(self):
        year = self.cleaned_data["last_year"]
        if year is not None and year < self.programme.first_year:
            raise forms.ValidationError(_("A programme cannot end before it begins."))
        return year
