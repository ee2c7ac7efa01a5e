"""A city with every name it is known by."""

from collections.abc import Iterable

from activities.imports.cities.distance import kilometres
from activities.imports.cities.words import CityWords
from activities.imports.folding import fold
from relationships.models import City

SAME_PLACE_KM = 25


class Place:
    """A city, on record or about to be, with every name it is known by."""

    __slots__ = ("aliases", "city", "country", "names", "new_names", "region")

    def __init__(self, city: City, aliases: Iterable[str] = ()):
        self.city = city
        self.country = city.country.code
        self.region = fold(city.region)
        self.aliases = list(aliases)
        self.names = {fold(name) for name in (city.name, city.native_name, *aliases) if name}
        # Names met in the file that the record does not have yet.
        self.new_names = []

    @property
    def is_new(self) -> bool:
        return self.city.pk is None

    def distance(self, words: CityWords) -> float | None:
        """Kilometres from where the row puts it; None if either does not say where it is."""
        city = self.city
        if words.latitude is None or city.latitude is None:
            return None
        if (words.latitude, words.longitude) == (city.latitude, city.longitude):
            return 0.0
        return kilometres(words.latitude, words.longitude, city.latitude, city.longitude)

    def is_near(self, words: CityWords) -> bool:
        distance = self.distance(words)
        return distance is not None and distance <= SAME_PLACE_KM

    def is_called(self, words: CityWords) -> bool:
        """Its first name is this one; no two cities of a region may share that."""
        return fold(self.city.name) == fold(words.name)

    def contradicts(self, words: CityWords) -> bool:
        distance = self.distance(words)
        return (distance is not None and distance > SAME_PLACE_KM) or bool(
            words.wikidata_id
            and self.city.wikidata_id
            and words.wikidata_id != self.city.wikidata_id
        )

    def learn(self, words: CityWords) -> None:
        """Fill what the record leaves blank, and note a name it does not have."""
        city = self.city
        city.native_name = city.native_name or words.native_name
        if not city.region and words.region:
            city.region, self.region = words.region, fold(words.region)
        if city.latitude is None and words.latitude is not None:
            city.latitude, city.longitude = words.latitude, words.longitude
        for name in (words.name, words.native_name):
            if name and fold(name) not in self.names:
                self.names.add(fold(name))
                self.aliases.append(name)
                self.new_names.append(name)

    @property
    def label(self) -> str:
        """The name with the one in its own script, and where it lies: Suzhou 苏州 (Jiangsu)."""
        native = self.city.native_name
        if not native or fold(native) == fold(self.city.name):
            return str(self)
        return str(self).replace(self.city.name, f"{self.city.name} {native}", 1)

    def __str__(self):
        where = self.city.region or self.country
        return f"{self.city.name} ({where})"
