import django_filters
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from accounts.filters import Ordering
from relationships.filters import PresentCountry, PresentRegion, RelationshipFilter
from reports.signs import FINDINGS, STATUSES


class ByFigure(django_filters.ChoiceFilter):
    """Narrows by a figure, which the database does not hold: ``portfolio`` does it afterwards."""

    def filter(self, queryset, value):
        return queryset


class PortfolioOrder(Ordering):
    """Orders of the Relationships page; those by figures are made by ``portfolio``."""

    BY_COLUMN = {
        "name": ["home_city__name", "partner_city__name"],
        "-name": ["-home_city__name", "-partner_city__name"],
        "since": [F("start_date").asc(nulls_last=True)],
        "-since": [F("start_date").desc(nulls_last=True)],
    }

    def filter(self, queryset, value):
        columns = self.BY_COLUMN.get(value[0] if value else "name", self.BY_COLUMN["name"])
        return queryset.order_by(*columns, "pk")


class PageFilter(RelationshipFilter):
    """What the API offers, with the countries of the page alone."""

    country = PresentCountry(field_name="partner_city__country", label=_("Partner's country"))
    region = PresentRegion(field_name="partner_city__region", label=_("Partner's region"))


class ReferenceFilter(PageFilter):
    """The page of the reference ties: no figure is known before the page is chosen."""

    ordering = PortfolioOrder(
        choices=[
            ("name", _("Name")),
            ("-name", _("Name, from Z to A")),
            ("since", _("Longest-standing first")),
            ("-since", _("Newest first")),
        ],
        empty_label=None,
        label=_("Sort by"),
    )


class PortfolioFilter(PageFilter):
    """The page of an office's own relationships: what the API offers, and figures."""

    activity_status = ByFigure(
        choices=[
            (_("Groups"), [("living", _("Living")), ("sleeping", _("Dormant or inactive"))]),
            (_("Statuses"), list(STATUSES.items())),
        ],
        label=_("Activity status"),
        empty_label=_("Any"),
    )
    took_part = ByFigure(
        choices=[
            ("citizens", _("Citizens")),
            ("officials", _("Officials, no citizens")),
            ("business", _("Business alone")),
            ("nobody", _("Nobody: no activity")),
        ],
        label=_("Who took part"),
        empty_label=_("Anyone"),
    )
    flag = ByFigure(choices=list(FINDINGS.items()), label=_("Flagged as"), empty_label=_("Any"))
    ordering = PortfolioOrder(
        choices=[
            ("status", _("Activity status")),
            ("-status", _("The quietest first")),
            ("name", _("Name")),
            ("-name", _("Name, from Z to A")),
            ("-last_activity", _("Latest activity first")),
            ("last_activity", _("Oldest activity first")),
            ("-official_share", _("Most official first")),
            ("official_share", _("Least official first")),
            ("since", _("Longest-standing first")),
            ("-since", _("Newest first")),
        ],
        empty_label=None,
        label=_("Sort by"),
    )
