"""Which city a row means: the cities on record and those of the file, by every name they have.

A city that somebody has chosen for the row is that city. Else the order of proof is name, country
and region; then the Wikidata number; then coordinates within 25 km. A name without a region is
taken only where one city alone can be meant.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import Q
from django.utils.translation import gettext as _

from activities.imports.cities.doubts import several_cities, unknown_city
from activities.imports.cities.likeness import near_misses
from activities.imports.cities.place import Place
from activities.imports.cities.words import CityWords
from activities.imports.folding import fold
from activities.imports.ledger import BATCH
from activities.imports.refusals import CellRefused, CityRefused
from relationships.models import City, CityAlias


class Places:
    """The cities that the rows of a file may mean, found by what a row says of them.

    ``creates``: a city that is not on record becomes a new one; otherwise its row is refused.
    """

    def __init__(self, mentions: Iterable[CityWords], *, creates: bool = True):
        mentions = list(mentions)
        self._creates = creates
        self._by_name: dict[tuple[str, str], list[Place]] = defaultdict(list)
        self._by_wikidata: dict[str, Place] = {}
        self._by_pk: dict[int, Place] = {}
        self._load(Q(country__in={words.country for words in mentions}))
        self._load_each("pk", {words.pk for words in mentions} - {None} - self._by_pk.keys())
        numbers = {words.wikidata_id for words in mentions} - {""} - self._by_wikidata.keys()
        self._load_each("wikidata_id", numbers)

    def _load(self, wanted: Q) -> None:
        aliases = defaultdict(list)
        cities = City.objects.filter(wanted)
        named = CityAlias.objects.filter(city__in=cities)
        for city_id, name in named.values_list("city_id", "name"):
            aliases[city_id].append(name)
        for city in cities.iterator():
            self._index(Place(city, aliases[city.pk]))

    def _load_each(self, name: str, values: set) -> None:
        """Cities that the rows name by a number, in whatever country they lie."""
        values = sorted(values)
        for start in range(0, len(values), BATCH):
            self._load(Q(**{f"{name}__in": values[start : start + BATCH]}))

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
        if words.pk:
            return [self._by_pk[words.pk]] if words.pk in self._by_pk else []
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

    def near_misses(self, words: CityWords) -> list[Place]:
        """Cities on record, in the same country, whose names are nearly this one."""
        return near_misses(
            words, (place for place in self._by_pk.values() if place.country == words.country)
        )

    def _new(self, words: CityWords) -> Place:
        if not self._creates:
            raise unknown_city(words, self.near_misses(words))
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
        if words.pk:
            return self._chosen(words)
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

    def _chosen(self, words: CityWords) -> Place:
        place = self._by_pk.get(words.pk)
        if place is None:
            raise CellRefused(_("No city has the number %(number)d.") % {"number": words.pk})
        if place.country != words.country:
            raise CellRefused(
                _("The city number %(number)d is %(city)s, in another country.")
                % {"number": words.pk, "city": place}
            )
        return place


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
        words.pk or 0,
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
        raise several_cities(words, places)
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


def of_side(side: str, found: Place | CellRefused) -> Place:
    """The city that ``resolve`` found; raises its refusal for the city on ``side`` of a row."""
    if isinstance(found, CityRefused):
        raise found.on(side)
    if isinstance(found, CellRefused):
        raise CellRefused(found.sentence, f"city_{side}")
    return found
