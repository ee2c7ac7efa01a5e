"""Cities that a file brings, or of which it knows more than the record."""

from collections.abc import Iterable

from activities.imports.changes import Change
from activities.imports.cities.places import Place, Places
from activities.imports.cities.words import CityWords
from activities.imports.ledger import BATCH
from relationships.models import City, CityAlias

_COLUMNS = ["native_name", "region", "latitude", "longitude", "wikidata_id", "search_text"]


class CityWrites:
    """The cities to write: new ones that a taken row needs, and completed ones."""

    def __init__(self, places: Places):
        self._places = places
        self._completed: dict[Place, None] = {}

    def complete(self, place: Place, words: CityWords) -> list[Change]:
        """Fill what a city on record leaves blank; what it says already stays."""
        if place.is_new:
            return []
        before = _facts(place)
        self._places.teach(place, words)
        changes = [
            Change(f"{place.city.name}, {name}", "", str(after))
            for name, after in _facts(place).items()
            if after != before[name]
        ]
        if changes:
            self._completed[place] = None
        return changes

    @property
    def has_news(self) -> bool:
        return bool(self._completed)

    def write(self, used: Iterable[Place]) -> None:
        new = [place for place in dict.fromkeys(used) if place.is_new]
        completed = [place for place in self._completed if not place.is_new]
        for place in [*new, *completed]:
            place.city.refold(aliases=place.aliases)
        City.objects.bulk_create([place.city for place in new], batch_size=BATCH)
        City.objects.bulk_update([place.city for place in completed], _COLUMNS, batch_size=500)
        CityAlias.objects.bulk_create(
            [
                CityAlias(city=place.city, name=name)
                for place in [*new, *completed]
                for name in place.new_names
            ],
            batch_size=BATCH,
        )


def _facts(place: Place) -> dict[str, object]:
    city = place.city
    return {
        "native_name": city.native_name,
        "region": city.region,
        "wikidata": city.wikidata_id,
        "coordinates": "" if city.latitude is None else f"{city.latitude}, {city.longitude}",
        "also called": ", ".join(place.new_names),
    }
