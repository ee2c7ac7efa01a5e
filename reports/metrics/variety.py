"""How broad and how mutual a tie is."""

from collections.abc import Iterable
from fractions import Fraction
from math import exp, log


def field_weights(activities: Iterable[Iterable[str]]) -> dict[str, Fraction]:
    """The weight of each field; an activity in two fields counts one half in each."""
    weights: dict[str, Fraction] = {}
    for fields in activities:
        distinct = sorted(set(fields))
        for field in distinct:
            weights[field] = weights.get(field, Fraction(0)) + Fraction(1, len(distinct))
    return weights


def breadth(weights: Iterable[float | Fraction]) -> float | None:
    """How many equally used fields the mixture is worth: the exponential of its entropy.

    1.0 is one field, 3.0 three fields in equal parts. None if no activity has a field.
    """
    shares = [float(weight) for weight in weights if weight]
    total = sum(shares)
    if not total:
        return None
    return exp(-sum(share / total * log(share / total) for share in shares))


def reciprocity(inbound: int | Fraction, outbound: int | Fraction) -> Fraction | None:
    """1 if as many came as went, 0 if all went one way; None if nobody travelled.

    For visits an exchange both ways is one each way. For people its participants are halved,
    since the record does not say who travelled where.
    """
    if inbound + outbound == 0:
        return None
    return 1 - Fraction(abs(inbound - outbound)) / Fraction(inbound + outbound)
