"""Which of the file's columns is which of ours."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from django.utils.translation import gettext as _

from activities.imports.columns import Schema
from activities.imports.country_headers import column_of_a_country, sides_of
from activities.imports.files.table import Table, column_letters, is_empty
from activities.imports.header_names import HeaderNames, names_of_row, names_of_two_rows
from activities.imports.header_words import HeaderWords
from activities.imports.mapping import Mapping, squeeze
from activities.imports.refusals import UnusableFile

_ROWS_SEARCHED = 40


@dataclass(frozen=True)
class Header:
    """The header row of a file.

    ``places`` are the positions of each of our columns, ``unknown`` the file's other headers by
    position, ``implied`` what a header says by itself (``city_ca``: the country is Canada).
    ``understood`` are the positions whose headers our schema does not list, though they name one
    of our columns in other words.
    """

    line: int
    names: list[str]
    places: dict[str, list[int]] = field(default_factory=dict)
    unknown: dict[int, str] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)
    implied: dict[str, str] = field(default_factory=dict)
    understood: dict[int, str] = field(default_factory=dict)

    @property
    def width(self) -> int:
        return len(self.names)

    def has(self, column: str) -> bool:
        return column in self.places or column in self.implied

    def name_of(self, column: str) -> str:
        """The file's own header for ``column``; ours where the file has none."""
        places = self.places.get(column)
        return self.names[places[0]] if places else column


def find_header(table: Table, schema: Schema, mapping: Mapping) -> Header:
    """The row that holds most of our columns; titles may stand above it.

    Raises UnusableFile if there is none, if a required column is missing or if two columns mean
    the same.
    """
    headers = _candidates(table, schema, mapping)
    best = max(headers, key=lambda header: len(header.places))
    if len(best.places) < 2:
        raise UnusableFile(
            _(
                "No row of the file holds our headers: it needs at least %(columns)s."
                " Its first row has: %(names)s."
            )
            % {
                "columns": _joined(column.name for column in schema.columns if column.required),
                "names": _joined(next(names for names in _filled_names(headers))),
            }
        )
    _forget_empty_columns(best, table)
    _check(best, schema, mapping)
    if table.rows[-1].line == best.line:
        raise UnusableFile(_("The file has a header and no row below it."))
    return best


def likely_header(table: Table, schema: Schema, mapping: Mapping) -> Header:
    """The row that a person would take for the header, though it may lack much of what we need:
    the one with most of our columns, or where none has two of them the first with most names.
    """
    headers = _candidates(table, schema, mapping)
    best = max(headers, key=lambda header: len(header.places))
    if len(best.places) < 2:
        best = max(headers, key=lambda header: sum(map(_is_name, header.names)))
    _forget_empty_columns(best, table)
    return best


def _candidates(table: Table, schema: Schema, mapping: Mapping) -> list[Header]:
    """Every row that may be the header, and every two rows that say more than each alone."""
    words = HeaderWords(schema)
    rows = table.rows[:_ROWS_SEARCHED]
    in_workbook = bool(table.sheet)
    single = [
        _header(names_of_row(row, in_workbook=in_workbook), words, schema, mapping) for row in rows
    ]
    double = []
    for (upper, one), (lower, other) in pairwise(zip(rows, single, strict=True)):
        names = names_of_two_rows(upper, lower, in_workbook=in_workbook)
        both = _header(names, words, schema, mapping)
        if len(both.places) > max(len(one.places), len(other.places)) or _same(one, other):
            double.append(both)
    return [*double, *single]


def _same(one: Header, other: Header) -> bool:
    """The same header twice, as in a file in two languages."""
    return len(one.places) > 1 and one.places == other.places


def _is_name(name: str) -> bool:
    return any(char.isalpha() for char in name)


def _forget_empty_columns(header: Header, table: Table) -> None:
    """A column without header and without cells is none."""
    for position in [at for at in header.unknown if not header.names[at]]:
        cells = (row.cells[position] for row in table.rows if position < len(row.cells))
        if all(map(is_empty, cells)):
            del header.unknown[position]


def _filled_names(headers: list[Header]):
    return (header.names for header in headers if any(header.names))


def _header(names: HeaderNames, words: HeaderWords, schema: Schema, mapping: Mapping) -> Header:
    header = Header(names.line, names.names)
    named_city = any(words.exact(name) == "city_a" for name in names.names)
    sides = {} if named_city else sides_of(names.names)
    for position, name in enumerate(names.names):
        wordings = names.wordings[position]
        if squeeze(name) in mapping.headers:
            column = mapping.headers[squeeze(name)]
        else:
            column = _first(words.exact, wordings) or column_of_a_country(squeeze(name), sides)
        if column in schema:
            header.places.setdefault(column, []).append(position)
        elif squeeze(name) in mapping.headers:
            header.left_out.add(position)
        else:
            header.unknown[position] = name or _("column %(letters)s") % {
                "letters": column_letters(position)
            }
    _understand_loosely(header, names, words)
    for code, side in sides.items():
        if f"country_{side}" not in header.places and f"city_{side}" in header.places:
            header.implied[f"country_{side}"] = code
    return header


def _understand_loosely(header: Header, names: HeaderNames, words: HeaderWords) -> None:
    """Headers that no schema lists may still name a column that no other header names."""
    found = {
        position: column
        for position in header.unknown
        if (column := _first(words.loose, names.wordings[position])) and not header.has(column)
    }
    for position, column in found.items():
        header.places.setdefault(column, []).append(position)
        header.understood[position] = column
        del header.unknown[position]


def _first(look_up: Callable[[str], str], wordings: list[str]) -> str:
    return next(filter(None, map(look_up, wordings)), "")


def _check(header: Header, schema: Schema, mapping: Mapping) -> None:
    missing = [column.name for column in schema.columns if column.required]
    missing = [name for name in missing if not header.has(name)]
    if schema.one_of and not any(all(map(header.has, names)) for names in schema.one_of):
        missing.append(_(" or ").join(_(" and ").join(names) for names in schema.one_of))
    if missing:
        raise UnusableFile(
            _("Line %(line)d, the header, lacks the column %(missing)s. It has: %(names)s.")
            % {"line": header.line, "missing": _joined(missing), "names": _joined(header.names)}
        )
    for column, places in header.places.items():
        if len(places) > 1 and not schema[column].merge:
            raise UnusableFile(
                _("Line %(line)d: the columns %(places)s both mean %(column)s.")
                % {
                    "line": header.line,
                    "places": _joined(
                        f"{header.names[at]} ({column_letters(at)})" for at in places
                    ),
                    "column": column,
                }
            )
    _check_unknown(header)
    absent = mapping.headers.keys() - {squeeze(name) for name in header.names}
    if absent:
        raise UnusableFile(
            _("The map names headers that the file does not have: %(names)s.")
            % {"names": _joined(sorted(absent))}
        )


def _check_unknown(header: Header) -> None:
    seen = {}
    for position, name in header.unknown.items():
        if name in seen:
            raise UnusableFile(
                _("Line %(line)d: the header “%(name)s” stands twice, in %(places)s.")
                % {
                    "line": header.line,
                    "name": name,
                    "places": f"{column_letters(seen[name])}, {column_letters(position)}",
                }
            )
        seen[name] = position


def _joined(names) -> str:
    return ", ".join(str(name) for name in names if not is_empty(name))
