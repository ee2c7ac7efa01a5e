"""The language a native name is set in, where it decides the shape of its characters."""

_HAN_BY_COUNTRY = {"JP": "ja", "TW": "zh-Hant", "HK": "zh-Hant", "MO": "zh-Hant", "KR": "ko"}


def language_of_name(name: str, country: str) -> str:
    """The language of ``name`` in a place of ``country`` (ISO 3166 alpha-2), as the web writes it.

    Only for Chinese, Japanese and Korean, which write the same characters differently; empty
    for every other script, where a country does not tell the language.
    """
    if any("\u3040" <= char <= "\u30ff" for char in name):
        return "ja"
    if any("\uac00" <= char <= "\ud7af" for char in name):
        return "ko"
    if any("\u3400" <= char <= "\u9fff" or char >= "\U00020000" for char in name):
        return _HAN_BY_COUNTRY.get(country, "zh")
    return ""
