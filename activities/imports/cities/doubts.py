"""Refusals for want of knowing which city a row means, each with the cities to choose from."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from activities.imports.cities.place import Place
from activities.imports.cities.words import CityWords
from activities.imports.questions import Candidate, CityDoubt, CityQuestion
from activities.imports.refusals import CityRefused


def several_cities(words: CityWords, places: Iterable[Place], sentence: str = "") -> CityRefused:
    """More than one city has this name."""
    places = sorted(places, key=str)
    sentence = sentence or _(
        "“%(name)s” may be %(cities)s. Give the region, or the Wikidata number."
    ) % {"name": words.name, "cities": _either(places)}
    return CityRefused(sentence, _question(words, CityDoubt.SEVERAL, places))


def unknown_city(words: CityWords, near: list[Place]) -> CityRefused:
    """No city on record has this name; ``near`` have nearly the same."""
    sentence = _("No city “%(city)s” is on record.") % {"city": words}
    if near:
        sentence = f"{sentence} {did_you_mean(near)}"
    return CityRefused(sentence, _question(words, CityDoubt.UNKNOWN, near))


def untied_city(words: CityWords, place: Place, sentence: str) -> CityRefused:
    """The city is known, and the office has no relationship with it."""
    return CityRefused(sentence, _question(words, CityDoubt.UNTIED, [place]))


def did_you_mean(near: list[Place]) -> str:
    return _("Did you mean %(cities)s?") % {"cities": _either(near)}


def _either(places: list[Place]) -> str:
    return _(" or ").join(place.label for place in places)


def _question(words: CityWords, doubt: str, places: list[Place]) -> CityQuestion:
    return CityQuestion(
        side="a",
        doubt=doubt,
        name=words.name,
        country=words.country,
        region=words.region,
        native_name=words.native_name,
        candidates=tuple(
            Candidate(place.city.pk, place.label, place.city.wikidata_id) for place in places
        ),
    )
