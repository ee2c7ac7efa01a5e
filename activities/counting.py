"""What an activity counts as, with the reason, in words for the person who recorded it."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from activities.choices import COMMUNITY_GROUPS, GovernmentRole, Involvement, Status, Substance
from relationships.models.people import Sector


class CountsAs(NamedTuple):
    """``letter`` is an ``Involvement``, empty if the activity counts in no figure of activity.

    ``strict_letter`` is what it would count as if a courtesy were taken for government, empty
    where that changes nothing.
    """

    letter: str
    reason: str
    strict_letter: str = ""

    @property
    def word(self) -> str:
        return Involvement(self.letter).label if self.letter else _("not counted")

    @property
    def strict_word(self) -> str:
        return Involvement(self.strict_letter).label if self.strict_letter else ""


def counts_as(activity) -> CountsAs:
    """``activity`` as read back from the database, which derives what it is."""
    if not activity.is_live:
        return CountsAs("", _not_live(activity))
    return once_held(activity, activity.involvement)


def once_held(activity, letter: str) -> CountsAs:
    """``activity``, saved or not, whose involvement is ``letter``, as it counts once held."""
    if activity.substance == Substance.COURTESY:
        return CountsAs("", _courtesy())
    courtesy = activity.government_role == GovernmentRole.COURTESY
    return CountsAs(letter, REASONS[letter](activity), _strictly(letter) if courtesy else "")


def _courtesy() -> str:
    return _("A courtesy: it moves last contact, never last activity.")


def _not_live(activity) -> str:
    if activity.status == Status.HELD:
        return _courtesy()
    return {
        Status.IDEA: _("An idea counts once it was held."),
        Status.PLANNED: _("It counts once you say that it was held."),
        Status.VOID: _("It is void, and kept on record only."),
    }.get(activity.status, _("It was not held. It counts in the figures of what was put off."))


def _strictly(letter: str) -> str:
    return {Involvement.COMMUNITY: Involvement.MIXED}.get(letter, Involvement.GOVERNMENT)


def _government(activity) -> str:
    if activity.government_role == GovernmentRole.LEAD:
        return _("Government led it and no citizens took part.")
    return _("Government took part and no citizens did.")


def _mixed(activity) -> str:
    return _("Government took part, and citizens with it: %(who)s.") % {"who": _citizens(activity)}


def _community(activity) -> str:
    said = _("Citizens took part without government: %(who)s.") % {"who": _citizens(activity)}
    if activity.government_role == GovernmentRole.COURTESY:
        return said + " " + _("A courtesy by officials does not make it official.")
    return said


def _business(activity) -> str:
    return _("Business people took part, without government and without citizens.")


def _unclassified(activity) -> str:
    return _("Nobody has recorded yet who took part. It counts as an activity, in no share.")


def _citizens(activity) -> str:
    """The groups of citizens that took part, with the numbers that are known."""
    said = [_group(activity, group) for group in activity.groups if group in COMMUNITY_GROUPS]
    if activity.led_by == Sector.COMMUNITY:
        said.append(_("a community organisation leads"))
    return ", ".join(said)


def _group(activity, group) -> str:
    name = str(group.label)
    name = name[:1].lower() + name[1:]
    number = getattr(activity, group)
    return f"{name} ({number})" if number else name


REASONS = {
    Involvement.GOVERNMENT: _government,
    Involvement.MIXED: _mixed,
    Involvement.COMMUNITY: _community,
    Involvement.BUSINESS: _business,
    Involvement.UNCLASSIFIED: _unclassified,
}
