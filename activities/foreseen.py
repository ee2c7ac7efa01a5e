"""What the database will derive about an activity that is not saved yet."""

from django.db.models import Q

from activities import derived
from activities.choices import Involvement
from activities.models import Activity

_LOOKUPS = {
    "exact": lambda value, given: value == given,
    "in": lambda value, given: value in given,
    "gt": lambda value, given: value is not None and value > given,
}


def foreseen_involvement(activity: Activity) -> str:
    """The letter of ``Involvement`` that the database will derive.

    It reads the same conditions as the generated column, so there is one definition.
    """
    government = _holds(derived.GOVERNMENT, activity)
    if _holds(derived.COMMUNITY, activity):
        return Involvement.MIXED.value if government else Involvement.COMMUNITY.value
    if government:
        return Involvement.GOVERNMENT.value
    is_business = _holds(derived.BUSINESS, activity)
    return Involvement.BUSINESS.value if is_business else Involvement.UNCLASSIFIED.value


def is_foreseen_live(activity: Activity) -> bool:
    return _holds(derived.LIVE, activity)


def _holds(condition: Q, record) -> bool:
    told = (
        _holds(part, record) if isinstance(part, Q) else _is_met(record, *part)
        for part in condition.children
    )
    met = any(told) if condition.connector == Q.OR else all(told)
    return met != condition.negated


def _is_met(record, path: str, given) -> bool:
    name, _separator, lookup = path.partition("__")
    return _LOOKUPS[lookup or "exact"](getattr(record, name), given)
