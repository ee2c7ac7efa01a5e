from django import forms
from django.utils.translation import gettext_lazy as _

from activities.models import AidLine


class OtherLineField(forms.ModelChoiceField):
    def label_from_instance(self, line):
        quantity = f", {line.quantity.normalize():f} {line.unit}" if line.quantity else ""
        return f"{line}{quantity} ({line.activity}, {line.activity.starts.in_words()})"


class InReturnForm(forms.Form):
    """For which other aid of the same relationships a line was given in return.

    ``seen`` is what stood there when the form was read.
    """

    in_return_of = OtherLineField(
        queryset=AidLine.objects.none(),
        label=_("Given in return of"),
        required=False,
        empty_label=_("nothing"),
        error_messages={"invalid_choice": _("Choose one of those offered.")},
    )
    seen = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    def __init__(self, *args, line, others, **kwargs):
        kept = line.in_return_of_id
        initial = {"in_return_of": kept, "seen": str(kept or "")}
        super().__init__(*args, initial=initial, **kwargs)
        self.line = line
        self.fields["in_return_of"].queryset = others

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("seen", "") != str(self.line.in_return_of_id or ""):
            kept = self.line.in_return_of
            said = _(
                "Somebody changed this meanwhile; it now says: %(kept)s. Save again for yours."
            )
            raise forms.ValidationError(said % {"kept": kept or _("nothing")})
        return cleaned
