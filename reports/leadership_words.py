"""The opening sentences of the leadership watch."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.metrics import Survival


def sentences(survival: Survival, waiting: int, changes: int) -> list[str]:
    """How many changes of leader were outlived, and how many watches wait."""
    if not changes:
        return [_("No change of leader is on record on either side of these ties.")]
    return [_outlived(survival), _waiting(waiting)]


def _outlived(survival):
    n, of = survival.all
    if not of:
        return _("No watch of 24 months is over yet, so nothing can be said of survival.")
    return ngettext(
        "%(n)s of %(of)s change of leader was followed by an activity within 24 months.",
        "%(n)s of %(of)s changes of leader were followed by an activity within 24 months.",
        of,
    ) % {"n": n, "of": of}


def _waiting(waiting):
    if not waiting:
        return _("No watch is open.")
    return ngettext(
        "%(n)s watch is open: nothing has been held since.",
        "%(n)s watches are open: nothing has been held since.",
        waiting,
    ) % {"n": waiting}
