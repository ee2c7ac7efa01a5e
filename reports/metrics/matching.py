"""Comparing like with like: the ties of two groups to the partners that both have."""

from collections.abc import Collection, Hashable, Mapping
from typing import NamedTuple, TypeVar

Tie = TypeVar("Tie", bound=Hashable)
Partner = TypeVar("Partner", bound=Hashable)


class Side(NamedTuple):
    """The ties of one group: to partners that both groups have, and the others."""

    matched: tuple
    unmatched: tuple


class Matching(NamedTuple):
    """``partners`` are those both groups have; nothing left out goes uncounted."""

    partners: frozenset
    group: Side
    other: Side


def match(
    group: Mapping[Tie, Collection[Partner]], other: Mapping[Tie, Collection[Partner]]
) -> Matching:
    """Match two groups of ties, each tie given with the cities that may be its partner.

    A tie of an office has one: its partner city. A reference tie is an unordered pair, so both
    its cities may be. All ties to a shared partner count, on each side.
    """
    shared = _partners(group) & _partners(other)
    return Matching(shared, _side(group, shared), _side(other, shared))


def _partners(ties):
    return frozenset(partner for partners in ties.values() for partner in partners)


def _side(ties, shared):
    matched = tuple(tie for tie, partners in ties.items() if not shared.isdisjoint(partners))
    kept = frozenset(matched)
    return Side(matched, tuple(tie for tie in ties if tie not in kept))
