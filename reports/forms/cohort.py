from django import forms
from django.utils.translation import gettext_lazy as _

from relationships.models import Cohort


class CohortForm(forms.ModelForm):
    """What a cohort is called. Which ties are in it, the list that it is saved from says."""

    class Meta:
        model = Cohort
        fields = ["title", "description"]

    def __init__(self, *args, ties=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.ties = ties
        self.fields["title"].required = True
        self.fields["description"].widget.attrs["rows"] = 3

    def clean(self):
        if self.ties is not None and not self.ties:
            raise forms.ValidationError(_("The list is empty: there is no tie to keep."))
        return super().clean()
