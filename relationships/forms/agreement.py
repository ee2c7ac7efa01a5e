from django import forms
from django.utils.translation import gettext_lazy as _

from relationships.forms.day import DayField
from relationships.forms.partial_date import PartialDateField
from relationships.forms.promises import KeepsPromises
from relationships.models import Agreement
from relationships.models.agreement import AgreementKind
from twinportal.uploads import DocumentField
from twinportal.widgets import Chips

MOST_NOTICE = 3660  # days: ten years


class AgreementForm(KeepsPromises, forms.ModelForm):
    """A paper signed within a relationship. It says nothing of the relationship's legal status."""

    signed_on = PartialDateField(
        label=_("Signed"),
        help_text=_("2015-06-30, or only 2015-06 or 2015"),
        error_messages={"required": _("Say when it was signed, if only the year.")},
    )
    effective_date = DayField(
        label=_("In effect from"), required=False, help_text=_("If not from its signing")
    )
    end_date = DayField(label=_("Ends"), required=False, help_text=_("Empty: without an end"))
    ended_date = DayField(label=_("Ended early on"), required=False)
    notice_days = forms.IntegerField(
        label=_("Days of notice"),
        required=False,
        min_value=1,
        max_value=MOST_NOTICE,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("Before the end; the portal warns of the last day."),
    )
    paper = DocumentField(label=_("Document"), required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    field_order = [
        "kind", "title", "signed_on", "effective_date", "end_date", "notice_days",
        "renews_by_itself", "supersedes", "paper", "signatories", "goals", "source",
        "ended_date", "ended_note",
    ]  # fmt: skip

    promised_under = {
        "agreement_ends_after_it_begins": "end_date",
        "agreement_notice_needs_an_end": "notice_days",
        "agreement_does_not_supersede_itself": "supersedes",
        "agreement_ends_early_within_its_term": "ended_date",
        "agreement_signed_first_day": "signed_on",
    }

    class Meta:
        model = Agreement
        fields = [
            "kind", "title", "effective_date", "end_date", "notice_days", "renews_by_itself",
            "supersedes", "signatories", "goals", "source", "ended_date", "ended_note",
        ]  # fmt: skip
        widgets = {
            "kind": Chips,
            **{
                name: forms.Textarea(attrs={"rows": 3})
                for name in ["signatories", "goals", "source", "ended_note"]
            },
        }
        labels = {"supersedes": _("Takes the place of")}
        help_texts = {
            "title": _("If it has a name of its own."),
            "signatories": _("Who signed, in which office; one on each line."),
            "supersedes": _("The earlier agreement that it renews or replaces."),
        }
        error_messages = {"kind": {"required": _("Choose what kind of agreement it is.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        agreement = self.instance
        self.fields["kind"].choices = AgreementKind.choices
        others = agreement.relationship.agreements.exclude(pk=agreement.pk)
        self.fields["supersedes"].queryset = others
        self.fields["supersedes"].empty_label = _("None")
        if agreement.pk:
            self.initial |= {"signed_on": agreement.signed, "version": agreement.version}
            self.fields["paper"].label = _("New document")

    def clean(self):
        cleaned = super().clean()
        if signed := cleaned.get("signed_on"):
            self.instance.signed_date = signed.first
            self.instance.signed_precision = signed.precision
        if cleaned.get("ended_note") and not cleaned.get("ended_date"):
            self.add_error("ended_date", _("Say on which day it ended."))
        self._keep_out_of_circles(cleaned.get("supersedes"))
        return cleaned

    def _keep_out_of_circles(self, earlier):
        """Two agreements cannot each take the place of the other, however long the way round."""
        seen = set()
        while self.instance.pk and earlier and earlier.pk not in seen:
            if earlier.supersedes_id == self.instance.pk:
                self.add_error("supersedes", _("That one takes the place of this agreement."))
                return
            seen.add(earlier.pk)
            earlier = earlier.supersedes

    def validate_constraints(self):
        if "signed_on" not in self.errors:
            super().validate_constraints()
