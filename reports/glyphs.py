"""The drawn signs of a year: shape first, colour second. Screen and paper draw the same paths.

Each sign lies in a box of 14 by 14. An ink is a word, not a colour: the stylesheet and the
document template say which colour it is.
"""

from dataclasses import dataclass

BOX = 14


@dataclass(frozen=True, slots=True)
class Shape:
    """One path; ``width`` and ``dash`` are those of its stroke."""

    path: str
    fill: str = "none"
    stroke: str = "none"
    width: float = 0
    dash: str = ""


SQUARE = Shape(
    "M2.4 1.4h9.2a1 1 0 0 1 1 1v9.2a1 1 0 0 1-1 1H2.4a1 1 0 0 1-1-1V2.4a1 1 0 0 1 1-1z", "gov"
)
HATCHING = "M1.4 7 7 1.4M1.4 12.6 12.6 1.4M7 12.6 12.6 7"
QUESTION = "M5.4 5.6c0-1.1.7-1.7 1.6-1.7s1.6.6 1.6 1.5c0 1.2-1.6 1.3-1.6 2.7"

GLYPHS: dict[str, tuple[Shape, ...]] = {
    "G": (SQUARE,),
    "M": (
        SQUARE,
        Shape("M3.2 7a3.8 3.8 0 1 1 7.6 0 3.8 3.8 0 1 1-7.6 0z", "com", "paper", 1.4),
    ),
    "C": (Shape("M1 7a6 6 0 1 1 12 0A6 6 0 1 1 1 7z", "com"),),
    "B": (Shape("M7 .3 13.7 7 7 13.7.3 7z", "biz"),),
    "U": (
        Shape("M1.7 7a5.3 5.3 0 1 1 10.6 0A5.3 5.3 0 1 1 1.7 7z", stroke="un", width=1.5),
        Shape(QUESTION, stroke="un", width=1.3),
        Shape("M6.2 9.8a.8.8 0 1 1 1.6 0 .8.8 0 1 1-1.6 0z", "un"),
    ),
    "silent": (Shape("M3.9 6.1h6.2v1.8H3.9z", "sil"),),
    "not_reported": (
        Shape("M1 1h12v12H1z", stroke="miss", width=1, dash="2 1.6"),
        Shape(HATCHING, stroke="miss", width=0.8),
    ),
}
