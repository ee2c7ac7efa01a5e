from django import forms
from django.utils.translation import gettext_lazy as _

from relationships.forms.day import DayField
from relationships.forms.partial_date import PartialDateField
from relationships.forms.promises import KeepsPromises
from relationships.models import Leader
from relationships.models.leader import Post
from twinportal.widgets import Chips


class LeaderForm(KeepsPromises, forms.ModelForm):
    """A term of a leader of one of ``cities``, from the public record."""

    since = PartialDateField(
        label=_("In office from"),
        help_text=_("2015-06-30, or only 2015-06 or 2015"),
        error_messages={"required": _("Say from when, if only the year.")},
    )
    to_date = DayField(label=_("In office until"), required=False)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    promised_under = {
        "leader_one_at_a_time": "since",
        "leader_leaves_after_arriving": "to_date",
        "leader_from_first_day": "since",
    }
    field_order = ["city", "post", "name", "native_name", "since", "to_date", "source"]

    class Meta:
        model = Leader
        fields = ["city", "post", "name", "native_name", "to_date", "source"]
        widgets = {"post": Chips, "source": forms.Textarea(attrs={"rows": 2})}
        labels = {
            "city": _("City"),
            "name": _("Name"),
            "native_name": _("Name in its own script"),
            "source": _("Source"),
        }
        help_texts = {
            "source": _("Where the public record says so: a link, or the name of the paper.")
        }
        error_messages = {
            "city": {"required": _("Choose the city.")},
            "post": {"required": _("Choose the post.")},
            "name": {"required": _("A leader needs a name.")},
            "source": {"required": _("Say where the public record says so.")},
        }

    def __init__(self, *args, cities, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["city"].queryset = cities.order_by("name", "pk")
        self.fields["post"].choices = Post.choices
        self.fields["source"].required = True
        self.initial["version"] = self.instance.version
        if self.instance.pk:
            self.initial["since"] = self.instance.since

    def _post_clean(self):
        if since := self.cleaned_data.get("since"):
            self.instance.from_date, self.instance.from_precision = since.first, since.precision
        super()._post_clean()
