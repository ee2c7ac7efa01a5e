from django import forms

from relationships.forms.partial_date import YEARS


class DayField(forms.DateField):
    """One whole day, by the calendar of the browser."""

    def __init__(self, **kwargs):
        limits = {"min": f"{YEARS[0]}-01-01", "max": f"{YEARS[-1]}-12-31"}
        picker = forms.DateInput(attrs={"type": "date", **limits}, format="%Y-%m-%d")
        super().__init__(widget=picker, **kwargs)
