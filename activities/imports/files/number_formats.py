"""How much of a date the number format of a cell shows."""

import re
from collections.abc import Mapping

MONTH = "month"
YEAR = "year"
YEAR_HIDDEN = "no year"

# The formats that spreadsheets know by number and do not spell out.
_BUILT_IN = {16: "d-mmm", 17: "mmm-yy"}
_NOT_CODE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def shown_precision(number: int, codes: Mapping[int, str]) -> str:
    """What a date format shows if it shows less than the day of a year; else an empty string."""
    code = codes.get(number) or _BUILT_IN.get(number, "")
    letters = set(_NOT_CODE.sub("", code.split(";")[0]).lower())
    if letters & set("hs0#?@"):
        return ""
    has_year = bool(letters & set("ye"))
    if "d" in letters:
        return "" if has_year or "m" not in letters else YEAR_HIDDEN
    if not has_year:
        return ""
    return MONTH if "m" in letters else YEAR
