"""The language in which a place writes its own name, so that it gets its own glyphs."""

from functools import lru_cache

from babel.languages import get_official_languages


@lru_cache(maxsize=512)
def language_of(country: str) -> str:
    """The first official language of an ISO 3166 alpha-2 code, as the web writes it: zh-Hans.

    Empty for a country whose language is not known.
    """
    languages = get_official_languages(country) or get_official_languages(
        country, regional=True, de_facto=True
    )
    return languages[0].replace("_", "-") if languages else ""
