from datetime import date

import django_filters
from django.utils.translation import gettext_lazy as _

from accounts.filters import Ordering
from relationships.models import Contact, Organisation
from relationships.models.people import OrganisationKind, Side
from relationships.people.anonymising import due_before
from twinportal.widgets import Combobox

IN_POST = [("now", _("in post now")), ("former", _("no longer in post"))]
VERIFIED = [("over_a_year", _("not for more than a year")), ("never", _("never"))]
ADDRESSES = [("due", _("due to be anonymised"))]


class ContactFilter(django_filters.FilterSet):
    """What the people of an office can be narrowed by. ``today`` is the day in the office;
    ``ties`` and ``organisations`` are those that may be chosen.
    """

    q = django_filters.CharFilter(method="found_by", label=_("Find a person"))
    side = django_filters.ChoiceFilter(choices=Side.choices, label=_("Side"))
    relationship = django_filters.ModelChoiceFilter(
        field_name="relationships", queryset=None, label=_("Relationship"),
        widget=Combobox("relationship_lookup"),
    )  # fmt: skip
    organisation = django_filters.ModelChoiceFilter(
        queryset=None, label=_("Organisation"), widget=Combobox("organisation_lookup")
    )
    post = django_filters.ChoiceFilter(choices=IN_POST, method="in_post", label=_("In post"))
    verified = django_filters.ChoiceFilter(
        choices=VERIFIED, method="unverified", label=_("Verified")
    )
    keep = django_filters.ChoiceFilter(choices=ADDRESSES, method="to_keep", label=_("Kept"))
    ordering = Ordering(
        fields={
            "family_name": "name",
            "post": "post",
            "organisation__name": "organisation",
            "verified_date": "verified",
        },
        field_labels={
            "family_name": _("name"),
            "post": _("post"),
            "organisation__name": _("organisation"),
            "verified_date": _("verified"),
        },
        empty_label=_("By name"),
        label=_("Sort by"),
    )

    class Meta:
        model = Contact
        fields = []

    def __init__(self, *args, office, today: date, years: int, ties, organisations, **kwargs):
        super().__init__(*args, **kwargs)
        self.today, self.years = today, years
        for name, rows in {"relationship": ties, "organisation": organisations}.items():
            self.filters[name].field.queryset = rows
            self.filters[name].field.widget.parameters = {"office": office.slug}

    def found_by(self, contacts, name, text):
        return contacts.named_like(text)

    def in_post(self, contacts, name, value):
        return contacts.in_post(self.today) if value == "now" else contacts.former(self.today)

    def unverified(self, contacts, name, value):
        if value == "never":
            return contacts.filter(verified_date__isnull=True)
        return contacts.unverified_since(due_before(self.today, 1))

    def to_keep(self, contacts, name, value):
        return contacts.left_before(due_before(self.today, self.years))


class OrganisationFilter(django_filters.FilterSet):
    """What the organisations of an office can be narrowed by."""

    q = django_filters.CharFilter(method="found_by", label=_("Find an organisation"))
    side = django_filters.ChoiceFilter(choices=Side.choices, label=_("Side"))
    kind = django_filters.ChoiceFilter(choices=OrganisationKind.choices, label=_("Kind"))
    ordering = Ordering(
        fields={"name": "name", "kind": "kind", "city__name": "city"},
        field_labels={"name": _("name"), "kind": _("kind"), "city__name": _("city")},
        empty_label=_("By name"),
        label=_("Sort by"),
    )

    class Meta:
        model = Organisation
        fields = []

    def found_by(self, organisations, name, text):
        return organisations.named_like(text)
