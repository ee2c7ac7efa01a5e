"""What was called off."""

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple

from reports.metrics.rounding import percent

FEWEST_FOR_PERCENT = 10


class CalledOff(NamedTuple):
    """An activity that was cancelled, postponed or declined; reason and side may be unknown."""

    activity: int
    status: str
    reason: str
    side: str


class Cause(NamedTuple):
    """A reason or a side, empty where none was given, and how many were cancelled for it."""

    word: str
    cancelled: int


class Disruption(NamedTuple):
    """``cancelled`` of those and the ``held`` ones; what was put off or declined beside it.

    ``reasons`` and ``sides`` count the cancelled ones, the most frequent first.
    """

    held: int
    cancelled: int
    postponed: int
    declined: int
    reasons: tuple[Cause, ...]
    sides: tuple[Cause, ...]

    @property
    def of(self) -> int:
        return self.held + self.cancelled

    @property
    def percent(self) -> str | None:
        """None below ten activities."""
        return percent(self.cancelled, self.of) if self.of >= FEWEST_FOR_PERCENT else None


def disruption(held: int, cancelled: int) -> Fraction | None:
    """Cancelled out of held and cancelled; None if there is neither."""
    return Fraction(cancelled, held + cancelled) if held + cancelled else None


def disruptions(called_off: Iterable[CalledOff], held: int) -> Disruption:
    """What was called off beside ``held`` live activities, each once."""
    once = {each.activity: each for each in called_off}.values()
    statuses = Counter(each.status for each in once)
    cancelled = [each for each in once if each.status == "cancelled"]
    return Disruption(
        held=held,
        cancelled=statuses["cancelled"],
        postponed=statuses["postponed"],
        declined=statuses["declined"],
        reasons=_most_frequent(each.reason for each in cancelled),
        sides=_most_frequent(each.side for each in cancelled),
    )


def _most_frequent(words):
    found = sorted(Counter(words).items(), key=lambda each: (-each[1], each[0]))
    return tuple(Cause(*each) for each in found)
