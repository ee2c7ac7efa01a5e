from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from relationships.models import Contact, Organisation

FIELDS = {
    Contact: [
        "family_name", "given_name", "name_order", "native_name", "native_language", "salutation",
        "post", "organisation", "email", "phone", "reached_by", "from_date", "to_date",
        "verified_date", "source", "notice_date",
    ],
    Organisation: [
        "name", "native_name", "native_language", "kind", "city", "website", "note",
    ],
}  # fmt: skip
KEPT, MERGED = "kept", "merged"
CHANGED_MEANWHILE = _("Somebody changed one of the two meanwhile. Open this page again.")


class MergeForm(forms.Form):
    """Which of two records is right, box by box, where they differ.

    Beforehand that of the record which is kept is chosen, unless it is empty there.
    """

    kept_version = forms.IntegerField(widget=forms.HiddenInput)
    merged_version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, kept, merged, **kwargs):
        super().__init__(*args, **kwargs)
        self.kept, self.merged = kept, merged
        self.initial |= {"kept_version": kept.version, "merged_version": merged.version}
        self.same = []
        for name in FIELDS[type(kept)]:
            self._ask(kept._meta.get_field(name))

    def _ask(self, field):
        here, there = in_words(self.kept, field), in_words(self.merged, field)
        label = capfirst(field.verbose_name)
        if here == there:
            if here:
                self.same.append((label, here))
            return
        self.fields[field.name] = forms.ChoiceField(
            label=label,
            choices=[(KEPT, here or "–"), (MERGED, there or "–")],
            initial=KEPT if here else MERGED,
            widget=forms.RadioSelect,
        )

    def clean(self):
        cleaned = super().clean()
        seen = cleaned.get("kept_version"), cleaned.get("merged_version")
        if seen != (self.kept.version, self.merged.version):
            raise forms.ValidationError(CHANGED_MEANWHILE)
        return cleaned

    def values(self) -> dict:
        """What the kept record is to say where the two differ."""
        records = {KEPT: self.kept, MERGED: self.merged}
        chosen = {name: of for name, of in self.cleaned_data.items() if of in records}
        return {name: getattr(records[of], name) for name, of in chosen.items()}

    def versions(self) -> tuple[int, int]:
        return self.cleaned_data["kept_version"], self.cleaned_data["merged_version"]


def in_words(record, field) -> str:
    if field.choices:
        return str(getattr(record, f"get_{field.name}_display")())
    value = getattr(record, field.name)
    return "" if value is None else str(value)
