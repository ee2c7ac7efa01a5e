"""Folding of names, so that "Quebec" finds "Québec" and "Xian" finds "Xi'an"."""

import re
import unicodedata

# Letters that decomposition leaves alone, though people type them without the stroke.
_STROKED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)


def fold(text: str) -> str:
    """``text`` without case, accents, apostrophes, hyphens and double spaces.

    Marks are dropped only where people type without them, from Latin to Arabic letters. In
    Japanese they make another letter (か and が), and in Indian scripts they are the vowels.
    """
    kept = []
    for char in unicodedata.normalize("NFKD", text).casefold():
        if unicodedata.combining(char) and kept and _loses_marks(kept[-1]):
            continue
        kept.append(char)
    plain = unicodedata.normalize("NFC", "".join(kept)).translate(_STROKED)
    plain = re.sub(r"['’ʻʼ`´]", "", plain)
    spaced = (char if _is_of_a_word(char) else " " for char in plain)
    return " ".join("".join(spaced).split())


def search_text(*names: str) -> str:
    """``names`` folded, one a line; without their spaces too, so that "xian" finds Xi'an and
    "xi an" as well.
    """
    folded = [found for name in names if (found := fold(name))]
    joined = [name.replace(" ", "") for name in folded if " " in name]
    return "\n".join(dict.fromkeys([*folded, *joined]))


def _loses_marks(base: str) -> bool:
    return base < "\u0700" or "\u1e00" <= base < "\u2000"


def _is_of_a_word(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char).startswith("M")
