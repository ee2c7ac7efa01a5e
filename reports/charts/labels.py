"""Names beside points, where there is room for them."""

from collections.abc import Iterable, Sequence
from unicodedata import east_asian_width

from reports.charts.world import Box

LETTER, WIDE_LETTER, LINE = 7.2, 13, 15  # pixels
BESIDE = 9  # pixels from the point to its name
RIGHT, LEFT = "right", "left"


def placed(names: Iterable[tuple[str, float, float]], points: Sequence, width, height) -> list[str]:
    """For each name and its point the side where it stands; "" where it would cover another.

    Pixels throughout. Names are placed in their order, so the first have the best chance; no name
    covers one of ``points`` and none leaves the drawing.
    """
    taken = [Box(x - 4, y - 4, x + 4, y + 4) for x, y in points]
    sides = []
    for name, x, y in names:
        for side in (RIGHT, LEFT):
            box = _box(name, x, y, side)
            free = not any(box.meets(other) for other in taken)
            if free and box.left >= 0 and box.right <= width and 0 <= box.top < height - LINE:
                taken.append(box)
                sides.append(side)
                break
        else:
            sides.append("")
    return sides


def _box(name, x, y, side):
    length = sum(WIDE_LETTER if east_asian_width(letter) in "WF" else LETTER for letter in name)
    left = x + BESIDE if side == RIGHT else x - BESIDE - length
    return Box(left, y - LINE / 2, left + length, y + LINE / 2)
