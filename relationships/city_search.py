"""Cities as people look for them: in any script, with the region or country, or nearly spelt so."""

from collections.abc import Iterable
from difflib import SequenceMatcher

from django.db.models import Case, Q, Value, When

from relationships.folding import fold
from relationships.models import City
from relationships.querysets import named_like

LONGEST = 150  # characters; no city's name is longer
SHOWN = 20
LIKE_ENOUGH = 0.65
LIKELY_THE_SAME = 0.75
WITHIN_DEGREES = 0.25  # of latitude and longitude: some 25 km


def cities_like(text: str, most: int = SHOWN) -> list[City]:
    """At most so many cities that ``text`` may mean, those it names best first.

    ``text`` is part of a name, or names and places: “Taizhou Zhejiang”. Where nothing has such a
    name, those that are spelt nearly so.
    """
    words = fold(text[:LONGEST]).split()
    if not words:
        return []
    found = list(_named(" ".join(words))[:most])
    if len(found) < most and len(words) > 1:
        found += [city for city in _named_and_placed(words) if city not in found]
    return found[:most] or _spelt_nearly(words, most)


def _named(folded: str):
    """By how well the name fits: all of it, its beginning, a part of it."""
    whole = Q(search_text=folded) | Q(search_text__startswith=f"{folded}\n")
    begins = Q(search_text__startswith=folded) | Q(search_text__contains=f"\n{folded}")
    fit = Case(When(whole, then=Value(0)), When(begins, then=Value(1)), default=Value(2))
    return City.objects.named_like(folded).order_by(fit, "name", "country", "region", "pk")


def _named_and_placed(words: list[str]) -> list[City]:
    """Cities named by some of ``words``, in the region or country that the others name."""
    some_name = Q()
    for word in words:
        some_name |= named_like(word)
    candidates = City.objects.filter(some_name).order_by("name", "country", "region", "pk")[:500]
    return [city for city in candidates if _all_in(words, city)]


def _all_in(words: list[str], city: City) -> bool:
    said = f"{city.search_text} {fold(city.region)} {fold(str(city.country.name))}".split()
    return all(any(one.startswith(word) for one in said) for word in words)


def _spelt_nearly(words: list[str], most: int) -> list[City]:
    folded = " ".join(words)
    begin_alike = City.objects.filter(search_text__startswith=folded[0])
    return _likest([folded], begin_alike, LIKE_ENOUGH)[:most]


def near_matches(city: City, most: int = 5) -> list[City]:
    """Cities of the same country on record that ``city``, which is not, may well be."""
    names = [fold(name) for name in (city.name, city.native_name) if name]
    same_country = City.objects.filter(country=city.country).exclude(pk=city.pk)
    found = _likest(names, same_country, LIKELY_THE_SAME)
    if city.latitude is not None and city.longitude is not None:
        found += [near for near in _beside(city, same_country) if near not in found]
    return found[:most]


def _beside(city: City, cities) -> Iterable[City]:
    def around(degree):
        return degree - WITHIN_DEGREES, degree + WITHIN_DEGREES

    return cities.filter(
        latitude__range=around(city.latitude), longitude__range=around(city.longitude)
    ).order_by("name", "pk")


def _likest(names: list[str], cities, least: float) -> list[City]:
    likeness = {}
    for pk, text in cities.values_list("pk", "search_text"):
        best = max(
            (_likeness(one, other) for one in names for other in text.split("\n")), default=0
        )
        if best >= least:
            likeness[pk] = best
    found = City.objects.in_bulk(likeness)
    return sorted(found.values(), key=lambda city: (-likeness[city.pk], city.name, city.pk))


def _likeness(one: str, other: str) -> float:
    """From 0 to 1; a name that holds the other whole is as good as the same."""
    if len(one) > 1 and (one in other.split() or other in one.split()):
        return 1
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= LIKE_ENOUGH else 0
