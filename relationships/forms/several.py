from django import forms

from accounts.keys import as_key


class Several(forms.ModelMultipleChoiceField):
    """Several rows of a list. A number too long for any database is one that is not on it."""

    def clean(self, value):
        if isinstance(value, (list, tuple)):
            for key in value:
                if as_key(key) is None:
                    raise forms.ValidationError(
                        self.error_messages["invalid_choice"],
                        code="invalid_choice",
                        params={"value": key},
                    )
        return super().clean(value)
