"""A city as one row names it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from activities.imports.columns import Column
from activities.imports.headers import Header
from activities.imports.records import Record
from activities.imports.values.cells import text_up_to, wikidata_id
from activities.imports.values.countries import country
from activities.imports.values.numbers import latitude, longitude, record_id

_ROLES = {"a": ("home", "attache"), "b": ("partner", "partenaire")}


@dataclass(frozen=True, slots=True)
class CityWords:
    """What a row says of a city. Empty text and None: the row does not say."""

    name: str
    country: str
    native_name: str = ""
    region: str = ""
    latitude: float | None = None
    longitude: float | None = None
    wikidata_id: str = ""
    # The city itself, where somebody has chosen it for the row.
    pk: int | None = None

    def __str__(self):
        return f"{self.name} ({self.region or self.country})"


def city_columns(side: str, *, required: bool) -> tuple[Column, ...]:
    """The columns of the city on side ``a`` or ``b``."""
    role, role_fr = _ROLES[side]
    return (
        Column(
            f"city_{side}",
            text_up_to(150),
            (f"ville_{side}", f"{role}_city", f"ville_{role_fr}"),
            required=required,
        ),
        Column(
            f"name_local_{side}",
            text_up_to(150),
            (f"nom_local_{side}", f"local_name_{side}", f"native_name_{side}"),
        ),
        Column(
            f"region_{side}",
            text_up_to(150),
            (f"province_{side}", f"state_{side}", f"{role}_region", f"région_{role_fr}"),
        ),
        Column(
            f"country_{side}",
            country,
            (f"pays_{side}", f"{role}_country", f"pays_{role_fr}"),
            required=required,
        ),
        Column(f"lat_{side}", latitude, (f"latitude_{side}",)),
        Column(f"lon_{side}", longitude, (f"longitude_{side}", f"lng_{side}")),
        Column(f"wikidata_{side}", wikidata_id, (f"wikidata_id_{side}", f"qid_{side}")),
        Column(f"city_id_{side}", record_id),
    )


def city_of(record: Record, header: Header, side: str) -> CityWords:
    """The city that a record names on one side; half a pair of coordinates is noted as a fault."""
    lat, lon = record.get(f"lat_{side}"), record.get(f"lon_{side}")
    if (lat is None) != (lon is None):
        missing = f"lat_{side}" if lat is None else f"lon_{side}"
        record.refuse(
            header.name_of(missing), _("Give latitude and longitude together, or neither.")
        )
    return CityWords(
        name=record.get(f"city_{side}", ""),
        native_name=record.get(f"name_local_{side}", ""),
        region=record.get(f"region_{side}", ""),
        country=record.get(f"country_{side}", ""),
        latitude=lat,
        longitude=lon,
        wikidata_id=record.get(f"wikidata_{side}", ""),
        pk=record.get(f"city_id_{side}"),
    )
