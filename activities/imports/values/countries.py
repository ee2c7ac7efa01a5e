"""A country from what a file calls it: ISO code, or name in English, French or its own language."""

from functools import cache

from babel import Locale, UnknownLocaleError
from babel.languages import get_official_languages
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_countries import countries
from django_countries.data import COUNTRIES

from activities.imports.folding import fold
from activities.imports.refusals import CellRefused
from activities.imports.values.cells import shown, text

# Names in use that the lists of names do not hold.
_ALSO_CALLED = {
    "USA": "US",
    "U.S.A.": "US",
    "U.S.": "US",
    "America": "US",
    "États-Unis d'Amérique": "US",
    "UK": "GB",
    "U.K.": "GB",
    "Great Britain": "GB",
    "Grande-Bretagne": "GB",
    "England": "GB",
    "Angleterre": "GB",
    "Scotland": "GB",
    "Écosse": "GB",
    "Wales": "GB",
    "Pays de Galles": "GB",
    "Northern Ireland": "GB",
    "Irlande du Nord": "GB",
    "PRC": "CN",
    "P.R. China": "CN",
    "PR China": "CN",
    "Mainland China": "CN",
    "Chine populaire": "CN",
    "People's Republic of China": "CN",
    "République populaire de Chine": "CN",
    "Korea": "KR",
    "Corée": "KR",
    "République de Corée": "KR",
    "Fédération de Russie": "RU",
    "République démocratique du Congo": "CD",
    "DR Congo": "CD",
    "中华人民共和国": "CN",
    "中國": "CN",
    "日本国": "JP",
    "한국": "KR",
    "台湾": "TW",
    "臺灣": "TW",
    "ประเทศไทย": "TH",
    "Bosnia": "BA",
    "Bosnie": "BA",
    "Holland": "NL",
    "Hollande": "NL",
    "Czech Republic": "CZ",
    "République tchèque": "CZ",
    "Macedonia": "MK",
    "Macédoine": "MK",
    "Turkey": "TR",
    "Turquie": "TR",
    "Burma": "MM",
    "Birmanie": "MM",
    "Ivory Coast": "CI",
    "Cape Verde": "CV",
    "Swaziland": "SZ",
    "East Timor": "TL",
    "Vatican": "VA",
    "Hong Kong": "HK",
    "Hong Kong SAR": "HK",
    "香港": "HK",
    "Macao": "MO",
    "Macau": "MO",
    "Palestine": "PS",
}
_SMALL_WORDS = {"the", "of", "and", "la", "le", "les", "de", "du", "des", "et", "d", "l"}


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
    if words.isdigit():  # ISO has numbers too, but a number here is a slip of columns
        return ""
    if code := countries.alpha2(words):
        return code
    name = _in_any_order(words)
    return _names_in_english_and_french().get(name) or _names_at_home().get(name) or ""


def _in_any_order(name: str) -> str:
    """“Korea, Republic of” and “Republic of Korea” read the same."""
    return " ".join(sorted(word for word in fold(name).split() if word not in _SMALL_WORDS))


@cache
def _names_in_english_and_french() -> dict[str, str]:
    names = {}
    for language in ("en", "fr"):
        territories = Locale(language).territories
        with override(language):
            lists = [
                {code: str(name) for code, name in COUNTRIES.items()},
                dict(countries),
                {code: territories[code] for code in dict(countries) if code in territories},
            ]
        for named in lists:
            names |= {_in_any_order(name): code for code, name in named.items()}
    return names | {_in_any_order(name): code for name, code in _ALSO_CALLED.items()}


@cache
def _names_at_home() -> dict[str, str]:
    names = {}
    for code in dict(countries):
        for language in get_official_languages(code, regional=True, de_facto=True):
            try:
                own = Locale.parse(f"{language}_{code}").territories.get(code)
            except (UnknownLocaleError, ValueError):
                continue
            if own:
                names.setdefault(_in_any_order(own), code)
    return names
