from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext_lazy as _

from relationships.forms.day import DayField
from relationships.forms.people.contact import Tidy
from relationships.forms.several import Several
from relationships.models import Contact
from relationships.models.contact import NameOrder
from twinportal.widgets import Chips, Combobox


class HandoverForm(Tidy, forms.Form):
    """Until when ``leaving`` is in post, who comes after, and what that person takes over."""

    last_day = DayField(
        label=_("Last day in post"),
        error_messages={"required": _("Say until when the person is in post.")},
    )
    successor = forms.ModelChoiceField(
        label=_("Who takes over"),
        queryset=None,
        required=False,
        widget=Combobox(),
        help_text=_("Somebody on record; or put a new person on record below; or nobody yet."),
    )
    name_order = forms.ChoiceField(
        label=_("In their language"), choices=NameOrder.choices, required=False, widget=Chips
    )
    family_name = forms.CharField(label=_("Family name"), max_length=150, required=False)
    given_name = forms.CharField(label=_("Given name"), max_length=150, required=False)
    native_name = forms.CharField(label=_("Name in its own script"), max_length=150, required=False)
    post = forms.CharField(label=_("Post"), max_length=150, required=False)
    email = forms.EmailField(label=_("E-mail address"), required=False)
    relationships = Several(
        label=_("They take over"),
        queryset=None,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, leaving: Contact, others, ties, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.leaving = leaving
        self.fields["successor"].queryset = others
        self.fields["successor"].label_from_instance = in_one_line
        self.fields["relationships"].queryset = ties
        self.initial |= {
            "last_day": leaving.to_date or today,
            "post": leaving.post,
            "name_order": leaving.name_order,
            "relationships": [tie.pk for tie in ties],
            "version": leaving.version,
        }

    def clean(self):
        cleaned = super().clean()
        last_day = cleaned.get("last_day")
        if last_day and self.leaving.from_date and last_day < self.leaving.from_date:
            self.add_error("last_day", _("A post cannot end before it begins."))
        if cleaned.get("successor") and cleaned.get("family_name"):
            self.add_error("family_name", _("Choose somebody or add a new person, not both."))
        if cleaned.get("given_name") and not cleaned.get("family_name"):
            self.add_error("family_name", _("A contact needs a name."))
        return cleaned

    def who_comes(self) -> Contact | None:
        """Who comes after: on record, or new and not saved yet; None if that is not settled."""
        said = self.cleaned_data
        if said["successor"] or not said["family_name"]:
            return said["successor"]
        names = {
            name: said[name]
            for name in ["family_name", "given_name", "native_name", "post", "email"]
        }
        return Contact(
            office=self.leaving.office,
            organisation=self.leaving.organisation,
            side=self.leaving.side,
            name_order=said["name_order"] or self.leaving.name_order,
            from_date=said["last_day"] + timedelta(days=1),
            **names,
        )


def in_one_line(contact: Contact) -> str:
    return ", ".join(
        str(part)
        for part in (contact, contact.native_name, contact.post, contact.organisation)
        if part
    )
