from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.roles import roles_with
from relationships.forms.partial_date import PartialDateField
from relationships.forms.promises import KeepsPromises
from relationships.models import City, Organisation, Relationship, Tag
from relationships.models.relationship import LegalStatus
from twinportal.widgets import Chips, Combobox

BEGINNINGS = [LegalStatus.IN_FORCE, LegalStatus.PROPOSED]


def _beginnings():
    """Asked for each form, so that they are said in the language of its reader."""
    return [(status.value, status.label.capitalize()) for status in BEGINNINGS]


class RelationshipForm(KeepsPromises, forms.ModelForm):
    """The facts of a relationship of one office. ``today`` is the day there.

    Its legal status is told once, when it is put on record; from then on decisions change it.
    """

    beginning = forms.ChoiceField(
        label=_("Legal status"),
        choices=_beginnings,
        initial=LegalStatus.IN_FORCE,
        widget=Chips,
    )
    starts = PartialDateField(
        label=_("Since"),
        required=False,
        help_text=_("2015-06-30, or only 2015-06 or 2015. Of a proposal, when it was made."),
    )
    new_tags = forms.CharField(
        label=_("New tags"), required=False, max_length=300, help_text=_("Separated by commas.")
    )
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    promised_under = {"relationship_of_two_cities": "partner_city"}

    class Meta:
        model = Relationship
        fields = [
            "home_city", "partner_city", "tier", "tier_label", "owner", "community_body", "tags",
            "source", "note",
        ]  # fmt: skip
        widgets = {
            "partner_city": Combobox("city_lookup", only_chosen=True),
            "tier": Chips,
            "tags": forms.CheckboxSelectMultiple,
            "source": forms.Textarea(attrs={"rows": 2}),
            "note": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {"tier_label": _("What your office calls it")}
        help_texts = {
            "partner_city": _("Type its name, in any script."),
            "tier_label": _("If it has a word of its own, such as “sister port”."),
            "source": _("Where this is written down."),
        }
        error_messages = {
            "partner_city": {"required": _("Choose the partner city.")},
            "tier": {"required": _("Choose the tier.")},
        }

    def __init__(self, *args, user, today: date, **kwargs):
        super().__init__(*args, **kwargs)
        self.today = today
        self.office = self.instance.office
        self._offer_home_cities()
        self._offer_people_and_words(user)
        self.fields["partner_city"].empty_label = ""
        self.fields["owner"].empty_label = _("Nobody yet")
        self.fields["community_body"].empty_label = _("None")
        self.fields["partner_city"].label_from_instance = lambda city: f"{city}, {city.whereabouts}"
        self.fields["tier"].choices = Relationship._meta.get_field("tier").choices
        if self.instance.pk:
            del self.fields["beginning"]
            proposal = self.instance.proposal()
            starts = self.instance.since or (proposal and proposal.since)
            self.initial |= {"starts": starts, "version": self.instance.version}
        for name in ["tier", "beginning"]:
            if name in self.fields:
                self.fields[name].required = True

    def validate_constraints(self):
        # Without both cities there is no pair to look for among those on record.
        if not {"home_city", "partner_city"} & set(self.errors):
            super().validate_constraints()

    def _offer_home_cities(self):
        field = self.fields["home_city"]
        cities = City.objects.filter(home_of__office=self.office).order_by("name", "pk")
        if self.instance.home_city_id:
            cities |= City.objects.filter(pk=self.instance.home_city_id)
        field.queryset = cities.distinct()
        field.empty_label = None
        if not cities.exists():  # an office that is just beginning
            field.queryset = City.objects.all()
            field.empty_label = ""
            field.widget = Combobox("city_lookup", only_chosen=True)
            field.widget.choices = field.choices
            field.help_text = _("The city that your office works for.")

    def _offer_people_and_words(self, user):
        keepers = roles_with("relationships.change_relationship")
        of_office = {"memberships__office": self.office, "memberships__role__in": keepers}
        self.fields["owner"].queryset = User.objects.visible_to(user).filter(**of_office).distinct()
        bodies = Organisation.objects.visible_to(user).of_office(self.office)
        self.fields["community_body"].queryset = bodies
        self.fields["tags"].queryset = Tag.objects.visible_to(user).of_office(self.office)

    def clean_new_tags(self):
        names = [" ".join(word.split()) for word in self.cleaned_data["new_tags"].split(",")]
        longest = Tag._meta.get_field("name").max_length
        if any(len(name) > longest for name in names):
            raise ValidationError(
                _("A tag has at most %(most)s letters."), params={"most": longest}
            )
        return [name for name in dict.fromkeys(names) if name]

    def clean(self):
        cleaned = super().clean()
        starts = cleaned.get("starts")
        if starts and starts.first > self.today:
            self.add_error("starts", _("This day is still to come."))
        home, partner = cleaned.get("home_city"), cleaned.get("partner_city")
        if home and partner:
            self._tell_of_the_same(home, partner)
        if "starts" not in self.errors and not self.is_proposed:
            self.instance.start_date = starts.first if starts else None
            self.instance.start_precision = starts.precision if starts else "day"
        return cleaned

    def _tell_of_the_same(self, home, partner):
        same = Relationship.objects.of_office(self.office).between(home, partner)
        if known := same.exclude(pk=self.instance.pk).with_cities().first():
            sentence = _t("Your office already has this relationship:")
            link = format_html('{} <a href="{}">{}</a>', sentence, known.get_absolute_url(), known)
            self.add_error("partner_city", ValidationError(link))

    @property
    def is_proposed(self) -> bool:
        """A proposal has not begun; what is typed as its start is when it was made."""
        told = self.cleaned_data.get("beginning") or self.instance.legal_status
        return told == LegalStatus.PROPOSED and not self.instance.start_date

    def kept(self) -> dict:
        """What ``keep_relationship`` needs beside who keeps it."""
        cleaned = self.cleaned_data
        return {
            "relationship": self.instance,
            "tags": cleaned["tags"],
            "new_tags": cleaned["new_tags"],
            "beginning": cleaned.get("beginning", ""),
            "proposed": cleaned["starts"] if self.is_proposed else None,
            "version": cleaned["version"],
        }
