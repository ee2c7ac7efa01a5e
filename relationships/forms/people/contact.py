from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from relationships.forms.day import DayField
from relationships.forms.promises import KeepsPromises
from relationships.forms.several import Several
from relationships.models import Contact, Organisation
from relationships.models.people import OrganisationKind, Side
from twinportal.widgets import Chips, Combobox, ComboboxMultiple

# Where the family name comes first; elsewhere the officer is asked.
FAMILY_NAME_FIRST = {"CN", "TW", "HK", "MO", "JP", "KR", "KP", "HU", "VN"}


class Tidy:
    """One space between words, none around them."""

    def clean(self):
        cleaned = super().clean()
        for name, value in cleaned.items():
            if isinstance(value, str) and isinstance(self.fields[name].widget, forms.TextInput):
                cleaned[name] = " ".join(value.split())
        return cleaned


class ContactForm(KeepsPromises, Tidy, forms.ModelForm):
    """A person of one side. ``relationships`` and ``organisations`` are those that may be chosen,
    ``today`` is the day in the office.
    """

    from_date = DayField(label=_("In post from"), required=False)
    to_date = DayField(
        label=_("In post until"), required=False, help_text=_("Empty while it goes on.")
    )
    verified_date = DayField(
        label=_("Verified on"),
        required=False,
        help_text=_("The last day on which somebody knew that all of this is right."),
    )
    notice_date = DayField(
        label=_("Told on"),
        required=False,
        help_text=_("When the person was told that your office keeps this."),
    )
    new_organisation = forms.CharField(
        label=_("Name of the new organisation"), max_length=200, required=False
    )
    new_organisation_kind = forms.ChoiceField(
        label=_("What it is"),
        choices=[("", "---------"), *OrganisationKind.choices],
        required=False,
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    field_order = [
        "side", "name_order", "family_name", "given_name", "native_name", "native_language",
        "salutation", "post", "organisation", "new_organisation", "new_organisation_kind",
        "relationships", "from_date", "to_date", "email", "phone", "reached_by", "verified_date",
        "source", "notice_date",
    ]  # fmt: skip

    promised_under = {
        "contact_leaves_after_arriving": "to_date",
        "contact_has_a_name": "family_name",
    }

    class Meta:
        model = Contact
        fields = [
            "side", "name_order", "family_name", "given_name", "native_name", "native_language",
            "salutation", "post", "organisation", "relationships", "from_date", "to_date",
            "email", "phone", "reached_by", "verified_date", "source", "notice_date",
        ]  # fmt: skip
        field_classes = {"relationships": Several}
        widgets = {
            "side": Chips,
            "name_order": Chips,
            "organisation": Combobox("organisation_lookup"),
            "relationships": ComboboxMultiple("relationship_lookup"),
        }
        labels = {
            "side": _("On which side"),
            "name_order": _("In their language"),
            "salutation": _("How they wish to be addressed"),
            "source": _("Where you have this from"),
        }
        help_texts = {
            "family_name": _(
                "In Latin letters. If you cannot tell which is which, write the whole name here."
            ),
            "native_language": _(
                "As on the web: ja, zh, ru. Chinese, Japanese and Korean names do without it."
            ),
            "relationships": _("Those in which they are somebody to turn to."),
        }
        error_messages = {
            "side": {"required": _("Say on which side the person works.")},
            "name_order": {"required": _("Say which of the names comes first.")},
            "family_name": {"required": _("A contact needs a name.")},
        }

    def __init__(self, *args, relationships, organisations, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        office = {"office": self.instance.office.slug}
        for name, rows in {"relationships": relationships, "organisation": organisations}.items():
            self.fields[name].queryset = rows
            self.fields[name].widget.parameters = office
        self.fields["family_name"].required = True
        self.fields["side"].choices = Side.choices
        if self.instance.pk:
            self.initial["version"] = self.instance.version
        else:
            told = kwargs.get("initial") or {}
            self.initial |= {"verified_date": today, "name_order": told.get("name_order", "")}

    def clean(self):
        cleaned = super().clean()
        for name in ["verified_date", "notice_date"]:
            if cleaned.get(name) and cleaned[name] > self.today:
                self.add_error(name, _("This day is still to come."))
        if cleaned.get("new_organisation"):
            if cleaned.get("organisation"):
                self.add_error(
                    "new_organisation", _("Choose an organisation or add one, not both.")
                )
            if not cleaned.get("new_organisation_kind"):
                self.add_error("new_organisation_kind", _("Say what kind it is."))
        return cleaned

    def kept(self) -> dict:
        """What ``record_contact`` needs beside who records."""
        return {
            "contact": self.instance,
            "relationships": self.cleaned_data["relationships"],
            "version": self.cleaned_data["version"],
            "organisation": self.organisation_to_add(),
        }

    def organisation_to_add(self) -> Organisation | None:
        name = self.cleaned_data["new_organisation"]
        if not name:
            return None
        return Organisation(
            office=self.instance.office,
            side=self.instance.side,
            name=name,
            kind=self.cleaned_data["new_organisation_kind"],
        )


def order_of_names(country: str) -> str:
    """Which name comes first where ``country`` settles it; else empty."""
    return "family" if country in FAMILY_NAME_FIRST else ""
