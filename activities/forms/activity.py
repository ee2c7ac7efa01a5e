import json
from datetime import date

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms import Script
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from accounts.keys import as_key
from activities.choices import ActivityType, FieldOfWork, Group, Status, unnumbered
from activities.forms.attach import FilesBeside
from activities.forms.counts import COUNTS, PRESENCES, boxes, count_field
from activities.forms.lines import beside
from activities.forms.parts import parts
from activities.forms.ties import TieField
from activities.models import Activity, Programme
from activities.proposals import as_data
from relationships.forms.partial_date import PartialDateField
from twinportal.uploads import DocumentsField
from twinportal.widgets import Chips, Combobox

PERIOD = ["starts", "ends"]
SCRIPTS = [Script(f"twinportal/{name}.js", defer=True) for name in ["lines", "record"]]

# A wrong guess here would change a figure, so the officer answers.
OPEN_QUESTIONS = {"type", "direction", "government_role"}

# Under which box the sentence of a promise stands; the others stand over the whole form.
FIELD_OF_PROMISE = {
    "activity_ends_after_it_starts": "ends",
    "activity_held_is_past": "status",
    "activity_reason_only_if_not_held": "reason_code",
    "activity_void_says_why": "reason_code",
    "activity_has_a_title": "title",
    **{f"activity_{name}_not_negative": name for name in COUNTS},
    **{f"activity_{group}_known_or_not": group for group in Group.values},
}


class ActivityForm(forms.ModelForm):
    """What happened, in the order in which an officer tells it.

    ``ties`` and ``organisations`` are those that may be chosen, all of the activity's office;
    ``today`` is the day on which a status is stated. ``beside`` are the rows that stand under it,
    such as lines of money: valid and saved with it.
    """

    relationships = TieField(
        queryset=None,
        label=_("Relationship"),
        help_text=_("Several, if they did it together; in a plain list hold Ctrl, or Command."),
        error_messages={"required": _("Choose the relationship in which it happened.")},
    )
    starts = PartialDateField(
        label=_("First day"),
        help_text=_("2015-06-30, 30 June 2015, or only 2015-06 or 2015"),
        error_messages={"required": _("Say when it began, if only the year.")},
    )
    ends = PartialDateField(label=_("Last day"), required=False, help_text=_("If it lasted longer"))
    fields_of_work = forms.MultipleChoiceField(
        label=_("Fields of work"),
        choices=FieldOfWork.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    source_url = forms.URLField(
        label=_("Link"), required=False, max_length=1000, assume_scheme="https"
    )
    files = DocumentsField(label=_("Files"), required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    acknowledged = forms.CharField(required=False, widget=forms.HiddenInput)
    needs_files_again = False

    # As on the page, so that the list of errors is read from the top down.
    field_order = [
        "type", "relationships", "starts", "ends", "status", "title", *COUNTS, *PRESENCES,
        "government_role", "substance", "direction", "reason_code", "reason_side", "reason_note",
        "lead_organisation", "led_by", "programme", "place", "mode", "fields_of_work",
    ]  # fmt: skip

    class Meta:
        model = Activity
        fields = [
            "type", "title", "mode", "direction", "status",
            "reason_code", "reason_side", "reason_note", "government_role", "substance",
            *COUNTS, *PRESENCES, "led_by", "lead_organisation", "programme", "place", "evidence",
            "outcome", "source_url", "note",
        ]  # fmt: skip
        widgets = {
            "type": Chips,
            "direction": Chips,
            "government_role": Chips,
            "substance": Chips,
            "lead_organisation": Combobox,
            "programme": Combobox,
            **{name: forms.Textarea(attrs={"rows": 2}) for name in ["reason_note", "note"]},
            "outcome": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {
            "type": _("What kind"),
            "direction": _("Who travelled"),
            "status": _("It is"),
            "government_role": _("What did government do"),
            "substance": _("What it was"),
            **{
                unnumbered(group): format_lazy(_("{group}: number not known"), group=group.label)
                for group in Group
            },
        }
        help_texts = {
            "type": _("The kind proposes who took part. You can change it below."),
            "substance": _(
                "A greeting, a condolence or a courtesy call moves last contact, "
                "never last activity."
            ),
            "source_url": _("Where it can be read, such as a news page."),
        }
        error_messages = {
            "type": {"required": _("Choose what kind of activity it is.")},
            "title": {"required": _("An activity needs a title.")},
            "direction": {"required": _("Say who travelled.")},
            "government_role": {"required": _("Say what government did, if only “no part”.")},
        }

    def __init__(self, *args, ties, organisations, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["relationships"].offer(ties, self.instance.office)
        self.fields["lead_organisation"].queryset = organisations
        # In a combobox the empty choice is what stands in the box before something is typed.
        self.fields["lead_organisation"].empty_label = self.fields["programme"].empty_label = ""
        self.fields["programme"].queryset = Programme.objects.filter(relationship__in=ties)
        for name in COUNTS:
            self.fields[name] = count_field(Activity._meta.get_field(name))
        # Chips are a question, and a question has no empty answer to choose.
        self.fields["type"].choices = ActivityType.choices
        if self.instance.status != Status.VOID:
            self._offer_no_void()
        if self.instance.pk:
            self._show_what_is_kept()
        else:
            self._leave_open(OPEN_QUESTIONS - set(kwargs.get("initial") or ()))
        self.beside = beside(self.instance, self.data, self.files)

    def _offer_no_void(self):
        """A record is made void on a page of its own, with a reason."""
        choices = [choice for choice in Status.choices if choice[0] != Status.VOID]
        self.fields["status"].choices = choices

    def _show_what_is_kept(self):
        kept = self.instance
        whole = {"starts": kept.starts, "version": kept.version}
        if kept.ends != kept.starts:
            whole["ends"] = kept.ends
        whole["relationships"] = list(kept.relationships.values_list("pk", flat=True))
        whole["fields_of_work"] = list(kept.fields.values_list("field", flat=True))
        self.initial |= whole

    def _leave_open(self, names):
        self.initial |= dict.fromkeys(names, "")

    @property
    def media(self):
        return sum((rows.media for rows in self.beside), super().media + forms.Media(js=SCRIPTS))

    @property
    def wrong_lines(self) -> list[tuple]:
        """The faults of the rows beside, each with the title of its part and where it stands."""
        return [
            (rows.title, line[name] if name in line.fields else None, errors)
            for rows in self.beside
            if rows.is_bound
            for line in rows.forms
            for name, errors in line.errors.items()
        ]

    def is_valid(self):
        # Not in one expression: of every part the officer is told what to correct.
        parts = [super().is_valid(), *(rows.is_valid() for rows in self.beside if rows.is_bound)]
        return all(parts)

    @property
    def proposals(self) -> str:
        return json.dumps(as_data())

    def boxes(self):
        return boxes(self)

    def parts(self):
        return parts(self)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("starts") and "ends" not in self.errors:
            self.instance.take_period(cleaned["starts"], cleaned.get("ends"))
        if not self.instance.pk or {"status", *PERIOD} & set(self.changed_data):
            self.instance.recorded_date = self.today
        self._keep_the_programme_to_its_tie(cleaned)
        return cleaned

    def _keep_the_programme_to_its_tie(self, cleaned):
        programme, ties = cleaned.get("programme"), cleaned.get("relationships")
        if programme and ties is not None and programme.relationship not in ties:
            self.add_error("programme", _("This programme belongs to another relationship."))

    def _post_clean(self):
        super()._post_clean()
        # Django checks only promises whose columns all have a box, and says them over the form.
        self.errors.pop(NON_FIELD_ERRORS, None)
        self.validate_constraints()

    def validate_constraints(self):
        """The promises of the database, those on columns that no box shows included, each said
        where it can be kept.
        """
        at_fault = set(self.errors)
        for promise in Activity._meta.constraints:
            field = FIELD_OF_PROMISE.get(promise.name)
            if field in at_fault:
                continue  # what stands there is not what would be saved
            try:
                promise.validate(Activity, self.instance)
            except ValidationError as error:
                self.add_error(field, error.messages)

    def ask_for_files_again(self):
        """A browser sends the files it was given once; the officer is told where to choose them."""
        self.needs_files_again = True
        self["files"].help_text = _("Your files are not kept yet: choose them again here.")

    def clean_acknowledged(self) -> list[int]:
        keys = map(as_key, self.cleaned_data["acknowledged"].split(","))
        return [pk for pk in keys if pk is not None]

    def acknowledge(self, look_alikes):
        """Sent once more, it is recorded though these look like it."""
        self.data = self.data.copy()
        self.data["acknowledged"] = ",".join(str(one.pk) for one in look_alikes)

    def kept(self) -> dict:
        """What recording needs beside who records."""
        kept = {
            "activity": self.instance,
            "relationships": self.cleaned_data["relationships"],
            "fields": self.cleaned_data["fields_of_work"],
            "version": self.cleaned_data["version"],
            "beside": [*(rows for rows in self.beside if rows.is_bound), FilesBeside(self)],
        }
        if self.instance.pk:
            return kept
        return kept | {"acknowledged": self.cleaned_data["acknowledged"]}
