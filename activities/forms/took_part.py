from django import forms

from activities.forms.counts import COUNTS, PRESENCES, boxes, count_field
from activities.models import Activity


class TookPartForm(forms.ModelForm):
    """Only how many took part, where nothing else is missing."""

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Activity
        fields = [*COUNTS, *PRESENCES]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in COUNTS:
            self.fields[name] = count_field(Activity._meta.get_field(name))

    @property
    def boxes(self):
        return boxes(self)
