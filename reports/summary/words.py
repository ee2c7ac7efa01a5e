"""The sentences of the findings: what was found, by which rule, and what would clear it."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from relationships.dates import PartialDate
from reports.metrics import months_since, percent


def partial_date(text: str) -> str:
    """``1980``, ``1980-07`` or ``1980-07-20`` as a person writes it."""
    return PartialDate.parse(text).in_words()


def share(n: int, of: int) -> str:
    """``n`` of ``of`` as a percentage in the active language, without the sign."""
    return number_format(Decimal(percent(n, of)), decimal_pos=1)


def years(figures) -> str:
    """The years of the window: 2021–2025."""
    first, last = figures["first_year"], figures["last_year"]
    return str(last) if first == last else f"{first}–{last}"


def _inactive(figures, thresholds):
    return _silence(figures, thresholds["inactive_months"])


def _dormant(figures, thresholds):
    return _silence(figures, thresholds["cooling_months"])


def _silence(figures, limit):
    if figures["last_activity"]:
        said = ngettext(
            "Nothing has been held since %(last)s: %(months)s month on %(as_of)s.",
            "Nothing has been held since %(last)s: %(months)s months on %(as_of)s.",
            figures["months"],
        ) % {
            "last": partial_date(figures["last_activity"]),
            "months": figures["months"],
            "as_of": partial_date(figures["as_of"]),
        }
        if _suspended_time_left_out(figures):
            said += " " + _("Suspended time is left out.")
        return f"{said} " + ngettext(
            "The limit is %(limit)s month.", "The limit is %(limit)s months.", limit
        ) % {"limit": limit}
    if figures["start"]:
        return _("No activity is on record since the tie began, %(start)s.") % {
            "start": partial_date(figures["start"])
        }
    return _("No activity is on record.")


def _suspended_time_left_out(figures):
    """Whether the calendar shows more months than were counted, so that a reader would wonder."""
    last, as_of = (PartialDate.parse(figures[name]).last for name in ("last_activity", "as_of"))
    return months_since(last, as_of) > figures["months"]


def _not_reported(figures, thresholds):
    missing = figures["unreported"]
    said = _("No activity is on record.")
    if figures["last_activity"]:
        said = _("Nothing is on record since %(last)s.") % {
            "last": partial_date(figures["last_activity"])
        }
    return (
        said
        + " "
        + ngettext(
            "No return was filed for %(years)s, so nobody knows whether the tie sleeps.",
            "No returns were filed for %(years)s, so nobody knows whether the tie sleeps.",
            len(missing),
        )
        % {"years": ", ".join(str(year) for year in missing)}
    )


def _official_heavy(figures, thresholds):
    return _(
        "Government took part in %(official)s of the %(of)s activities of %(years)s "
        "(%(share)s %%), citizens in %(community)s."
    ) % {
        "official": figures["official"],
        "of": figures["of"],
        "years": years(figures),
        "share": share(figures["official"], figures["of"]),
        "community": figures["community"],
    }


def _official_only(figures, thresholds):
    return ngettext(
        "Citizens took no part in the %(of)s activity of %(years)s.",
        "Citizens took no part in any of the %(of)s activities of %(years)s.",
        figures["of"],
    ) % {"of": figures["of"], "years": years(figures)}


def _vulnerable(figures, thresholds):
    return _(
        "Little happens and what happens is official: active in %(active)s of %(exposed)s years, "
        "government in %(official)s of %(of)s activities, citizens in %(community)s."
    ) % {
        "active": figures["active_years"],
        "exposed": figures["exposed_years"],
        "official": figures["official"],
        "of": figures["of"],
        "community": figures["community"],
    }


def _sporadic(figures, thresholds):
    return ngettext(
        "Active in %(active)s of %(exposed)s year.",
        "Active in %(active)s of %(exposed)s years.",
        figures["exposed_years"],
    ) % {"active": figures["active_years"], "exposed": figures["exposed_years"]}


def _classify_first(figures, thresholds):
    return _(
        "Of %(unclassified)s of the %(activities)s activities of %(years)s the record does not "
        "say who took part, so no share can be given yet."
    ) % {
        "unclassified": figures["unclassified"],
        "activities": figures["activities"],
        "years": years(figures),
    }


SENTENCES = {
    "inactive": _inactive,
    "dormant": _dormant,
    "not_reported": _not_reported,
    "official_heavy": _official_heavy,
    "official_only": _official_only,
    "vulnerable": _vulnerable,
    "sporadic": _sporadic,
    "classify_first": _classify_first,
}

RULES = {
    "inactive": gettext_noop(
        "Inactive when the last activity is more than %(inactive_months)s months ago. "
        "Suspended time does not count."
    ),
    "dormant": gettext_noop(
        "Dormant when the last activity is more than %(cooling_months)s and at most "
        "%(inactive_months)s months ago; without any, when the tie is more than "
        "%(new_months)s months old. Suspended time does not count."
    ),
    "not_reported": gettext_noop(
        "Not reported when the record shows nothing for more than %(inactive_months)s months "
        "and the office has not filed a return for every silent year."
    ),
    "official_heavy": gettext_noop(
        "Official-heavy when, of at least %(heavy_minimum)s activities, government took part "
        "in %(heavy_percent)s %% or more and citizens in fewer than %(community_percent)s %%."
    ),
    "official_only": gettext_noop(
        "Official-only when there were activities and citizens took part in none."
    ),
    "vulnerable": gettext_noop(
        "Vulnerable when the tie is official-heavy or official-only and at the same time "
        "dormant, inactive or active in at most %(sporadic_percent)s %% of its years."
    ),
    "sporadic": gettext_noop(
        "Sporadic when at most %(sporadic_percent)s %% of the years in force had an activity."
    ),
    "classify_first": gettext_noop(
        "Classify first when of more than %(unclassified_percent)s %% of the activities the "
        "record does not say who took part."
    ),
}

_ANY_ACTIVITY = gettext_noop(
    "One activity of any kind. A greeting or a courtesy call moves last contact only."
)
_WITH_CITIZENS = gettext_noop("Activities in which citizens take part, with or without officials.")

CLEARINGS = {
    "inactive": _ANY_ACTIVITY,
    "dormant": _ANY_ACTIVITY,
    "not_reported": gettext_noop(
        "A return for each year named: what happened, or that nothing did."
    ),
    "official_heavy": _WITH_CITIZENS,
    "official_only": gettext_noop("One activity in which citizens take part."),
    "vulnerable": _WITH_CITIZENS,
    "sporadic": gettext_noop("An activity in more of the years."),
    "classify_first": gettext_noop("The groups that took part, entered on those activities."),
}
