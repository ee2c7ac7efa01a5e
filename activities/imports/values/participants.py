"""Who took part, when a file names groups without their numbers."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from activities.choices import Group
from activities.imports.files.table import Cell
from activities.imports.folding import fold
from activities.imports.refusals import CellRefused
from activities.imports.values.cells import shown, text, written
from activities.imports.values.words import GROUPS, NO_GROUP, YOUTH


@dataclass(frozen=True)
class Participants:
    """The groups that a list of words names, and a remark on words that name none."""

    groups: frozenset[str]
    remark: str = ""
    # The words themselves are always worth keeping: groups are coarser.
    is_translated = True


def participants(cell: Cell) -> Participants:
    """Read ``officials;students``. CellRefused for a word that is no group of people."""
    groups, nobody, youth = set(), [], False
    for part in written(cell).replace(",", ";").split(";"):
        word = text(part)
        folded = fold(word)
        if not folded:
            continue
        if group := GROUPS.find(word):
            groups.add(group)
        elif folded in YOUTH:
            youth = True
        elif folded in NO_GROUP:
            nobody.append(word)
        else:
            raise CellRefused(
                _("“%(word)s” is not a group of people. Write any of: %(groups)s.")
                % {"word": shown(word), "groups": ", ".join(Group.values)}
            )
    if youth and Group.STUDENTS not in groups:
        groups.add(Group.RESIDENTS.value)
    return Participants(frozenset(groups), _remark(nobody))


def _remark(words: list[str]) -> str:
    if not words:
        return ""
    return _("“%(words)s” may be any group; none is recorded for it.") % {"words": ", ".join(words)}
