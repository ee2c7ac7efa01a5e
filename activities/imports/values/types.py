"""The type of an activity, and what a source's own word for it says besides."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from activities.choices import ActivityType, Substance
from activities.imports.files.table import Cell
from activities.imports.folding import fold
from activities.imports.refusals import CellRefused
from activities.imports.values.cells import shown, text
from activities.imports.values.vocabulary import Word
from activities.imports.values.words import TYPE_WORDS, TYPES, TypeWord


@dataclass(frozen=True)
class SaidType(Word):
    """A type with what the source's word tells beyond it."""

    meaning: TypeWord

    @property
    def remark(self) -> str:
        if not self.meaning.remark:
            return ""
        return _("“%(word)s”: %(remark)s") % {
            "word": self.source,
            "remark": self.meaning.remark,
        }


def activity_type(cell: Cell) -> SaidType:
    """One of our types, or a word of a public list; CellRefused for any other."""
    source = text(cell)
    if value := TYPES.find(source):
        substance = Substance.COURTESY if value == ActivityType.GREETING else ""
        return SaidType(value, source, TypeWord(value, substance=substance))
    meaning = TYPE_WORDS.get(fold(source))
    if not meaning:
        raise CellRefused(
            _("“%(cell)s” is not a type of activity. Write one of: %(words)s.")
            % {"cell": shown(cell), "words": ", ".join(TYPES.choices.values)}
        )
    return SaidType(meaning.type, source, meaning)
