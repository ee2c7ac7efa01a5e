from django import forms
from django.utils.translation import gettext_lazy as _

from relationships.forms.people.contact import Tidy
from relationships.forms.promises import KeepsPromises
from relationships.models import City, Organisation
from relationships.models.people import OrganisationKind, Side
from twinportal.widgets import Chips, Combobox


class OrganisationForm(KeepsPromises, Tidy, forms.ModelForm):
    """A body that takes part, on one side."""

    website = forms.URLField(
        label=_("Website"), required=False, max_length=500, assume_scheme="https"
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    field_order = [
        "side", "name", "native_name", "native_language", "kind", "city", "website", "note",
    ]  # fmt: skip

    promised_under = {"organisation_once_per_side": "name"}

    class Meta:
        model = Organisation
        fields = [
            "side", "name", "native_name", "native_language", "kind", "city", "website", "note",
        ]  # fmt: skip
        widgets = {
            "side": Chips,
            "kind": Chips,
            "city": Combobox("city_lookup", only_chosen=True),
            "note": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {"side": _("On which side"), "kind": _("What it is")}
        help_texts = {
            "name": _("In Latin letters."),
            "native_language": _(
                "As on the web: ja, zh, ru. Chinese, Japanese and Korean names do without it."
            ),
        }
        error_messages = {
            "side": {"required": _("Say on which side it is.")},
            "name": {"required": _("An organisation needs a name.")},
            "kind": {"required": _("Say what it is.")},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["side"].choices = Side.choices
        self.fields["kind"].choices = OrganisationKind.choices
        self.fields["city"].queryset = City.objects.all()
        if self.instance.pk:
            self.initial["version"] = self.instance.version
