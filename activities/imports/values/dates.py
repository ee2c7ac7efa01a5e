"""One date told by several columns: a year here, the day there."""

from django.utils.translation import gettext as _

from activities.imports.refusals import CellRefused
from relationships.dates import PartialDate, Precision

_FINENESS = {Precision.YEAR: 0, Precision.MONTH: 1, Precision.DAY: 2}


def most_precise(told: list[PartialDate]) -> PartialDate:
    """The finest of several readings of one date; CellRefused if they contradict each other."""
    finest = max(told, key=fineness)
    for value in told:
        if not agrees(value, finest):
            raise CellRefused(
                _("The columns contradict each other: %(one)s and %(other)s.")
                % {"one": value, "other": finest}
            )
    return finest


def fineness(value: PartialDate) -> int:
    return _FINENESS[value.precision]


def agrees(coarse: PartialDate, fine: PartialDate) -> bool:
    """Both can be readings of the same date."""
    return coarse.first <= fine.last and fine.first <= coarse.last


def coarsened(value: PartialDate, precision: str) -> PartialDate:
    """The date with no more than ``precision``; a file may write 2015-01-01 for a mere 2015."""
    first = value.first
    if precision == Precision.YEAR:
        return PartialDate(first.replace(month=1, day=1), precision)
    if precision == Precision.MONTH and value.precision == Precision.DAY:
        return PartialDate(first.replace(day=1), precision)
    return value
