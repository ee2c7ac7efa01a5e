"""The boxes for how many took part."""

from django import forms
from django.utils.translation import gettext_lazy as _

from activities.choices import Group, unnumbered

# A city has fewer people than this; sums of ten groups still fit the column.
MOST = 100_000_000
CUTS = ["travellers", "minors", "women"]
COUNTS = [*Group.values, *CUTS]
PRESENCES = [unnumbered(group) for group in Group.values]


def count_field(model_field) -> forms.IntegerField:
    """A whole number of people, or nothing where it is not known."""
    return forms.IntegerField(
        label=model_field.verbose_name,
        required=False,
        min_value=0,
        max_value=MOST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "invalid": _("Write a whole number, or leave it blank."),
            "min_value": _("A number of people cannot be negative."),
            "max_value": _("So many people cannot have taken part; check the number."),
        },
    )


def boxes(form) -> list[tuple]:
    """For each group its label, the box for its number and the box “number not known”."""
    return [(group.label, form[group.value], form[unnumbered(group)]) for group in Group]
