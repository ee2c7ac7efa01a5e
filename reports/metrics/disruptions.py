"""What was called off."""

from fractions import Fraction


def disruption(held: int, cancelled: int) -> Fraction | None:
    """Cancelled out of held and cancelled; None if there is neither."""
    return Fraction(cancelled, held + cancelled) if held + cancelled else None
