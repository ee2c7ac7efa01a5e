"""An office's own spreadsheet seldom names its own city: then that is meant in every row."""

from dataclasses import replace

from django.utils.translation import gettext as _

from activities.imports.columns import Schema
from activities.imports.files.table import Row, Table, is_empty
from activities.imports.headers import Header
from activities.incoming.columns import missing_columns
from relationships.models import City, HomeCity

_GOES_WITHOUT_SAYING = {"city_a", "country_a"}


def missing_in_file(header: Header, schema: Schema, office) -> list[str]:
    """The columns a file of ``office`` must have and lacks."""
    missing = missing_columns(header, schema)
    if _lacks_own_city(header, missing) and only_home_city(office):
        return [name for name in missing if name not in _GOES_WITHOUT_SAYING]
    return missing


def _lacks_own_city(header: Header, missing: list[str]) -> bool:
    return "city_a" in missing and not header.has("country_a")


def with_own_city(table: Table, header: Header, schema: Schema, office) -> Table:
    """The table with the city of ``office`` in columns added after its own, where it lacks them."""
    missing = missing_columns(header, schema)
    if not _lacks_own_city(header, missing) or set(missing) - _GOES_WITHOUT_SAYING:
        return table
    if (city := only_home_city(office)) is None:
        return table
    cells = {"city_a": city.name, "country_a": city.country.code, "city_id_a": str(city.pk)}
    rows = [_with_cells(row, header, cells) for row in table.rows]
    said = _("The file does not name your own city: %(city)s is meant in every row.")
    return replace(table, rows=rows, remarks=[*table.remarks, said % {"city": city}])


def only_home_city(office) -> City | None:
    """None if it has several, for then nobody knows which is meant."""
    homes = HomeCity.objects.of_office(office).select_related("city")[:2]
    return homes[0].city if len(homes) == 1 else None


def _with_cells(row: Row, header: Header, cells: dict[str, str]) -> Row:
    if row.line != header.line and not _names_a_partner(row, header):
        return row  # a title, a total or a footnote
    own = [*row.cells[: header.width], *[""] * (header.width - len(row.cells))]
    more = list(cells) if row.line == header.line else list(cells.values())
    return replace(row, cells=[*own, *more, *row.cells[header.width :]])


def _names_a_partner(row: Row, header: Header) -> bool:
    places = header.places["city_b"]
    return any(at < len(row.cells) and not is_empty(row.cells[at]) for at in places)
