"""A country from what a file calls it: ISO code, or name in English, French or its own language."""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_countries import countries, data

from activities.imports.cells import shown, text
from activities.imports.refusals import CellRefused
from relationships.folding import fold

# Common names that neither ISO nor the lists of names in use hold.
_ALSO_CALLED = {
    "usa": "US",
    "u s a": "US",
    "america": "US",
    "etats unis d amerique": "US",
    "uk": "GB",
    "great britain": "GB",
    "grande bretagne": "GB",
    "england": "GB",
    "angleterre": "GB",
    "scotland": "GB",
    "ecosse": "GB",
    "wales": "GB",
    "pays de galles": "GB",
    "northern ireland": "GB",
    "prc": "CN",
    "pr china": "CN",
    "peoples republic of china": "CN",
    "republique populaire de chine": "CN",
    "korea": "KR",
    "republic of korea": "KR",
    "coree": "KR",
    "holland": "NL",
    "hollande": "NL",
    "czech republic": "CZ",
    "republique tcheque": "CZ",
    "macedonia": "MK",
    "turkey": "TR",
    "turquie": "TR",
    "burma": "MM",
    "birmanie": "MM",
    "ivory coast": "CI",
    "cape verde": "CV",
    "swaziland": "SZ",
    "east timor": "TL",
    "vatican": "VA",
    "hong kong": "HK",
    "macau": "MO",
    "macao": "MO",
    "palestine": "PS",
}


def country(cell) -> str:
    """The two letters of ISO 3166 for the country in the cell."""
    code = _code_of(text(cell))
    if not code:
        raise CellRefused(
            _("“%(cell)s” is not a country. Write its ISO code (CA) or its name (Canada).")
            % {"cell": shown(cell)}
        )
    return code


@cache
def _code_of(words: str) -> str:
    if code := countries.alpha2(words):
        return code
    folded = fold(words)
    return _names_in("en", "fr").get(folded) or _names_in_own_language().get(folded) or ""


@cache
def _names_in(*languages: str) -> dict[str, str]:
    names = {}
    for language in languages:
        with override(language):
            names |= {fold(name): code for code, name in _official_names()}
            names |= {fold(name): code for code, name in countries}
        territories = Locale(language).territories
        names |= {fold(territories[code]): code for code in _codes() if code in territories}
    return names | _ALSO_CALLED


@cache
def _names_in_own_language() -> dict[str, str]:
    names = {}
    for code in _codes():
        for language in get_official_languages(code, regional=True, de_facto=True):
            try:
                own = Locale.parse(f"{language}_{code}").territories.get(code)
            except (UnknownLocaleError, ValueError):
                continue
            if own:
                names.setdefault(fold(own), code)
    return names


def _official_names():
    """ISO's own names, which the list on screen shortens: Russian Federation."""
    return [(code, str(name)) for code, name in data.COUNTRIES.items()]


def _codes() -> list[str]:
    return [code for code, _name in countries]
