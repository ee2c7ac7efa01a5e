"""Headers that name the country of a side: ``city_ca`` and ``city_cn``, ``province_cn``."""

import re

from django_countries import countries

from activities.imports.mapping import squeeze

_OF_A_COUNTRY = re.compile(r"(city|ville|region|province|prefecture|lat|lon|wikidata)([a-z]{2})")
_LOCAL_NAME = re.compile(r"(?:city|ville)([a-z]{2})local|(?:namelocal|localname)([a-z]{2})")
_SIDED = {
    "city": "city",
    "ville": "city",
    "region": "region",
    "province": "region",
    "prefecture": "region",
    "lat": "lat",
    "lon": "lon",
    "wikidata": "wikidata",
}


def sides_of(names: list[str]) -> dict[str, str]:
    """Country code -> side, the country of the first city column being side a."""
    codes = []
    for name in names:
        match = _OF_A_COUNTRY.fullmatch(squeeze(name))
        if match and _SIDED[match[1]] == "city" and match[2].upper() in dict(countries):
            codes.append(match[2].upper())
    return dict(zip(dict.fromkeys(codes), "ab", strict=False))


def column_of_a_country(word: str, sides: dict[str, str]) -> str:
    """Our column for a squeezed header that names a country; empty if it names none."""
    if word == "prefecture" and "JP" in sides:
        return f"region_{sides['JP']}"
    if (match := _OF_A_COUNTRY.fullmatch(word)) and match[2].upper() in sides:
        return f"{_SIDED[match[1]]}_{sides[match[2].upper()]}"
    if match := _LOCAL_NAME.fullmatch(word):
        side = sides.get((match[1] or match[2]).upper())
        return f"name_local_{side}" if side else ""
    return ""
