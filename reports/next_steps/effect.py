"""What one more activity would do to a tie: the same judgement as of what is, on one thing more.

An activity is taken as if it were held on the day the tie is looked at.
"""

from datetime import date
from typing import NamedTuple

from reports.holding import HOLDS, Reading, balances, holds
from reports.metrics import Counts, activity_status
from reports.summary import TieSummary

MOST_TIMES = 12

# Cleared by saying who took part in what is on record, not by doing more.
NOT_BY_DOING = {"classify_first"}


class Effect(NamedTuple):
    """The status before and after; the findings that would be cleared, that would stay, and
    that would be said anew, such as sporadic of a tie that was inactive.
    """

    before: str
    after: str
    cleared: tuple[str, ...]
    left: tuple[str, ...]
    new: tuple[str, ...]


def effect(tie: TieSummary, letter: str, as_of: date, times: int = 1) -> Effect:
    """Of ``times`` live activities of involvement ``letter``, held on ``as_of``."""
    reading = _reading_after(tie, letter, as_of, times)
    flags = [found.kind for found in tie.findings]
    said = tuple(kind for kind in HOLDS if holds(kind, reading))
    return Effect(
        before=tie.reading,
        after=reading.status,
        cleared=tuple(kind for kind in flags if kind not in said),
        left=tuple(kind for kind in said if kind in flags),
        new=tuple(kind for kind in said if kind not in flags),
    )


def times_needed(tie: TieSummary, letter: str, as_of: date) -> int | None:
    """How many such activities clear all that activities of this kind can clear; None if none."""
    can_clear = _cleared(tie, letter, as_of, MOST_TIMES)
    if not can_clear:
        return None
    numbers = range(1, MOST_TIMES + 1)
    return next(n for n in numbers if can_clear <= _cleared(tie, letter, as_of, n))


def _cleared(tie, letter, as_of, times):
    return set(effect(tie, letter, as_of, times).cleared) - NOT_BY_DOING


def _reading_after(tie, letter, as_of, times):
    thresholds = tie.thresholds
    running = tie.running_counts
    more = Counts(*running)._replace(**{letter: getattr(running, letter) + times})
    status = activity_status(as_of, as_of, suspended=tie.suspended, thresholds=thresholds)
    return Reading(
        status=status,
        balances=balances(tie.counts, more, thresholds),
        active_years=tie.active_exposed_years,
        exposed_years=tie.exposed_years,
        missing=tie.unreported_years,
        thresholds=thresholds,
    )
