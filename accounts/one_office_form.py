from django import forms
from django.utils.translation import gettext_lazy as _

from accounts.querysets import OfficeScopedQuerySet


class OneOfficeForm(forms.ModelForm):
    """What a record names belongs to its own office: no tag, body or tie of another."""

    def clean(self):
        cleaned = super().clean()
        named = [record for value in cleaned.values() for record in self._records(value)]
        offices = {getattr(record, "office", None) for record in named} - {None}
        if len(offices) > 1:
            raise forms.ValidationError(_("Everything in one record belongs to one office."))
        return cleaned

    def _records(self, value):
        return value if isinstance(value, OfficeScopedQuerySet) else [value]
