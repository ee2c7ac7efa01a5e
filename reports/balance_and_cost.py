"""How balanced one tie is and what it cost, in the words of its page."""

from fractions import Fraction

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from reports import spending
from reports.metrics import Spent
from reports.summary import TieSummary


def balance_and_cost(tie: TieSummary) -> dict:
    """What the page says of money, balance and disruption besides the bare numbers."""
    return {
        "visits": balance_in_words(tie.visits_reciprocity),
        "people": balance_in_words(tie.people_reciprocity),
        "recorded": spending.recorded(tie.costs),
        "sums": [_sum(spent) for spent in tie.costs.sums],
        "cancelled": spending.cancelled(tie.disruption),
        "causes": spending.causes(tie.disruption),
        "put_off": spending.put_off(tie.disruption),
    }


def balance_in_words(reciprocity: Fraction | None) -> str:
    """1.0 is as many each way, 0.0 all one way; empty where nobody travelled."""
    if reciprocity is None:
        return ""
    said = number_format(round(float(reciprocity), 2), 2)
    if reciprocity == 1:
        return _("reciprocity %(number)s: as many each way") % {"number": said}
    if reciprocity == 0:
        return _("reciprocity %(number)s: all one way") % {"number": said}
    return _("reciprocity %(number)s, where 1 is as many each way") % {"number": said}


def _sum(spent: Spent):
    return {
        "total": spending.amount(spent.total, spent.currency) if spent.activities else "",
        "shares": [
            (label, spending.amount(paid, spent.currency), _percent(spent.percent(name)))
            for name, label, paid in spending.shares(spent)
            if paid
        ],
        "averages": _amounts(spent, spending.averages(spent)),
        "apart": _amounts(spent, spending.apart(spent)),
        "notes": spending.notes(spent),
    }


def _percent(text):
    return number_format(text) if text else ""


def _amounts(spent, named):
    return [(label, spending.amount(value, spent.currency)) for label, value in named]
