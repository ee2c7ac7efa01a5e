"""One relationship on one page: its figures over all its years, and its peers."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Min, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from relationships.models import Relationship
from reports.metrics import last_complete_year
from reports.models import Policy
from reports.signs import FINDINGS
from reports.summary import AnnualSummary, Finding, TieSummary, annual_summary

EDGES = {"inactive": "inactive", "dormant": "dormant", "not_reported": "notreported"}
FEWEST_YEARS = 14
MOST_YEARS = 60
PEERS_SHOWN = 8


def summary_of(relationship: Relationship, as_of: date) -> AnnualSummary:
    """The summary of this one, its strip reaching back to the start or the first activity.

    At least 14 years, and at most 60: what lies before is in the list of activities.
    """
    office = relationship.office
    year = last_complete_year(as_of, office.fiscal_year_start_month if office else 1)
    first = relationship.activities.live().aggregate(day=Min("start_date"))["day"]
    began = min((day for day in (first, relationship.start_date) if day), default=as_of)
    years = year - began.year + 1
    return annual_summary(
        year=year,
        as_of=as_of,
        relationships=Relationship.objects.filter(pk=relationship.pk),
        strip=max(FEWEST_YEARS, min(years, MOST_YEARS)),
    )


@dataclass(frozen=True, slots=True)
class Flag:
    """A finding as the page shows it: its name and the colour of its edge beside its words."""

    finding: Finding

    @property
    def title(self):
        return _("Why this tie is flagged: %(kind)s") % {
            "kind": str(FINDINGS[self.finding.kind]).lower()
        }

    @property
    def css(self):
        return edge_of(self.finding.kind)


def edge_of(kind: str) -> str:
    """The colour of the edge of what says a finding or an alert of ``kind``: a class."""
    return EDGES.get(kind, "warn")


def policy_of(tie: TieSummary) -> Policy | None:
    """The policy by which the flags of ``tie`` were judged."""
    return Policy.objects.select_related("office").filter(pk=tie.policy_id).first()


def policy_in_words(policy: Policy | None) -> str:
    """Whose thresholds they are, and since when they hold."""
    if policy is None:
        return _("The portal's own figures; the office has set none.")
    return _("%(whose)s, %(tier)s, in force since %(date)s") % {
        "whose": policy.office or _("All offices"),
        "tier": policy.get_tier_display() or _("all tiers"),
        "date": date_format(policy.valid_from),
    }


def peers_of(relationship: Relationship, user) -> list[Relationship]:
    """Who else is twinned with the same partner, the last to be active first, each with
    ``last_activity_date`` and the city that is not the partner as ``peer_city``.
    """
    partner = relationship.partner_city_id
    peers = (
        Relationship.objects.visible_to(user)
        .peers_of(relationship)
        .with_cities()
        .annotate(
            last_activity_date=Max("activities__end_date", filter=Q(activities__is_live=True))
        )
    )
    found = list(peers)
    for tie in found:
        tie.peer_city = tie.home_city if tie.partner_city_id == partner else tie.partner_city
    return sorted(found, key=_latest_first)


def _latest_first(tie):
    last = tie.last_activity_date or date.min
    return -last.toordinal(), tie.peer_city.name, tie.pk
