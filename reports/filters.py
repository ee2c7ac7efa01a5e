import django_filters
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from accounts.filters import Ordering, offices_of
from relationships.filters import PresentCountry
from reports.models import Alert, AlertKind, AlertState


class StateFilter(django_filters.ChoiceFilter):
    """One state, or all that are not resolved."""

    UNRESOLVED = "unresolved"

    def __init__(self, **kwargs):
        choices = [(self.UNRESOLVED, _("not resolved")), *AlertState.choices]
        super().__init__(choices=choices, label=_("State"), **kwargs)

    def filter(self, queryset, value):
        if value == self.UNRESOLVED:
            return queryset.unresolved()
        return super().filter(queryset, value)


class AlertFilter(django_filters.FilterSet):
    """What a list of alerts can be narrowed by: the page and the API alike."""

    q = django_filters.CharFilter(
        method="with_city_like",
        label=_("City"),
        help_text=_("In any script, with or without accents."),
    )
    office = django_filters.ModelChoiceFilter(
        field_name="relationship__office",
        queryset=offices_of,
        to_field_name="slug",
        label=_("Office"),
    )
    state = StateFilter()
    kind = django_filters.ChoiceFilter(choices=AlertKind.choices, label=_("Kind"))
    country = django_filters.ChoiceFilter(
        field_name="relationship__partner_city__country",
        choices=countries,
        label=_("Partner's country"),
    )
    ordering = Ordering(
        fields={
            "raised_at": "raised_at",
            "kind": "kind",
            "state": "state",
            "relationship__home_city__name": "home_city",
        },
        field_labels={
            "raised_at": _("raised"),
            "kind": _("kind"),
            "state": _("state"),
            "relationship__home_city__name": _("home city"),
        },
        empty_label=_("Newest first"),
        label=_("Sort by"),
    )

    class Meta:
        model = Alert
        fields = []

    def with_city_like(self, queryset, name, text):
        return queryset.with_city_like(text)


class AlertPageFilter(AlertFilter):
    """The page of the alerts: what the API offers, with the countries of the page alone."""

    country = PresentCountry(
        field_name="relationship__partner_city__country", label=_("Partner's country")
    )
