"""docs/IMPORT.md names every column, and every word that a list may use in its own way."""

import pytest
from django.conf import settings

from activities.imports.activities.columns import ACTIVITY_COLUMNS
from activities.imports.folding import fold
from activities.imports.ties.rows import TIE_COLUMNS
from activities.imports.values.words import TYPE_WORDS

TEXT = (settings.BASE_DIR / "docs" / "IMPORT.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted({*TIE_COLUMNS.names, *ACTIVITY_COLUMNS.names}))
def test_every_column_is_explained(name):
    assert f"`{name}`" in TEXT


@pytest.mark.parametrize("word", sorted(TYPE_WORDS))
def test_every_word_with_a_meaning_of_its_own_is_explained(word):
    explained = {fold(part) for part in TEXT.split("`")}

    assert word in explained
