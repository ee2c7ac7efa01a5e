"""The fonts of documents on paper: all of Noto, so that a name in any script has its letters."""

from bisect import bisect
from functools import cache
from pathlib import Path

import fontpkg

FONTS = Path(__file__).resolve().parent / "fonts"
FROM_PACKAGES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari")

# The same characters are drawn differently in China, Taiwan, Japan and Korea.
FAMILY_OF_LANGUAGE = {
    "zh": "Noto Sans SC",
    "zh-Hant": "Noto Sans TC",
    "ja": "Noto Sans JP",
    "ko": "Noto Sans KR",
}
REST_OF_CJK = "Noto Sans CJK Rest"
JOINED = (
    "Noto Sans Armenian",
    "Noto Sans Bengali",
    "Noto Sans Canadian Aboriginal",
    "Noto Sans Ethiopic",
    "Noto Sans Georgian",
    "Noto Sans Gujarati",
    "Noto Sans Gurmukhi",
    "Noto Sans Hebrew",
    "Noto Sans Kannada",
    "Noto Sans Khmer",
    "Noto Sans Lao",
    "Noto Sans Malayalam",
    "Noto Sans Myanmar",
    "Noto Sans Sinhala",
    "Noto Sans Tamil",
    "Noto Sans Telugu",
    "Noto Sans Thai",
)


def font_paths() -> list[Path]:
    """The folders that hold the fonts; a document looks nowhere else."""
    return [FONTS, *(fontpkg.path(family).parent for family in FROM_PACKAGES)]


def families(language: str = "") -> list[str]:
    """Every family, in the order in which a character is looked for in a text of ``language``."""
    own = FAMILY_OF_LANGUAGE.get(language)
    cjk = [own] if own else []
    cjk += [family for family in FAMILY_OF_LANGUAGE.values() if family != own]
    return [*FROM_PACKAGES, *cjk, REST_OF_CJK, *JOINED]


def drawable(text: str) -> str:
    """``text`` with each character that no font has, such as an emoji, replaced by U+FFFD.

    The compiler of an accessible PDF refuses a whole document for one such character.
    """
    firsts, lasts = _covered()
    return "".join(
        char if char in "\n\t" or ord(char) <= lasts[bisect(firsts, ord(char)) - 1] else "\ufffd"
        for char in text
    )


@cache
def _covered() -> tuple[list[int], list[int]]:
    """First and last character of each range of fonts/coverage.txt, in order."""
    lines = (FONTS / "coverage.txt").read_text().split()
    ranges = [tuple(int(end, 16) for end in line.split("-")) for line in lines]
    return [first for first, _ in ranges], [last for _, last in ranges]
