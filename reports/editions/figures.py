"""The figures of a restatement in words."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

FIGURES = {
    "panel": gettext_lazy("Tie-years"),
    "exposure": gettext_lazy("Tie-years in force"),
    "ties": gettext_lazy("Relationships"),
    "activities": gettext_lazy("Activities"),
    "participants": gettext_lazy("People"),
    "unnumbered": gettext_lazy("Number not known"),
    "is_unnumbered": gettext_lazy("Number not known"),
    "unplaced": gettext_lazy("Activities without a certain year"),
    "tie": gettext_lazy("In the edition"),
    "activity": gettext_lazy("In the edition"),
    "tier": gettext_lazy("Tier"),
    "legal_status": gettext_lazy("Legal status"),
    "since": gettext_lazy("Since"),
    "status_label": gettext_lazy("Activity status"),
    "last_activity_date": gettext_lazy("Last activity"),
    "last_contact_date": gettext_lazy("Last contact"),
    "active_years": gettext_lazy("Years active"),
    "official": gettext_lazy("With government"),
    "classified": gettext_lazy("Of classified"),
    "flags": gettext_lazy("Flags"),
    "recorded": gettext_lazy("Activities with money on record"),
    "spent": gettext_lazy("Spent"),
    "breadth": gettext_lazy("Breadth in fields"),
    "inbound": gettext_lazy("Visits here"),
    "outbound": gettext_lazy("Visits there"),
    "visits_reciprocity": gettext_lazy("Reciprocity of visits"),
    "people_reciprocity": gettext_lazy("Reciprocity of people"),
    "cancelled": gettext_lazy("Cancelled"),
    "postponed": gettext_lazy("Postponed"),
    "declined": gettext_lazy("Declined"),
    "taken": gettext_lazy("Travel of elected members"),
    "called_off": gettext_lazy("Travel of elected members"),
    "title": gettext_lazy("Title"),
    "type": gettext_lazy("Type"),
    "start": gettext_lazy("Start"),
    "end": gettext_lazy("End"),
    "involvement_label": gettext_lazy("Involvement"),
    "fields": gettext_lazy("Fields"),
}


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
