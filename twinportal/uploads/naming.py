"""Names of files: the one people read, and the one the server stores under."""

import unicodedata
import uuid

LONGEST = 200  # characters; the column and every file system have room for it
FORBIDDEN = '<>:"|?*'


def readable_name(name: str) -> str:
    """``name`` without folders and without what does not show: control characters, and marks
    that turn the direction of writing and so can dress up an ending.
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(" " if letter in FORBIDDEN else letter for letter in last if _shows(letter))
    stem, dot, ending = " ".join(unicodedata.normalize("NFC", shown).split()).rpartition(".")
    if not dot:
        return ending[:LONGEST]
    return f"{stem[: LONGEST - len(ending) - 1]}.{ending}"[-LONGEST:]


def _shows(letter: str) -> bool:
    # Cc control, Cf format (direction marks), Cs lone surrogates, Co private, Cn unassigned
    return unicodedata.category(letter)[0] != "C"


def stored_name(kind: str) -> str:
    """A name that nobody can guess, choose or collide with."""
    return f"{uuid.uuid4().hex}.{kind}"
