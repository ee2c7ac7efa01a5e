"""Translations, from the .po files people edit to the .mo files Django reads.

Babel does it, so that a machine without gettext can run the portal.
"""

import os
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_below(folder: Path) -> list[Path]:
    """Compile every catalogue below a folder that changed since, and return those."""
    changed = [path for path in sorted(folder.glob("*/LC_MESSAGES/*.po")) if is_stale(path)]
    for path in changed:
        compile_one(path)
    return changed


def is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime


def compile_one(path: Path) -> None:
    draft = path.with_suffix(f".{os.getpid()}.draft")
    with path.open("rb") as source, draft.open("wb") as target:
        write_mo(target, read_po(source, abort_invalid=True))
    draft.rename(path.with_suffix(".mo"))
