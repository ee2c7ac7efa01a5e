"""The words of the portal's signs: what a year's mark and an activity status are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from activities.choices import Involvement

SILENT, NOT_REPORTED, BEFORE, AFTER = "silent", "not_reported", "before", "after"
RUNNING = "running"

LIVE = frozenset(Involvement.values)

# The signs of a strip of years that a legend explains, in their order.
LEGEND = ("G", "M", "C", "B", "U", SILENT, NOT_REPORTED)

MARKS: dict[str, str | Promise] = {
    **{str(value): label for value, label in Involvement.choices},
    SILENT: gettext_lazy("silent"),
    NOT_REPORTED: gettext_lazy("not reported"),
    BEFORE: gettext_lazy("before the relationship"),
    AFTER: gettext_lazy("after the relationship"),
    RUNNING: gettext_lazy("not over yet"),
}

STATUSES: dict[str, str | Promise] = {
    "new": gettext_lazy("New"),
    "active": gettext_lazy("Active"),
    "cooling": gettext_lazy("Cooling"),
    "dormant": gettext_lazy("Dormant"),
    "inactive": gettext_lazy("Inactive"),
    NOT_REPORTED: gettext_lazy("Not reported"),
}

# What the classes of pair-years are called; their letters are in reports.metrics.CLASSES.
CLASSES: dict[str, str | Promise] = {
    "any": gettext_lazy("Any activity"),
    "government": gettext_lazy("Government, with or without citizens"),
    "community": gettext_lazy("Community, with or without officials"),
    "people_to_people": gettext_lazy("Citizens alone, no officials"),
    "non_government": gettext_lazy("Non-government: citizens or business alone"),
}

# What the findings about a relationship are called.
FINDINGS: dict[str, str | Promise] = {
    "inactive": gettext_lazy("Inactive"),
    "dormant": gettext_lazy("Dormant"),
    "not_reported": gettext_lazy("Not reported"),
    "official_heavy": gettext_lazy("Official-heavy"),
    "official_only": gettext_lazy("Officials only"),
    "vulnerable": gettext_lazy("Vulnerable"),
    "sporadic": gettext_lazy("Sporadic"),
    "classify_first": gettext_lazy("Classify first"),
}

# How many of the four steps of its meter a status fills. A new relationship has no record to
# measure yet, and of one that is not reported nobody knows.
METER_STEPS = {"active": 4, "cooling": 3, "dormant": 2, "inactive": 1}


def years_in_words(cells) -> str:
    """What a strip shows, for those who cannot see it: the years that stand out, then the rest.

    ``cells`` have ``year`` and ``mark``; years before and after the relationship are not mentioned.
    """
    live = [f"{cell.year} {MARKS[cell.mark]}" for cell in cells if cell.mark in LIVE]
    missing = [str(cell.year) for cell in cells if cell.mark == NOT_REPORTED]
    said = [", ".join(live)] if live else []
    if missing:
        said.append(_("not reported: %(years)s") % {"years": ", ".join(missing)})
    if any(cell.mark == SILENT for cell in cells):
        said.append(_("silent in the other years") if said else _("silent in every year"))
    return "; ".join(said) or str(MARKS[BEFORE])
