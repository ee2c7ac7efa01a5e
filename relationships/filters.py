import django_filters
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from accounts.filters import Ordering, colleagues_of, offices_of
from relationships.models import Relationship, Tag
from relationships.models.relationship import LegalStatus, Tier


class Scope(django_filters.ChoiceFilter):
    """Ties of an office, or those imported to compare with."""

    CHOICES = [("own", _("of an office")), ("reference", _("to compare with"))]

    def __init__(self, **kwargs):
        super().__init__(choices=self.CHOICES, label=_("Kept by"), **kwargs)

    def filter(self, queryset, value):
        if not value:
            return queryset
        return queryset.owned() if value == "own" else queryset.reference()


class PresentCountry(django_filters.ChoiceFilter):
    """The countries that occur among the rows of a page; all others would find nothing."""

    @property
    def field(self):
        present = self.parent.queryset.order_by().values_list(self.field_name, flat=True)
        codes = set(present.distinct())
        self.extra["choices"] = [country for country in countries if country.code in codes]
        return super().field


class PresentRegion(django_filters.ChoiceFilter):
    """The regions that occur among the rows of a page."""

    @property
    def field(self):
        present = self.parent.queryset.order_by().values_list(self.field_name, flat=True)
        names = sorted(set(present.distinct()) - {""})
        self.extra["choices"] = [(name, name) for name in names]
        return super().field


def tags_of(request):
    return Tag.objects.visible_to(request.user)


class RelationshipFilter(django_filters.FilterSet):
    """What a list of relationships can be narrowed by: the page, the API and the export alike."""

    q = django_filters.CharFilter(
        method="named_like", label=_("City"), help_text=_("In any script, with or without accents.")
    )
    office = django_filters.ModelChoiceFilter(
        queryset=offices_of, to_field_name="slug", label=_("Office")
    )
    scope = Scope()
    country = django_filters.ChoiceFilter(
        field_name="partner_city__country", choices=countries, label=_("Partner's country")
    )
    region = django_filters.CharFilter(
        field_name="partner_city__region", label=_("Partner's region")
    )
    tier = django_filters.ChoiceFilter(choices=Tier.choices, label=_("Tier"))
    legal_status = django_filters.ChoiceFilter(choices=LegalStatus.choices, label=_("Legal status"))
    owner = django_filters.ModelChoiceFilter(queryset=colleagues_of, label=_("Officer responsible"))
    tag = django_filters.ModelChoiceFilter(field_name="tags", queryset=tags_of, label=_("Tag"))
    ordering = Ordering(
        fields={
            "home_city__name": "home_city",
            "partner_city__name": "partner_city",
            "partner_city__country": "country",
            "tier": "tier",
            "start_date": "start_date",
            "legal_status": "legal_status",
        },
        field_labels={
            "home_city__name": _("home city"),
            "partner_city__name": _("partner city"),
            "partner_city__country": _("country"),
            "tier": _("tier"),
            "start_date": _("since"),
            "legal_status": _("legal status"),
        },
        label=_("Order"),
    )

    class Meta:
        model = Relationship
        fields = []

    def named_like(self, queryset, name, text):
        return queryset.with_city_like(text)
