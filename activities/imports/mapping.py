"""The map an office writes for files with headers and words of their own."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from django.utils.translation import gettext as _

from activities.imports.columns import Schema
from activities.imports.files.table import printable
from activities.imports.folding import fold
from activities.imports.refusals import UnusableFile

MAX_BYTES = 1024 * 1024


@dataclass(frozen=True)
class Mapping:
    """``headers``: folded header -> our column, or None to leave the column out.

    ``words``: our column -> folded word of the file -> our word.
    """

    headers: dict[str, str | None] = field(default_factory=dict)
    words: dict[str, dict[str, str]] = field(default_factory=dict)


def read_mapping(path: Path, schema: Schema) -> Mapping:
    """The map in a JSON file, as ``{"Ville": "city_a", "type": {"arts_culture": "performance"}}``.

    Raises UnusableFile for anything else, and for a column that ``schema`` does not have.
    """
    try:
        with path.open("rb") as stream:
            told = json.loads(stream.read(MAX_BYTES).decode("utf-8-sig"))
    except OSError:
        raise UnusableFile(
            _("The map “%(name)s” cannot be opened.") % {"name": printable(path.name)}
        ) from None
    except (ValueError, RecursionError):
        raise UnusableFile(
            _("The map “%(name)s” is not JSON.") % {"name": printable(path.name)}
        ) from None
    return mapping_of(told, schema)


def mapping_of(told: object, schema: Schema) -> Mapping:
    """The map that ``told``, a JSON object already read, describes."""
    if not isinstance(told, dict):
        raise UnusableFile(_("The map must be a JSON object: {“their header”: “our column”}."))
    mapping = Mapping()
    for key, value in told.items():
        if isinstance(value, dict):
            mapping.words[_column(key, schema)] = _words(key, value)
        elif value is None:
            mapping.headers[squeeze(key)] = None
        else:
            mapping.headers[squeeze(key)] = _column(value, schema)
    return mapping


def squeeze(header: object) -> str:
    """A header without case, accents, spaces, underscores and hyphens."""
    return fold(str(header)).replace(" ", "")


def _column(name: object, schema: Schema) -> str:
    for column in schema.names:
        if squeeze(column) == squeeze(name):
            return column
    raise UnusableFile(
        _("The map names “%(name)s”, which is not one of our columns: %(columns)s.")
        % {"name": name, "columns": ", ".join(schema.names)}
    )


def _words(column: str, told: dict) -> dict[str, str]:
    if not all(isinstance(word, str) for word in told.values()):
        raise UnusableFile(
            _("The map must give a word of ours for each word under “%(column)s”.")
            % {"column": column}
        )
    return {fold(word): ours for word, ours in told.items()}
