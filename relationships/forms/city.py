from django import forms
from django.utils.translation import gettext_lazy as _

from relationships.city_search import near_matches
from relationships.forms.promises import KeepsPromises
from relationships.models import City


class CityForm(KeepsPromises, forms.ModelForm):
    """A city that is not on record yet. Cities that it may well be are shown before it is added."""

    is_none_of_them = forms.BooleanField(required=False, widget=forms.HiddenInput)

    promised_under = {
        "city_once_per_region": "name",
        "city_coordinates_whole_and_on_earth": "longitude",
    }

    class Meta:
        model = City
        fields = [
            "name", "native_name", "native_language", "country", "region", "kind",
            "latitude", "longitude",
        ]  # fmt: skip
        labels = {
            "native_name": _("Name in its own script"),
            "native_language": _("Language of that name"),
            "region": _("Region"),
        }
        help_texts = {
            "name": _("In Latin letters, as your office writes it."),
            "native_language": _("As on the web: zh, ja, ko, ru. Chinese, Japanese and Korean "
                                 "names are recognised without it."),
            "region": _("Province, state or prefecture: it tells cities of one name apart."),
            "latitude": _("In degrees, such as 31.3. North is positive."),
            "longitude": _("In degrees, such as 120.6. East is positive."),
        }  # fmt: skip
        error_messages = {
            "name": {"required": _("A city needs a name.")},
            "country": {"required": _("Choose the country.")},
        }

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean_region(self):
        return " ".join(self.cleaned_data["region"].split())

    def may_be(self) -> list[City]:
        """Cities on record that this one may well be, as far as nobody said it is none of them."""
        if not self.cleaned_data.get("name") or not self.cleaned_data.get("country"):
            return []
        return [] if self.cleaned_data["is_none_of_them"] else near_matches(self.instance)
