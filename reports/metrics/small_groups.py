"""Which groups of a table may stand alone, where a small one would give somebody away."""

from collections.abc import Collection, Mapping

FEWEST_OFFICES = 3


def rest_of(offices: Mapping[str, Collection[int]]) -> set[str]:
    """The groups to be shown only together; ``offices`` are those behind each group.

    A group stands alone if three offices or more are behind it. The others are put together; if
    these come from fewer than three, the next larger groups join them, so that nobody finds them
    by taking what is shown from the total.
    """
    rest = {name for name, behind in offices.items() if len(set(behind)) < FEWEST_OFFICES}
    alone = sorted(set(offices) - rest, key=lambda name: (len(set(offices[name])), name))
    while rest and alone and len(_behind(offices, rest)) < FEWEST_OFFICES:
        rest.add(alone.pop(0))
    return rest


def _behind(offices, names) -> set[int]:
    return set().union(*(offices[name] for name in names))
