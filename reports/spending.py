"""Money and what was called off in words: the same on the tie's page and in an edition."""

from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from activities.choices import Reason, ReasonSide
from reports.metrics import Costs, Disruption, Spent


def amount(value: Decimal, currency: str) -> str:
    """``1,234.50 CAD``, as the language writes numbers."""
    return f"{number_format(value, decimal_pos=2, use_l10n=True, force_grouping=True)} {currency}"


def shares(spent: Spent) -> list[tuple[str, str, Decimal]]:
    """Who paid: the name of the share, its words, its amount."""
    return [
        ("city", _("Our city"), spent.city),
        ("participants", _("Participants"), spent.participants),
        ("grants", _("Grants"), spent.grants),
        ("others", _("Others"), spent.others),
    ]


def averages(spent: Spent) -> list[tuple[str, Decimal]]:
    """Those that can be known, with what each is an average over."""
    known = [
        (_("For each activity with money on record"), spent.per_activity),
        (_("For each day of one person"), spent.per_person_day),
    ]
    return [(label, value) for label, value in known if value is not None]


def apart(spent: Spent) -> list[tuple[str, Decimal]]:
    """What is in no total."""
    beside = [
        (_("In kind, in no total"), spent.in_kind),
        (_("Planned, in no total"), spent.planned),
    ]
    return [(label, value) for label, value in beside if value]


def recorded(costs: Costs) -> str:
    """Of how many activities the record knows what they cost."""
    if not costs.activities:
        return _("No activities, so nothing was spent on any.")
    if not costs.recorded:
        return ngettext(
            "No money is on record for the %(total)s activity; what it cost is not known.",
            "No money is on record for any of the %(total)s activities; what they cost is not "
            "known.",
            costs.activities,
        ) % {"total": costs.activities}
    return ngettext(
        "Money is on record for %(recorded)s of %(total)s activity.",
        "Money is on record for %(recorded)s of %(total)s activities.",
        costs.activities,
    ) % {"recorded": costs.recorded, "total": costs.activities}


def notes(spent: Spent) -> list[str]:
    """What a reader must know to read the sums of one currency rightly."""
    return [note for note in (_unmeasured(spent), _shared(spent), _originals(spent)) if note]


def _unmeasured(spent):
    missing = spent.unmeasured_activities
    if not missing:
        return ""
    return ngettext(
        "A day of one person leaves out %(total)s activity without a full count of people or "
        "exact days.",
        "A day of one person leaves out %(total)s activities without a full count of people or "
        "exact days.",
        missing,
    ) % {"total": missing}


def _shared(spent):
    if not spent.shared:
        return ""
    return ngettext(
        "%(total)s activity is shared with other ties; its money stands in full with each.",
        "%(total)s activities are shared with other ties; their money stands in full with each.",
        spent.shared,
    ) % {"total": spent.shared}


def _originals(spent):
    if all(original.currency == spent.currency for original in spent.originals):
        return ""
    paid = ", ".join(amount(each.amount, each.currency) for each in spent.originals)
    return _("As it was paid: %(amounts)s, each line converted by the rate of its date.") % {
        "amounts": paid
    }


def cancelled(disruption: Disruption) -> str:
    """How much of what was to be held was cancelled."""
    if not disruption.of:
        return _("Nothing was held and nothing was cancelled.")
    if not disruption.cancelled:
        return _("Nothing was cancelled.")
    said = _("Cancelled: %(cancelled)s of %(of)s held or cancelled") % {
        "cancelled": disruption.cancelled,
        "of": disruption.of,
    }
    if disruption.percent is None:
        return f"{said}."
    return f"{said} ({_('%(percent)s %%') % {'percent': number_format(disruption.percent)}})."


def put_off(disruption: Disruption) -> str:
    """What was postponed or declined; empty where nothing was."""
    if not (disruption.postponed or disruption.declined):
        return ""
    return _("Beside it: %(postponed)s postponed, %(declined)s declined.") % {
        "postponed": disruption.postponed,
        "declined": disruption.declined,
    }


def reason_words(word: str) -> str:
    return str(Reason(word).label) if word else _("no reason given")


def side_words(word: str) -> str:
    return str(ReasonSide(word).label) if word else _("no side given")


def causes(disruption: Disruption) -> list[str]:
    """Why the cancelled ones were, and on whose side: “Budget 2, Visa or border 1”."""
    if not disruption.cancelled:
        return []
    reasons = [f"{reason_words(each.word)} {each.cancelled}" for each in disruption.reasons]
    sides = [f"{side_words(each.word)} {each.cancelled}" for each in disruption.sides]
    return [", ".join(reasons), ", ".join(sides)]


def awaited(lines: int) -> str:
    """Trips for what is not yet known to have been held; empty without any."""
    if not lines:
        return ""
    return ngettext(
        "%(total)s trip is left out, since its activity is not yet stated as held.",
        "%(total)s trips are left out, since their activities are not yet stated as held.",
        lines,
    ) % {"total": lines}
