"""Leadership: did a tie outlive a change of leader?"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from reports.metrics.clock import add_months
from reports.metrics.involvement import CLASSES
from reports.metrics.pair_years import Likelihood

WATCH_MONTHS = 24
COMMUNITY = CLASSES["community"]


class Watch(NamedTuple):
    """The months after one change of leader, in one tie.

    ``ends`` is its last day. ``followed`` is the day of the first live activity in it.
    ``had_community`` says whether one with community took place in as many months before.
    """

    since: date
    ends: date
    followed: date | None
    had_community: bool
    is_over: bool

    @property
    def is_open(self) -> bool:
        """Time is left, and nothing has been held yet."""
        return not self.is_over and self.followed is None


class Survival(NamedTuple):
    """Changes of leader that an activity followed, out of those whose watch is over."""

    all: Likelihood
    with_community: Likelihood
    without_community: Likelihood
    open: int


def watch(since: date, activities: Iterable[tuple[date, str]], as_of: date) -> Watch:
    """The watch that a change of leader on ``since`` opened, as of ``as_of``.

    ``activities`` are the live ones of the tie, each with the first day that the record allows
    for its start and its involvement. One that began on ``since`` itself followed.
    """
    ends, from_day = add_months(since, WATCH_MONTHS), add_months(since, -WATCH_MONTHS)
    known = [(day, letter) for day, letter in activities if day <= as_of]
    return Watch(
        since=since,
        ends=ends,
        followed=min((day for day, _ in known if since <= day <= ends), default=None),
        had_community=any(letter in COMMUNITY and from_day <= day < since for day, letter in known),
        is_over=ends < as_of,
    )


def survival(watches: Iterable[Watch]) -> Survival:
    """Only a watch that is over counts, also where an activity came early: those that still
    wait cannot be counted, and to count only the early ones would flatter.
    """
    watches = list(watches)
    over = [one for one in watches if one.is_over]
    return Survival(
        all=_share(over),
        with_community=_share(one for one in over if one.had_community),
        without_community=_share(one for one in over if not one.had_community),
        open=sum(one.is_open for one in watches),
    )


def _share(watches) -> Likelihood:
    followed = [one.followed is not None for one in watches]
    return Likelihood(sum(followed), len(followed))
