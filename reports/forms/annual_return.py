from django import forms
from django.utils.translation import gettext_lazy as _

from reports.models.annual_return import ReturnState
from reports.returns import Word
from twinportal.widgets import Chips

# The largest version that a database keeps.
MOST = 2**31 - 1


class TieReturnForm(forms.Form):
    """What is said of one tie and year. ``seen`` is the version that the person reads."""

    state = forms.ChoiceField(
        label=_("What do you say?"),
        choices=[
            (ReturnState.RETURNED, _("That is all")),
            (ReturnState.NIL, _("Nothing happened")),
            (ReturnState.TAKEN_BACK, _("Not yet")),
        ],
        widget=Chips,
        error_messages={"required": _("Choose one of the three."),
                        "invalid_choice": _("Choose one of the three.")},
    )  # fmt: skip
    note = forms.CharField(label=_("Note"), required=False, max_length=1000)
    seen = forms.IntegerField(min_value=0, max_value=MOST, widget=forms.HiddenInput)

    @property
    def word(self) -> Word:
        return Word(**self.cleaned_data)


def form_of(row, data=None) -> TieReturnForm:
    """The form of a ``TieReturn``, filled with what stands or what its record proposes."""
    kept = row.kept
    initial = {
        "state": row.proposal,
        "note": kept.note if row.is_attested else "",
        "seen": kept.version if kept else 0,
    }
    return TieReturnForm(data, initial=initial, prefix=f"tie-{row.relationship.pk}")
