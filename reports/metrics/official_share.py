"""Officials or citizens: the official share of a tie and what may be said from it."""

from typing import NamedTuple

from reports.metrics.thresholds import STANDARD, Thresholds


class Counts(NamedTuple):
    """Live activities by involvement."""

    G: int = 0
    M: int = 0
    C: int = 0
    B: int = 0
    U: int = 0

    @property
    def total(self) -> int:
        return sum(self)

    @property
    def classified(self) -> int:
        return self.total - self.U

    @property
    def government(self) -> int:
        return self.G + self.M

    @property
    def community(self) -> int:
        return self.C + self.M


class Balance(NamedTuple):
    """The official share ``official`` / ``of`` over the window, and the words it allows.

    ``of`` counts what is classified. Official-heavy is never said together with *too few to
    say* or *classify first*.
    """

    official: int
    of: int
    is_too_few: bool
    is_classify_first: bool
    is_official_heavy: bool
    is_official_only: bool


def balance(counts: Counts, thresholds: Thresholds = STANDARD) -> Balance:
    """What the live activities of a window say about who carries the tie."""
    of, official, community = counts.classified, counts.government, counts.community
    is_too_few = of < thresholds.heavy_minimum
    is_classify_first = _percent_above(counts.U, of + counts.U, thresholds.unclassified_percent)
    return Balance(
        official=official,
        of=of,
        is_too_few=is_too_few,
        is_classify_first=is_classify_first,
        is_official_heavy=(
            not is_too_few
            and not is_classify_first
            and not _percent_below(official, of, thresholds.heavy_percent)
            and _percent_below(community, of, thresholds.community_percent)
        ),
        is_official_only=of >= 1 and community == 0,
    )


def _percent_above(n: int, of: int, limit: int) -> bool:
    """Whether ``n`` / ``of`` is more than ``limit`` percent; exact, and false of nothing."""
    return n * 100 > limit * of


def _percent_below(n: int, of: int, limit: int) -> bool:
    return n * 100 < limit * of
