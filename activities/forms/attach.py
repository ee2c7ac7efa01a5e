from django import forms
from django.utils.translation import gettext_lazy as _

from activities.attaching import TITLE_LENGTH, attach
from activities.choices import Evidence
from twinportal.uploads import DocumentsField


class AttachForm(forms.Form):
    """Files for an activity, one or several at once."""

    files = DocumentsField(
        label=_("Files"), error_messages={"required": _("Choose at least one file.")}
    )
    title = forms.CharField(
        label=_("Title"), required=False, max_length=TITLE_LENGTH,
        help_text=_("For a single file; without one it is called by its own name."),
    )  # fmt: skip
    documented = forms.BooleanField(
        label=_("These documents prove it: its evidence is “documented” from now on"),
        required=False,
    )

    def __init__(self, *args, activity, **kwargs):
        super().__init__(*args, **kwargs)
        if activity.evidence != Evidence.SELF_REPORTED:
            del self.fields["documented"]


class FilesBeside:
    """The files chosen in the form of an activity, kept with it when it is saved."""

    def __init__(self, form):
        self._form = form

    def save(self):
        activity = self._form.instance
        files = self._form.cleaned_data["files"]
        attach(activity=activity, files=files, by=activity.updated_by)
