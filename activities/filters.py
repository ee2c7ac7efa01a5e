import django_filters
from django.utils.translation import gettext_lazy as _
from django_countries import countries
from django_filters.fields import ModelChoiceField, ModelChoiceIterator
from django_filters.widgets import BooleanWidget

from accounts.filters import Ordering, YearFilter, colleagues_of, offices_of
from activities.choices import ActivityType, FieldOfWork, Involvement, Mode, Status
from activities.models import Activity, ActivityRelationship, FundingLine
from relationships.models import Relationship
from relationships.models.relationship import Tier


class OfferedTies(ModelChoiceIterator):
    """Offers the offices' own ties. Reference ties are taken too, but are too many to list."""

    def __init__(self, field):
        super().__init__(field)
        self.queryset = field.queryset.owned().with_cities()


class TieField(ModelChoiceField):
    iterator = OfferedTies


class TieFilter(django_filters.ModelChoiceFilter):
    field_class = TieField


def ties_of(request):
    return Relationship.objects.visible_to(request.user)


class InvolvementClass(django_filters.ChoiceFilter):
    """Activities of several letters at once: METRICS.md, classes of a pair-year."""

    LETTERS = {
        "government": "GM",
        "non_government": "CB",
        "community": "CM",
        "but_government": "MCBU",
        "but_government_or_mixed": "CBU",
    }
    CHOICES = [
        ("government", _("with government")),
        ("non_government", _("without government")),
        ("community", _("with community")),
        ("but_government", _("all but government only")),
        ("but_government_or_mixed", _("all but government and mixed")),
    ]

    def __init__(self, **kwargs):
        super().__init__(choices=self.CHOICES, label=_("Who took part"), **kwargs)

    def filter(self, queryset, value):
        return queryset.involving(*self.LETTERS[value]) if value else queryset


class OfTies:
    """Narrows by the ties of an activity: together with all its like, so that one tie has it all.

    ``ActivityFilter.filter_queryset`` asks; alone it narrows nothing.
    """

    def filter(self, queryset, value):
        return queryset

    def of_ties(self, ties, value):
        """``ties`` narrowed by ``value``; ``field_name`` is seen from the activity."""
        name = self.field_name.removeprefix("relationships__")
        return ties.filter(**{f"{name}__{self.lookup_expr}": value})


class Countries(OfTies, django_filters.BaseInFilter, django_filters.ChoiceFilter):
    """One or several countries by their codes."""


class TextOfTies(OfTies, django_filters.CharFilter):
    pass


class ChoiceOfTies(OfTies, django_filters.ChoiceFilter):
    pass


class OwnerOfTies(OfTies, django_filters.ModelChoiceFilter):
    pass


class ActivityFilter(django_filters.FilterSet):
    """What a list of activities can be narrowed by: the page, the API and the export alike."""

    q = django_filters.CharFilter(
        method="titled_like", label=_("Title"), help_text=_("With or without accents.")
    )
    office = django_filters.ModelChoiceFilter(
        queryset=offices_of, to_field_name="slug", label=_("Office")
    )
    relationship = TieFilter(field_name="relationships", queryset=ties_of, label=_("Relationship"))
    country = Countries(
        field_name="relationships__partner_city__country",
        choices=countries,
        label=_("Partner's country"),
        help_text=_("Several with commas between them: CN,JP."),
    )
    region = TextOfTies(
        field_name="relationships__partner_city__region", label=_("Partner's region")
    )
    tier = ChoiceOfTies(
        field_name="relationships__tier", choices=Tier.choices, label=_("Tier of the relationship")
    )
    owner = OwnerOfTies(
        field_name="relationships__owner", queryset=colleagues_of, label=_("Officer responsible")
    )
    type = django_filters.ChoiceFilter(choices=ActivityType.choices, label=_("Type"))
    status = django_filters.ChoiceFilter(choices=Status.choices, label=_("Status"))
    involvement = django_filters.ChoiceFilter(choices=Involvement.choices, label=_("Involvement"))
    involvement_class = InvolvementClass()
    year = YearFilter(
        method="in_year", label=_("Policy year"), help_text=_("Of the office of the activity.")
    )
    date_from = django_filters.DateFilter(
        field_name="end_date", lookup_expr="gte", label=_("On or after")
    )
    date_to = django_filters.DateFilter(
        field_name="start_date", lookup_expr="lte", label=_("On or before")
    )
    year_from = YearFilter(method="counted_from", label=_("Counted in policy year, from"))
    year_until = YearFilter(method="counted_until", label=_("Counted in policy year, until"))
    mode = django_filters.ChoiceFilter(choices=Mode.choices, label=_("Mode"))
    field = django_filters.ChoiceFilter(
        field_name="fields__field", choices=FieldOfWork.choices, label=_("Field")
    )
    live = django_filters.BooleanFilter(
        field_name="is_live", label=_("Counts as activity"), widget=BooleanWidget
    )
    has_money = django_filters.BooleanFilter(
        method="with_money", label=_("Money spent is on record"), widget=BooleanWidget
    )
    ordering = Ordering(
        fields={name: name for name in ["start_date", "title", "type", "status", "participants"]},
        field_labels={
            "start_date": _("date"),
            "title": _("title"),
            "type": _("type"),
            "status": _("status"),
            "participants": _("people"),
        },
        empty_label=_("Newest first"),
        label=_("Sort by"),
    )

    class Meta:
        model = Activity
        fields = []

    def filter_queryset(self, queryset):
        given = {
            name: value
            for name, value in self.form.cleaned_data.items()
            if value and isinstance(self.filters[name], OfTies)
        }
        ties = Relationship.objects.visible_to(self.request.user) if given else None
        for name, value in given.items():
            ties = self.filters[name].of_ties(ties, value)
        if given:
            linked = ActivityRelationship.objects.filter(relationship__in=ties.order_by())
            queryset = queryset.filter(pk__in=linked.values("activity"))
        return super().filter_queryset(queryset)

    def titled_like(self, queryset, name, text):
        return queryset.titled_like(text)

    def with_money(self, queryset, name, value: bool):
        paid = FundingLine.objects.spent().values("activity")
        return queryset.filter(pk__in=paid) if value else queryset.exclude(pk__in=paid)

    def counted_from(self, queryset, name, value: int):
        return queryset.counted_from(value)

    def counted_until(self, queryset, name, value: int):
        return queryset.counted_until(value)

    def in_year(self, queryset, name, value: int):
        return queryset.in_policy_year(value)
