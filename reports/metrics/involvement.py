"""What kind of activity it was, from two facts: the government's role and who took part.

An involvement is one letter: ``G`` government without community, ``M`` government and
community, ``C`` community without government, ``B`` business only, ``U`` nothing recorded.
"""

from collections.abc import Iterable

INVOLVEMENTS = ("G", "M", "C", "B", "U")

# A year can be in several classes at once, so the classes never add up to 100 %.
CLASSES = {
    "any": "GMCBU",
    "government": "GM",
    "non_government": "CB",
    "community": "CM",
    "people_to_people": "C",
}

_AS_GOVERNMENT = {"C": "M", "B": "G", "U": "G"}


def classify(*, role: str, community: bool, business: bool, strict: bool = False) -> str:
    """The letter of one activity.

    ``role`` is the government's part: none, courtesy, participant or lead. A courtesy, such as
    a mayor's opening words, is no government part; only the strict reading takes it for one.
    """
    government = role in ("participant", "lead") or (strict and role == "courtesy")
    if government:
        return "M" if community else "G"
    if community:
        return "C"
    return "B" if business else "U"


def strictly(letter: str, role: str) -> str:
    """The letter of the same activity when a courtesy counts as a government part."""
    return _AS_GOVERNMENT.get(letter, letter) if role == "courtesy" else letter


def indicator(letters: Iterable[str], name: str) -> bool:
    """Whether a year with live activities of these letters counts in the class ``name``."""
    members = CLASSES[name]
    return any(letter in members for letter in letters)


def year_mark(letters: Iterable[str]) -> str | None:
    """The one letter that stands for a whole year; None if nothing was held in it.

    Government and community in the same year are a mixed year, also when they never met.
    """
    present = frozenset(letters)
    if not present:
        return None
    government = bool(present & {"G", "M"})
    community = bool(present & {"C", "M"})
    return classify(
        role="participant" if government else "none",
        community=community,
        business="B" in present,
    )
