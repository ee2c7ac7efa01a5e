"""The opening sentence of the stress test."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.stress.outcome import StressTest


def sentences(found: StressTest, country: str = "") -> list[str]:
    """How many ties would be worse off; ``country`` is the one looked at, by its name."""
    if not found.ties:
        return [_("There are no ties to test yet.")]
    return [_condition(found, country) + " " + _at_once(found), _soon(found)]


def _condition(found, country):
    mixed = found.scenario == "without_government_or_mixed"
    if country and mixed:
        said = _("If all activities with government stop tomorrow in ties with %(country)s,")
    elif country:
        said = _("If official visits stop tomorrow in ties with %(country)s,")
    elif mixed:
        said = _("If all activities with government stop tomorrow,")
    else:
        said = _("If official visits stop tomorrow,")
    return said % {"country": country}


def _at_once(found):
    if not found.at_once:
        return _("none of the %(ties)s ties is worse off at once.") % {"ties": found.ties}
    return ngettext(
        "%(n)s of %(ties)s ties is worse off at once: what is left of it is too long ago.",
        "%(n)s of %(ties)s ties are worse off at once: what is left of them is too long ago.",
        len(found.at_once),
    ) % {"n": len(found.at_once), "ties": found.ties}


def _soon(found):
    if not found.soon and not found.at_once:
        return _("None is within twelve months.")
    if not found.soon:
        return _("No other follows within twelve months.")
    return ngettext(
        "%(n)s more follows within twelve months, unless something else is held.",
        "%(n)s more follow within twelve months, unless something else is held.",
        found.soon,
    ) % {"n": found.soon}
