from django import forms
from django.utils.translation import gettext_lazy as _

from activities.choices import Status
from relationships.models import Relationship

SHOWN = [choice for choice in Status.choices if choice[0] != Status.VOID]


class CalendarFilterForm(forms.Form):
    """Which entries the calendar shows. What is not on offer narrows nothing."""

    relationship = forms.ModelChoiceField(
        queryset=Relationship.objects.none(), label=_("Relationship"), required=False,
        empty_label=_("all"),
    )  # fmt: skip
    status = forms.ChoiceField(
        label=_("Status of activities"), choices=[("", _("all entries")), *SHOWN], required=False
    )

    def __init__(self, *args, user, office, **kwargs):
        super().__init__(*args, **kwargs)
        ties = Relationship.objects.visible_to(user, "relationships.view_relationship")
        self.fields["relationship"].queryset = ties.of_office(office).with_cities()

    def narrowed(self) -> dict:
        """For ``entries``: only what was asked for and is on offer."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
