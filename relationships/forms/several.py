from django import forms


class Several(forms.ModelMultipleChoiceField):
    """Several rows of a list. A number too long for any database is one that is not on it."""

    def clean(self, value):
        if isinstance(value, (list, tuple)):
            for key in value:
                if not (str(key).isdecimal() and len(str(key)) < 19):
                    raise forms.ValidationError(
                        self.error_messages["invalid_choice"],
                        code="invalid_choice",
                        params={"value": key},
                    )
        return super().clean(value)
