from datetime import date

import pytest

from activities.imports.refusals import CellRefused
from activities.imports.values.numbers import count, latitude, longitude, record_id


def sentence(read, cell):
    with pytest.raises(CellRefused) as raised:
        read(cell)
    return raised.value.sentence


@pytest.mark.parametrize(
    ("cell", "number"),
    [("0", 0), ("12", 12), (3.0, 3), (" 7 ", 7), ("3.0", 3), ("3,0", 3), ("１２", 12)],
)
def test_a_count_is_a_whole_number(cell, number):
    assert count(cell) == number


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("-1", "negative"),
        (-3.0, "negative"),
        ("2.5", "whole number"),
        ("about 20", "whole number"),
        ("1e3", "whole number"),
        ("nan", "whole number"),
        (float("inf"), "whole number"),
        (True, "whole number"),
        (1e12, "too large"),
        ("#DIV/0!", "formula"),
        ("12.000", "may be 12000 or a fraction"),
        ("1.234", "may be 1234 or a fraction"),
        ("0,123", "whole number"),
        ("1,23", "whole number"),
        ("1,2345", "whole number"),
        ("12 34", "whole number"),
        ("1,234 567", "whole number"),
        ("15 students", "Write 15."),
        ("15 élèves", "Write 15."),
        ("15名", "Write 15."),
        ("12 + 3", "whole number"),
        ("15 %", "a share"),
        ("2024-03-04", "whole number"),
        (date(2024, 3, 4), "is a date"),
        *(
            (words, "not an exact whole number")
            for words in (
                "~20",
                "env. 20",
                "environ 20",
                "about 20",
                "20+",
                "20?",
                "ca. 20",
                "20-25",
                "20 to 25",
                "plus de 20",
                "约20",
            )
        ),
    ],
)
def test_other_counts_are_refused_with_the_reason(cell, words):
    assert words in sentence(count, cell)


@pytest.mark.parametrize(
    ("read", "cell", "degrees"),
    [
        (latitude, "45.5", 45.5),
        (longitude, "-73,6", -73.6),
        (latitude, "45,512", 45.512),
        (latitude, -90, -90),
    ],
)
def test_degrees_take_a_point_or_a_comma(read, cell, degrees):
    assert read(cell) == degrees


@pytest.mark.parametrize(
    ("read", "cell"),
    [(latitude, "90.1"), (longitude, "181"), (latitude, "45N")],
)
def test_degrees_off_the_earth_are_refused(read, cell):
    assert "degrees" in sentence(read, cell)


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009", ",", "'", "’"])
def test_thousands_may_be_parted(space):
    assert count(f"1{space}234") == 1234
    assert count(f"1{space}234{space}567") == 1_234_567


@pytest.mark.parametrize("cell", ["0", "-1", "1.5", "x", 1e20, "9" * 400])
def test_what_can_be_no_record_s_number_is_refused(cell):
    assert "number of a record" in sentence(record_id, cell)
