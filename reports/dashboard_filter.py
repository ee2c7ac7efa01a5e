"""What the dashboard is narrowed by. All of it stands in the address, so a view can be sent."""

from collections.abc import Iterable

import django_filters
from django.utils.translation import gettext_lazy as _

from accounts.filters import colleagues_of
from activities.choices import FieldOfWork
from relationships.filters import PresentCountry, PresentRegion
from relationships.models import Relationship
from relationships.models.relationship import Tier
from reports.portfolio_filter import ByFigure

WINDOWS = [("5", _("5 years")), ("10", _("10 years")), ("20", _("20 years"))]


class DashboardFilter(django_filters.FilterSet):
    """Which ties and which activities a dashboard speaks of, and over which years.

    ``years``, the end of the window, are those offered beside today.
    """

    year = ByFigure(label=_("Seen from"), empty_label=_("today"))
    years = ByFigure(choices=WINDOWS, label=_("Window"), empty_label=_("as the policy has it"))
    country = PresentCountry(field_name="partner_city__country", label=_("Partner's country"))
    region = PresentRegion(field_name="partner_city__region", label=_("Partner's region"))
    tier = django_filters.ChoiceFilter(choices=Tier.choices, label=_("Tier"))
    field = ByFigure(choices=FieldOfWork.choices, label=_("Field"))
    owner = django_filters.ModelChoiceFilter(queryset=colleagues_of, label=_("Officer responsible"))

    # The names of those that the list of activities takes too, and of those that narrow the ties.
    OF_TIES = ("country", "region", "tier", "owner")
    OF_ACTIVITIES = (*OF_TIES, "field")

    class Meta:
        model = Relationship
        fields = []

    def __init__(self, *args, years: Iterable[int], **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["year"].extra["choices"] = [
            (str(year), _("the end of %(year)s") % {"year": year}) for year in years
        ]

    def asked(self, name: str):
        """What was chosen; None where nothing was, or nothing that is offered."""
        self.form.is_valid()
        return self.form.cleaned_data.get(name) or None

    def carried(self, names: Iterable[str]) -> dict[str, str]:
        """Those of ``names`` that are in force, for the address of a list."""
        return {name: self.data[name] for name in names if self.asked(name)}
