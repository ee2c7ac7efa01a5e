"""Names that differ by a slip of the hand: “Suzhu” and “Suzhou”."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from activities.imports.cities.place import Place
from activities.imports.cities.words import CityWords
from activities.imports.folding import fold

# Two letters of six may differ: “Schanghai” is like Shanghai, “Fuzhou” is not like Suzhu.
_LIKE_ENOUGH = 0.8
_MOST_PROPOSED = 3


def near_misses(words: CityWords, places: Iterable[Place]) -> list[Place]:
    """The places on record whose name is nearly that of ``words``, the likest first."""
    told = [name for name in (fold(words.name), fold(words.native_name)) if name]
    likest = []
    for place in places:
        likeness = max((_likeness(one, name) for one in told for name in place.names), default=0)
        if likeness >= _LIKE_ENOUGH and not place.is_new:
            likest.append((-likeness, str(place), place))
    return [place for _likeness, _name, place in sorted(likest, key=lambda found: found[:2])][
        :_MOST_PROPOSED
    ]


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _LIKE_ENOUGH or matcher.quick_ratio() < _LIKE_ENOUGH:
        return 0
    return matcher.ratio()
