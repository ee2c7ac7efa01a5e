from urllib.parse import urlencode

from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.models import Office

WORDS = {True: "open", False: "closed"}


class RegisterForm(forms.ModelForm):
    """Whether everybody may read the register of an office, and on what terms.

    ``now`` is how the terms stand; a page carries it along as ``seen``, so that of two
    administrators the second is told what the first saved.
    """

    register = forms.ChoiceField(
        label=_("Public register"),
        choices=[
            ("closed", _("Closed: nobody outside the office sees anything")),
            ("open", _("Open: anybody may read it")),
        ],
        widget=forms.RadioSelect,
    )

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Office
        fields = ["publishes_titles", "register_licence"]

    field_order = ["register", "publishes_titles", "register_licence"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["register"] = WORDS[self.instance.has_public_register]
        self.now = urlencode(self.as_it_was())

    def clean_register(self):
        is_open = self.cleaned_data["register"] == "open"
        if is_open and self.instance.is_demonstration:
            raise forms.ValidationError(
                _("A demonstration has no public register: its record is made up.")
            )
        return is_open

    def clean(self):
        seen = self.cleaned_data.get("seen")
        if seen and seen != self.now:
            raise forms.ValidationError(self._what_somebody_saved())
        return super().clean()

    def _what_somebody_saved(self):
        was = self.initial
        titles = _("with titles") if was["publishes_titles"] else _("without titles")
        return _(
            "Somebody else saved these settings meanwhile: %(register)s; %(titles)s; %(licence)s. "
            "Your choice stands below; save again to put it in their place."
        ) % {
            "register": dict(self.fields["register"].choices)[was["register"]],
            "titles": titles,
            "licence": dict(self.fields["register_licence"].choices)[was["register_licence"]],
        }

    def save(self, commit=True):
        self.instance.has_public_register = self.cleaned_data["register"]
        return super().save(commit)

    def as_it_was(self) -> dict[str, str]:
        """What to send to take a saved form back."""
        was = {
            "register": self.initial["register"],
            "register_licence": self.initial["register_licence"],
        }
        return was | ({"publishes_titles": "on"} if self.initial["publishes_titles"] else {})
