"""Figures as text: one decimal, half up, computed from integers so that no digit wavers."""

from fractions import Fraction
from math import floor


def one_decimal(value: Fraction | float | int) -> str:
    """``value`` with one decimal, a half rounded up: 57/4 is 14.3. Not for negative values."""
    tenths = floor(Fraction(value) * 10 + Fraction(1, 2))
    return f"{tenths // 10}.{tenths % 10}"


def percent(n: int, of: int) -> str:
    """``n`` out of ``of`` in percent with one decimal, half up: 35 of 245 is 14.3."""
    tenths = (2000 * n + of) // (2 * of)
    return f"{tenths // 10}.{tenths % 10}"
