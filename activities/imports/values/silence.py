"""What people write into a cell to say that they have nothing to write."""

from activities.imports.files.table import Cell, is_empty

# Not “NA”, which is Namibia, nor “none”, which is an answer.
_NOTHING = {
    "n/a", "n.a.", "n.a", "s.o.", "s/o", "n/d", "n.d.", "-", "--", "---", "–", "—", "―", "－",
    "ー", ".", "..", "...", "…", "?", "??", "???", "？", "unknown", "not known", "inconnu",
    "inconnue", "inconnus", "non connu", "null", "不明", "不詳", "不详", "未知", "未詳",
}  # fmt: skip
_LONGEST = max(map(len, _NOTHING)) + 10


def says_nothing(cell: Cell) -> bool:
    """The cell is empty, or holds a sign for “not known” or “does not apply”."""
    if isinstance(cell, str) and 0 < len(cell) <= _LONGEST:
        return cell.strip().casefold() in _NOTHING or is_empty(cell)
    return is_empty(cell)
