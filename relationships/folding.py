"""Folding of names, so that "Quebec" finds "Québec" and "Xian" finds "Xi'an"."""

import re
import unicodedata

# Letters that decomposition leaves alone, though people type them without the stroke.
_STROKED = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)
_NOT_LETTERS = re.compile(r"[^\w]+|_+")


def fold(text: str) -> str:
    """``text`` without case, accents, apostrophes, hyphens and double spaces.

    Marks are dropped only from Latin, Greek and Cyrillic letters: in Japanese they make
    another letter (か and が), and are put back.
    """
    kept = []
    for char in unicodedata.normalize("NFKD", text).casefold():
        if unicodedata.combining(char) and kept and _loses_marks(kept[-1]):
            continue
        kept.append(char)
    plain = unicodedata.normalize("NFC", "".join(kept)).translate(_STROKED)
    plain = re.sub(r"['’ʻʼ`´]", "", plain)
    return _NOT_LETTERS.sub(" ", plain).strip()


def _loses_marks(base: str) -> bool:
    return base < "\u0530" or "\u1e00" <= base < "\u2000"
