"""The figures of a restatement in words."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from reports.signs import CLASSES, MARKS

FIGURES = (
    CLASSES
    | MARKS
    | {
        "panel": gettext_lazy("Tie-years"),
        "exposure": gettext_lazy("Tie-years in force"),
        "ties": gettext_lazy("Relationships"),
        "activities": gettext_lazy("Activities"),
        "participants": gettext_lazy("People"),
        "unnumbered": gettext_lazy("Number not known"),
        "is_unnumbered": gettext_lazy("Number not known"),
        "unplaced": gettext_lazy("Activities without a certain year"),
        "rows": gettext_lazy("Activities, once for each relationship"),
        "shared": gettext_lazy("Shared activities"),
        "gini": gettext_lazy("Gini coefficient"),
        "top_ties": gettext_lazy("Most active relationships"),
        "top_activities": gettext_lazy("Activities of the most active"),
        "listed": gettext_lazy("Ties listed"),
        "tie": gettext_lazy("In the edition"),
        "activity": gettext_lazy("In the edition"),
        "name": gettext_lazy("Name"),
        "partner_native": gettext_lazy("Native name"),
        "country": gettext_lazy("Country"),
        "tier": gettext_lazy("Tier"),
        "legal_status": gettext_lazy("Legal status"),
        "since": gettext_lazy("Since"),
        "status_label": gettext_lazy("Activity status"),
        "last_activity_date": gettext_lazy("Last activity"),
        "last_contact_date": gettext_lazy("Last contact"),
        "active_years": gettext_lazy("Years active"),
        "exposed_years": gettext_lazy("Years in force"),
        "unreported_years": gettext_lazy("Years not reported"),
        "official": gettext_lazy("With government"),
        "classified": gettext_lazy("Of classified"),
        "flags": gettext_lazy("Flags"),
        "reason": gettext_lazy("Why"),
        "rule": gettext_lazy("Rule"),
        "clears": gettext_lazy("What would clear it"),
        "recorded": gettext_lazy("Activities with money on record"),
        "total": gettext_lazy("Spent"),
        "in_kind": gettext_lazy("In kind"),
        "planned": gettext_lazy("Planned"),
        "person_days": gettext_lazy("Days of one person"),
        "originals": gettext_lazy("As recorded"),
        "breadth": gettext_lazy("Breadth in fields"),
        "inbound": gettext_lazy("Visits here"),
        "outbound": gettext_lazy("Visits there"),
        "visits_reciprocity": gettext_lazy("Reciprocity of visits"),
        "people_reciprocity": gettext_lazy("Reciprocity of people"),
        "people_inbound": gettext_lazy("People here"),
        "people_outbound": gettext_lazy("People there"),
        "cancelled": gettext_lazy("Cancelled"),
        "postponed": gettext_lazy("Postponed"),
        "declined": gettext_lazy("Declined"),
        "reasons": gettext_lazy("Reasons"),
        "sides": gettext_lazy("Called off by"),
        "taken": gettext_lazy("Travel of elected members"),
        "called_off": gettext_lazy("Travel of elected members"),
        "title": gettext_lazy("Title"),
        "type": gettext_lazy("Type"),
        "start": gettext_lazy("Start"),
        "end": gettext_lazy("End"),
        "involvement_label": gettext_lazy("Involvement"),
        "policy_year": gettext_lazy("Policy year"),
        "fields": gettext_lazy("Fields"),
        "source": gettext_lazy("Source"),
    }
)


def figure_words(figure: str) -> str:
    """``figure`` as the tables of an edition head it; a year of the strip is its own word."""
    return str(FIGURES.get(figure, figure))


def value_words(value) -> str:
    """A figure before or after, as it is printed: a dash where there is none."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | float):
        return number_format(value)
    return value or "–"
