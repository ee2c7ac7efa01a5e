import django_filters
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from activities.aid.ledger import Standing
from activities.filters import TieFilter, ties_of
from activities.models import AidLine
from activities.models.money import AidKind

# What a line's furthest step means, said to the database: the same as ``ledger.standing``.
ARRIVED = Q(arrived_date__isnull=False)
SHIPPED = Q(arrived_date__isnull=True, shipped_date__isnull=False)
AT_HOME = Q(arrived_date__isnull=True, shipped_date__isnull=True)
ASKED = AT_HOME & (Q(requested_date__isnull=False) | Q(kind=AidKind.REQUEST))
NOT_ASKED = AT_HOME & Q(requested_date__isnull=True) & ~Q(kind=AidKind.REQUEST)
STANDS = {
    Standing.ARRIVED: ARRIVED,
    Standing.SHIPPED: SHIPPED,
    Standing.ASKED: ASKED,
    Standing.OFFERED: NOT_ASKED & Q(kind=AidKind.OFFER),
    Standing.RECORDED: NOT_ASKED & ~Q(kind=AidKind.OFFER),
}


class AidFilter(django_filters.FilterSet):
    """What the ledger can be narrowed by; the page and the file alike."""

    item = django_filters.CharFilter(field_name="item", lookup_expr="icontains", label=_("Item"))
    relationship = TieFilter(
        field_name="activity__relationships", queryset=ties_of, label=_("Relationship")
    )
    kind = django_filters.ChoiceFilter(choices=AidKind.choices, label=_("Kind"))
    stands = django_filters.ChoiceFilter(
        choices=Standing.choices, method="standing_at", label=_("Where it stands")
    )
    date_from = django_filters.DateFilter(
        field_name="activity__end_date", lookup_expr="gte", label=_("On or after")
    )
    date_to = django_filters.DateFilter(
        field_name="activity__start_date", lookup_expr="lte", label=_("On or before")
    )

    class Meta:
        model = AidLine
        fields = []

    def standing_at(self, queryset, name, value):
        return queryset.filter(STANDS[Standing(value)])
