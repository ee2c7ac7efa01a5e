"""What the shock lens says: its opening sentence, and the figures of each class in words."""

from fractions import Fraction

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reports.metrics import Dip, one_decimal
from reports.metrics.pair_years import FEWEST_FOR_A_PERCENT

# What each class is called where exchanges are counted, and its ink.
CLASSES = {
    "any": (gettext_lazy("All activities"), "U"),
    "government": (gettext_lazy("Government, with or without citizens"), "G"),
    "community": (gettext_lazy("Community, with or without officials"), "M"),
    "people_to_people": (gettext_lazy("Citizens alone, no officials"), "C"),
}


def sentence(dip: Dip) -> str:
    """What happened to all activities, in one sentence."""
    if not dip.is_defined:
        return _not_defined(dip)
    if dip.trough_year is None:
        return _("No year since the shock is over yet, so nothing can be said of a dip.")
    if not dip.has_fallen:
        return _(
            "Exchanges did not fall: in their least year, %(year)s, there were %(n)s, and "
            "%(usual)s are usual."
        ) % {"year": dip.trough_year, "n": dip.trough, "usual": level(dip)}
    lowest = _("Exchanges were at their lowest in %(year)s, with %(n)s instead of %(usual)s") % {
        "year": dip.trough_year, "n": dip.trough, "usual": level(dip)
    }  # fmt: skip
    return f"{lowest}{_and_back(dip)}"


def _not_defined(dip):
    if dip.baseline is None:
        return _(
            "What was usual cannot be told: of the three years before, fewer than two were "
            "without another shock."
        )
    return _("What was usual cannot be told: in the three years before hardly anything was held.")


def _and_back(dip):
    years = dip.years_to_recover
    if years is None:
        return _(", and are not back yet.")
    if years == 1:
        return _(", and were back the following year.")
    return _(", and were back in %(year)s.") % {"year": dip.recovered_year}


def level(dip: Dip) -> str:
    """The usual level, a half where the median is one."""
    if dip.baseline is None or dip.baseline.denominator == 1:
        return "" if dip.baseline is None else str(dip.baseline)
    return one_decimal(dip.baseline)


def usual(dip: Dip) -> str:
    if dip.baseline is None:
        return _("not defined: too few ordinary years before")
    return _("%(n)s a year") % {"n": level(dip)}


def depth(dip: Dip) -> str:
    """In percent, but of a usual level below ten in whole activities."""
    if not dip.is_defined:
        return _("not defined")
    if dip.trough is None:
        return _("no year is over yet")
    if not dip.has_fallen:
        return _("did not fall")
    if dip.baseline < FEWEST_FOR_A_PERCENT:
        return _("%(n)s instead of %(usual)s") % {"n": dip.trough, "usual": level(dip)}
    return _("%(percent)s %% less") % {"percent": one_decimal(100 * Fraction(dip.depth))}


def recovery(dip: Dip) -> str:
    if not dip.is_defined:
        return _("not defined")
    if dip.trough is None:
        return _("no year is over yet")
    if not dip.has_fallen:
        return _("nothing to recover from")
    years = dip.years_to_recover
    if years is None:
        return _("not yet")
    return ngettext("%(n)s year", "%(n)s years", years) % {"n": years}
