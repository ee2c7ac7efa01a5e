"""Conditions by which what people type finds what is on record."""

from collections.abc import Iterable

from django.db.models import Q
from django_countries import countries

from relationships.folding import fold

SHORTEST_COUNTRY = 3  # “in” is in too many of their names


def holds_all(words: Iterable[str], *paths: str) -> Q:
    """Each of the folded ``words`` stands in one of the folded columns ``paths``."""
    condition = Q()
    for word in words:
        one = Q()
        for path in paths:
            one |= Q(**{f"{path}__contains": word})
        condition &= one
    return condition


def cities_named(words: list[str], *paths: str) -> Q:
    """Each word is in the name of one of the cities at ``paths``, or all name their country."""
    joined = "".join(words)
    condition = holds_all(words, *(f"{path}search_text" for path in paths))
    for path in paths:
        condition |= Q(**{f"{path}search_text__contains": joined})
    if codes := countries_named(" ".join(words)):
        for path in paths:
            condition |= Q(**{f"{path}country__in": codes})
    return condition


def countries_named(folded: str) -> list[str]:
    """The codes of countries whose name, in the language of the page, holds ``folded``."""
    if len(folded) < SHORTEST_COUNTRY:
        return []
    return [code for code, name in countries if folded in fold(str(name))]


def choices_named(choices, words: Iterable[str]) -> list[str]:
    """The choices whose label, in the language of the page, holds all ``words``."""
    return [
        value for value, label in choices.choices if all(word in fold(str(label)) for word in words)
    ]
