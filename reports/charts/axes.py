"""Scales, inks and room for words: what charts share."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil

# The ink of the stylesheet for a line or bar of each class; all activities together are grey.
INKS = {"G": "gov", "M": "com", "C": "com", "B": "biz"}
OTHER_INK = "sil"


def ink_of(mark: str) -> str:
    return INKS.get(mark, OTHER_INK)


@dataclass(frozen=True, slots=True)
class Tick:
    """A value of a scale and where it stands, in percent across or pixels down."""

    at: float
    value: int


def scale(highest: float) -> tuple[int, int]:
    """Step and end of an axis from 0 to at least ``highest``: whole, in at most five steps."""
    magnitude = 1
    while True:
        for step in (magnitude, 2 * magnitude, 5 * magnitude):
            if highest <= 5 * step:
                return step, max(1, ceil(highest / step)) * step
        magnitude *= 10


def spread(places: Sequence[float], apart: float, lowest: float) -> list[float]:
    """``places`` moved as little as keeps each two ``apart``, none below ``lowest``; order kept."""
    order = sorted(range(len(places)), key=lambda index: places[index])
    moved = list(places)
    for before, index in pairwise(order):
        moved[index] = max(moved[index], moved[before] + apart)
    limit = lowest
    for index in reversed(order):
        moved[index] = min(moved[index], limit)
        limit = moved[index] - apart
    return moved
