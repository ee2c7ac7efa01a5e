"""Which city a row means: the cities on record and those of the file, by every name they have.

The order of proof is name, country and region; then the Wikidata number; then coordinates within
25 km. A name without a region is taken only where one city alone can be meant.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from activities.imports.cities.place import Place
from activities.imports.cities.words import CityWords
from activities.imports.folding import fold
from activities.imports.refusals import CellRefused
from relationships.models import City, CityAlias


class Places:
    """The cities of some countries, found by what a row says of them."""

    def __init__(self, countries: Iterable[str]):
        self._by_name: dict[tuple[str, str], list[Place]] = defaultdict(list)
        self._by_wikidata: dict[str, Place] = {}
        self._by_pk: dict[int, Place] = {}
        self._load(set(countries))

    def _load(self, countries: set[str]) -> None:
        aliases = defaultdict(list)
        named = CityAlias.objects.filter(city__country__in=countries)
        for city_id, name in named.values_list("city_id", "name"):
            aliases[city_id].append(name)
        for city in City.objects.filter(country__in=countries).iterator():
            self._index(Place(city, aliases[city.pk]))

    def _index(self, place: Place) -> None:
        for name in place.names:
            self._by_name[place.country, name].append(place)
        if place.city.wikidata_id:
            self._by_wikidata[place.city.wikidata_id] = place
        if not place.is_new:
            self._by_pk[place.city.pk] = place

    def with_pk(self, pk: int) -> Place | None:
        return self._by_pk.get(pk)

    def named(self, words: CityWords) -> list[Place]:
        """Every city of the country with one of the names of ``words``, each once."""
        names = {fold(words.name), fold(words.native_name)} - {""}
        found = {}
        for name in sorted(names):
            for place in self._by_name.get((words.country, name), ()):
                found[id(place)] = place
        return list(found.values())

    def may_mean(self, words: CityWords) -> list[Place]:
        """Every known city that ``words`` may mean, not only where it is certain."""
        region = fold(words.region)
        numbered = self._by_wikidata.get(words.wikidata_id)
        found = [
            place
            for place in self.named(words)
            if not place.contradicts(words)
            and (not region or not place.region or place.region == region or place.is_near(words))
        ]
        return [*found, numbered] if numbered and numbered not in found else found

    def resolve(self, mentions: Iterable[CityWords]) -> Mapping[CityWords, Place | CellRefused]:
        """Each mention with its city, known or new, or with the sentence that refuses it.

        Mentions that say most go first, so that the result does not hang on the order of rows.
        """
        found: dict[CityWords, Place | CellRefused] = {}
        for words in sorted(set(mentions), key=_says_most_first):
            try:
                place = self._find(words) or self._new(words)
            except CellRefused as refusal:
                found[words] = refusal
            else:
                if place.is_new:
                    self.teach(place, words)
                found[words] = place
        return found

    def _new(self, words: CityWords) -> Place:
        place = Place(
            City(
                name=words.name,
                native_name=words.native_name,
                country=words.country,
                region=words.region,
                latitude=words.latitude,
                longitude=words.longitude,
                wikidata_id=words.wikidata_id,
            )
        )
        self._index(place)
        return place

    def teach(self, place: Place, words: CityWords) -> None:
        """Let a city learn what a row says of it, and find it by its new names from now on."""
        before = set(place.names)
        place.learn(words)
        for name in place.names - before:
            self._by_name[words.country, name].append(place)
        number = words.wikidata_id
        if number and not place.city.wikidata_id and number not in self._by_wikidata:
            place.city.wikidata_id = number
            self._by_wikidata[number] = place

    def _find(self, words: CityWords) -> Place | None:
        candidates = self.named(words)
        region = fold(words.region)
        same = [place for place in candidates if region and place.region == region]
        if same := [
            place for place in same if place.is_called(words) or not place.contradicts(words)
        ]:
            return _only(same, words)
        if place := self._by_wikidata.get(words.wikidata_id):
            return _of_same_country(place, words)
        if near := [place for place in candidates if place.is_near(words)]:
            return min(near, key=lambda place: place.distance(words))
        possible = [
            place
            for place in candidates
            if (not region or not place.region) and not place.contradicts(words)
        ]
        if possible:
            return _only(possible, words)
        _refuse_second_without_region(candidates, words)
        return None


def _says_most_first(words: CityWords) -> tuple:
    return (
        not words.region,
        not words.wikidata_id,
        words.latitude is None,
        words.country,
        fold(words.name),
        words.region,
        words.wikidata_id,
        words.latitude or 0,
        words.longitude or 0,
        words.name,
        words.native_name,
    )


def _only(places: list[Place], words: CityWords) -> Place:
    """The one place that is meant; a city of just this name goes before a namesake by script."""
    if len(places) > 1:
        named = [place for place in places if place.is_called(words)]
        places = named or places
    if len(places) > 1 and words.wikidata_id:
        numbered = [place for place in places if place.city.wikidata_id == words.wikidata_id]
        places = numbered or places
    if len(places) > 1:
        raise CellRefused(
            _("“%(name)s” may be %(cities)s. Give the region, or the Wikidata number.")
            % {"name": words.name, "cities": _(" or ").join(sorted(map(str, places)))}
        )
    return places[0]


def _refuse_second_without_region(candidates: list[Place], words: CityWords) -> None:
    """Of two cities of one name in one country, one at least must say its region."""
    if not words.region and any(not place.region for place in candidates):
        raise CellRefused(
            _("Another “%(name)s” is on record without a region. Give the region of this one.")
            % {"name": words.name}
        )


def _of_same_country(place: Place, words: CityWords) -> Place:
    if place.country != words.country:
        raise CellRefused(
            _("The Wikidata number %(number)s is that of %(city)s, in another country.")
            % {"number": words.wikidata_id, "city": place}
        )
    return place
