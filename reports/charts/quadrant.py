"""Years with an activity across, share with citizens up: a dot a tie."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from reports.charts.axes import Tick


@dataclass(frozen=True, slots=True)
class QuadrantTie:
    """A tie with ``years`` active years, at least one, and its ``share`` with citizens, 0 to 1."""

    name: str
    title: str
    mark: str
    years: int
    share: Fraction
    address: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A tie and where it stands; ``is_named`` where its name fits beside it."""

    tie: QuadrantTie
    x: float
    y: float
    is_named: bool

    @property
    def is_at_the_right(self) -> bool:
        return self.x > 100 / 2


@dataclass(frozen=True, slots=True)
class Quadrant:
    """``hidden`` ties have the place of others and no room there; they stand in the table."""

    dots: tuple[Dot, ...]
    years: tuple[Tick, ...]
    split_x: float
    split_y: float
    hidden: int


TOP, BOTTOM = 12, 288  # pixels; a share of 1 and of 0 stand inside them
ALL, NONE = 26, 274
ROW, A_ROW, ROWS = 22, 2, 5  # pixels between two rows of one place; dots in a row; rows
LONGEST_NAME = 11  # letters beside a dot


def quadrant(ties: Iterable[QuadrantTie], window: int) -> Quadrant:
    """Ties of one place stand side by side in it, towards the middle of the drawing."""
    places = defaultdict(list)
    for tie in ties:
        places[tie.years, tie.share].append(tie)
    alone = {place for place in places if _is_alone(place, places)}
    dots = [
        Dot(tie, *_stand(tie, index, len(found), window), place in alone and _is_short(tie.name))
        for place, found in places.items()
        for index, tie in enumerate(found[: A_ROW * ROWS])
    ]
    return Quadrant(
        dots=tuple(dots),
        years=tuple(Tick(_across(year, window), year) for year in range(1, window + 1)),
        split_x=_across(window / 2, window),
        split_y=_up(Fraction(1, 2)),
        hidden=sum(map(len, places.values())) - len(dots),
    )


def _stand(tie, index, total, window):
    row, column = divmod(index, A_ROW)
    beside = column - (min(total, A_ROW) - 1) / 2
    down = ROW * row if tie.share >= Fraction(1, 2) else -ROW * row
    across = _across(tie.years, window) + beside * 100 / window / (A_ROW + 1)
    return round(across, 2), round(_up(tie.share) + down, 1)


def _is_alone(place, places) -> bool:
    """Whether no other tie stands so near that the names would cover each other."""
    years, up = place[0], _up(place[1])
    near = (
        len(found)
        for (other_years, share), found in places.items()
        if other_years == years and abs(_up(share) - up) < ROW
    )
    return sum(near) == 1


def _is_short(name) -> bool:
    return len(name) <= LONGEST_NAME


def _across(years, window) -> float:
    return round(100 * (years - 0.5) / window, 2)


def _up(share) -> float:
    return round(NONE - float(share) * (NONE - ALL), 1)
