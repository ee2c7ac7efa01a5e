"""What was signed, over time: when a tie was in force and when it was suspended.

The history is a list of ``(date, status)``: from ``date`` on it is ``status``, one of
proposed, in_force, suspended, ended and historical.
"""

from collections.abc import Iterable
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from reports.metrics.clock import Interval

IN_FORCE, SUSPENDED, PROPOSED = "in_force", "suspended", "proposed"
OVER = ("ended", "historical")


class LegalTerm(NamedTuple):
    """The legal status at ``as_of`` and what led to it.

    ``over_since`` is the day the tie ended or became historical, None while it has not.
    """

    status: str
    in_force: tuple[Interval, ...]
    suspended: tuple[Interval, ...]
    over_since: date | None


def legal_term(
    changes: Iterable[tuple[date, str]],
    as_of: date,
    *,
    start: date | None,
    current: str,
    before: str = "",
) -> LegalTerm:
    """Read the history up to ``as_of``; later changes do not exist yet.

    A tie is in force from its ``start`` (always, if that is unknown) to its first change,
    unless this first makes it proposed or in force later, or ``before`` says that it was
    something else, nobody knows since when. Without any history ``current`` is all that is
    known: in force since the start, or not in force at all.
    """
    # Of two on one day the later in the list came last.
    steps = sorted(changes, key=itemgetter(0))
    if not steps:
        in_force = ((start, None),) if current == IN_FORCE else ()
        return LegalTerm(current, in_force, (), None)
    if before in ("", IN_FORCE):
        steps = _from_the_start(steps, start)
    steps = [step for step in steps if step[0] is None or step[0] <= as_of]
    if not steps:
        return LegalTerm(before or PROPOSED, (), (), None)
    status = steps[-1][1]
    return LegalTerm(
        status=status,
        in_force=_intervals(steps, IN_FORCE),
        suspended=_intervals(steps, SUSPENDED),
        over_since=_since(steps) if status in OVER else None,
    )


def _from_the_start(steps, start):
    first_date, first_status = steps[0]
    if start is not None and start < first_date and first_status != PROPOSED:
        return [(start, IN_FORCE), *steps]
    if start is None and first_status not in (PROPOSED, IN_FORCE):
        return [(None, IN_FORCE), *steps]
    return steps


def _intervals(steps, wanted):
    ends = [since for since, _ in steps[1:]] + [None]
    return tuple(
        (since, until)
        for (since, status), until in zip(steps, ends, strict=True)
        if status == wanted and (since is None or since != until)
    )


def _since(steps):
    """The first day of the last unbroken stretch of being over."""
    day = None
    for since, status in reversed(steps):
        if status not in OVER:
            break
        day = since
    return day
