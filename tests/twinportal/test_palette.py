"""The colours of who took part, as people see them who see some colours alike.

Shape says it first (``reports.glyphs``) and dashes do; these colours stay apart all the same.
"""

import re
from itertools import combinations
from pathlib import Path

import pytest
from django.conf import settings

from reports.editions.drawings import INKS
from reports.glyphs import GLYPHS
from reports.views.register.strip import DAY, NIGHT

TOKENS = Path(settings.BASE_DIR, "static", "twinportal", "tokens.css").read_text()
INVOLVEMENT = ["gov", "community", "business", "unclassified"]
# Full severity, on linear red, green and blue: Machado, Oliveira and Fernandes, "A
# physiologically-based model for simulation of color vision deficiency" (2009).
SIGHT = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
# About 2 is just seen side by side; five times that is told apart at a glance, in small marks.
APART = 10
WHITE = (0.95047, 1.0, 1.08883)
TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)


def colour(name, scheme):
    by_day, by_night = re.search(
        rf"--tp-{name}: light-dark\((#\w{{6}}), (#\w{{6}})\)", TOKENS
    ).groups()
    return by_day if scheme == "day" else by_night


def linear(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def lab(colour, sight):
    seen = [min(max(part, 0), 1) for part in times(SIGHT[sight], linear(colour))]
    x, y, z = (
        part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116
        for part in (v / w for v, w in zip(times(TO_XYZ, seen), WHITE, strict=True))
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one, other, sight):
    """Of CIE 1976: how far apart two colours are seen."""
    pairs = zip(lab(one, sight), lab(other, sight), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


@pytest.mark.parametrize("scheme", ["day", "night"])
@pytest.mark.parametrize("sight", SIGHT)
def test_any_two_kinds_of_involvement_are_told_apart(scheme, sight):
    near = {
        (one, other): round(difference(colour(one, scheme), colour(other, scheme), sight))
        for one, other in combinations(INVOLVEMENT, 2)
    }

    assert {pair: apart for pair, apart in near.items() if apart < APART} == {}


def test_pictures_that_leave_the_pages_have_the_colours_of_the_pages():
    names = {"gov": "gov", "com": "community", "biz": "business", "un": "unclassified"}
    names |= {"sil": "silent", "miss": "missing"}

    assert {ink: INKS[ink] for ink in names} == {ink: colour(n, "day") for ink, n in names.items()}
    assert {ink: DAY[ink] for ink in names} == {ink: colour(n, "day") for ink, n in names.items()}
    assert {ink: NIGHT[ink] for ink in names} == {
        ink: colour(n, "night") for ink, n in names.items()
    }


def test_no_two_signs_differ_by_colour_alone():
    drawn = [tuple(shape.path for shape in shapes) for shapes in GLYPHS.values()]

    assert len(set(drawn)) == len(drawn)


def test_white_and_black_are_as_far_apart_as_can_be():
    assert difference("#ffffff", "#000000", "usual") == pytest.approx(100, abs=0.1)
