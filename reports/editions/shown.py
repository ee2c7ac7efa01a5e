"""The rows behind one figure of an edition: those of its own lists, and no record is asked."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.metrics import CLASSES

TIES, ACTIVITIES = "ties", "activities"
CLASSIFIED = "GMCB"


@dataclass(frozen=True, slots=True)
class Shown:
    """What is left of one of the lists; ``part`` is that list, empty where all of both is shown.

    ``words`` say what is left and how many, or that there is nothing of the kind asked for.
    """

    ties: list[dict]
    activities: list[dict]
    part: str = ""
    words: str = ""


def shown(content: dict, asked: str) -> Shown:
    """The lists of ``content`` narrowed to the figure ``asked`` for.

    A status is asked for as ``status-dormant``, a likelihood as ``class-community``, the official
    share of a tie as ``share-12``, its activities as ``tie-12``.
    """
    kind, _hyphen, value = asked.partition("-")
    narrow = KINDS.get(kind)
    found = narrow(content, value) if narrow else None
    if found:
        return found
    words = _("This edition has no such figure; everything is shown.") if asked else ""
    return Shown(content["ties"], content["activities"], words=words)


def _of_status(content, value):
    status = next((row for row in content["statuses"] if row["status"] == value), None)
    if status is None:
        return None
    ties = [tie for tie in content["ties"] if tie["status"] == value]
    words = ngettext(
        "%(ties)s relationship is shown: %(status)s.",
        "%(ties)s relationships are shown: %(status)s.",
        len(ties),
    ) % {"ties": len(ties), "status": status["label"]}
    return Shown(ties, content["activities"], TIES, words)


def _of_class(content, value):
    likelihood = next((row for row in content["likelihoods"] if row["class"] == value), None)
    if likelihood is None:
        return None
    letters = CLASSES[value]
    activities = [row for row in content["activities"] if row["involvement"] in letters]
    words = ngettext(
        "%(activities)s activity is shown: %(label)s. Tie-years with one: %(n)s/%(of)s.",
        "%(activities)s activities are shown: %(label)s. Tie-years with one: %(n)s/%(of)s.",
        len(activities),
    ) % {
        "activities": len(activities),
        "label": likelihood["label"],
        "n": likelihood["panel"]["n"],
        "of": likelihood["panel"]["of"],
    }
    return Shown(content["ties"], activities, ACTIVITIES, words)


def _of_tie(content, value):
    tie = _tie(content, value)
    return tie and _activities_of(content, tie, lambda row: True, tie["name"])


def _of_share(content, value):
    tie = _tie(content, value)
    if tie is None:
        return None
    # Editions of before the windows of single ties were kept have that of the whole.
    window = tie.get("window", content["window"])
    label = _("%(name)s, official share %(official)s/%(of)s") % {
        "name": tie["name"],
        "official": tie["official"],
        "of": tie["classified"],
    }
    return _activities_of(
        content,
        tie,
        lambda row: row["involvement"] in CLASSIFIED and row["policy_year"] in window,
        label,
    )


def _tie(content, value):
    return next((tie for tie in content["ties"] if str(tie["id"]) == value), None)


def _activities_of(content, tie, counts: Callable[[dict], bool], label):
    activities = [row for row in content["activities"] if _is_of(tie, row) and counts(row)]
    words = ngettext(
        "%(activities)s activity is shown: %(label)s.",
        "%(activities)s activities are shown: %(label)s.",
        len(activities),
    ) % {"activities": len(activities), "label": label}
    return Shown(content["ties"], activities, ACTIVITIES, words)


def _is_of(tie, row):
    """Editions of before the numbers were kept have names alone."""
    return tie["id"] in row["tie_ids"] if "tie_ids" in row else tie["name"] in row["ties"]


KINDS = {"status": _of_status, "class": _of_class, "tie": _of_tie, "share": _of_share}
