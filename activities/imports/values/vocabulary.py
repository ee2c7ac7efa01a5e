"""How a word in a file is recognised as one of our choices."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import override

from activities.imports.files.table import Cell
from activities.imports.folding import fold
from activities.imports.refusals import CellRefused
from activities.imports.values.cells import shown, text, written


@dataclass(frozen=True)
class Word:
    """A choice as a cell names it: ``value`` is what we store, ``source`` what the cell says."""

    value: str
    source: str

    @property
    def is_translated(self) -> bool:
        """The source says it in another word than we store."""
        return fold(self.source) != fold(self.value)


@dataclass(frozen=True)
class Vocabulary:
    """A set of choices with the further words that stand for each, by stored word.

    Stored words and labels in any language of the portal are known without being listed.
    Case, accents, hyphens and underscores do not matter.
    """

    choices: type[TextChoices]
    also: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def find(self, words: str) -> str:
        """The stored word for ``words``, or an empty string."""
        return self._known.get(fold(words), "")

    def is_further(self, words: str) -> bool:
        """``words`` is neither a stored word nor a label: worth keeping beside the choice."""
        return fold(words) not in self._own

    def read(self, cell: Cell) -> Word:
        """Read a cell; CellRefused if it stands for none of the choices."""
        source = text(cell)
        value = self.find(source)
        if not value:
            raise CellRefused(
                _("“%(cell)s” is not one of: %(words)s.")
                % {"cell": shown(cell), "words": ", ".join(self.choices.values)}
            )
        return Word(value, source)

    @cached_property
    def _known(self) -> dict[str, str]:
        further = {fold(word): value for value, words in self.also.items() for word in words}
        return further | self._own

    @cached_property
    def _own(self) -> dict[str, str]:
        own = {}
        for language, _name in settings.LANGUAGES:
            with override(language):
                own |= {fold(str(choice.label)): choice.value for choice in self.choices}
        return own | {fold(choice.value): choice.value for choice in self.choices}


def listed(vocabulary: Vocabulary):
    """A reader of several words of one vocabulary with ``;`` between."""

    def read(cell: Cell) -> list[str]:
        parts = [part for part in written(cell).split(";") if part.strip()]
        return list(dict.fromkeys(vocabulary.read(part).value for part in parts))

    return read


YES = {"yes", "y", "true", "1", "x", "oui", "o", "vrai"}
NO = {"no", "n", "false", "0", "non", "faux"}


def yes_or_no(cell: Cell) -> bool:
    """A yes or a no, in English or French."""
    answer = fold(text(cell))
    if answer in YES:
        return True
    if answer in NO:
        return False
    raise CellRefused(_("“%(cell)s” is neither yes nor no.") % {"cell": shown(cell)})
