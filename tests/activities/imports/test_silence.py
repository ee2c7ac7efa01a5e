"""What stands in a cell that is meant to be empty, and what only looks like it."""

import pytest

from activities.imports.values import words
from activities.imports.values.cells import text
from activities.imports.values.countries import country
from activities.imports.values.silence import _NOTHING, says_nothing
from activities.imports.values.vocabulary import NO, YES, Vocabulary


@pytest.mark.parametrize(
    "cell",
    ["N/A", "n/a", "s.o.", " - ", "–", "—", ".", "…", "?", "Unknown", "INCONNU", "不明", "", "  "],
)
def test_a_sign_for_nothing_is_empty(cell):
    assert says_nothing(cell)


@pytest.mark.parametrize("cell", ["NA", "none", "aucun", "0", 0, 0.0, False, "no", "x", "#N/A"])
def test_an_answer_is_not_nothing(cell):
    assert not says_nothing(cell)


def test_namibia_is_a_country():
    assert country("NA") == "NA"


def test_no_sign_for_nothing_is_a_word_of_ours():
    vocabularies = [value for value in vars(words).values() if isinstance(value, Vocabulary)]

    taken = [
        sign
        for sign in _NOTHING
        if sign in YES | NO or any(vocabulary.find(sign) for vocabulary in vocabularies)
    ]

    assert vocabularies
    assert [sign for sign in taken if text(sign)] == []
