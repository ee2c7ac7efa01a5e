from django import forms
from django.utils.translation import gettext_lazy as _

from relationships.forms.partial_date import YEARS


class DayField(forms.DateField):
    """One whole day, by the calendar of the browser."""

    def __init__(self, **kwargs):
        limits = {"min": f"{YEARS[0]}-01-01", "max": f"{YEARS[-1]}-12-31"}
        picker = forms.DateInput(attrs={"type": "date", **limits}, format="%Y-%m-%d")
        super().__init__(widget=picker, **kwargs)

    def clean(self, value):
        """A browser without a calendar lets any year through."""
        day = super().clean(value)
        if day and day.year not in YEARS:
            raise forms.ValidationError(
                _("Give a year from %(first)s to %(last)s."),
                params={"first": YEARS[0], "last": YEARS[-1]},
            )
        return day
