"""Years counted by eras: 令和5年, 平成28年, R5.5.1, and 民國105年 in Taiwan."""

import re
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from activities.imports.refusals import CellRefused
from relationships.dates import PartialDate


@dataclass(frozen=True)
class Era:
    """``first`` and ``last`` are the days that carry its name; the change of 1912 and that of
    1926 fell within a day, which belongs to both."""

    name: str
    letter: str
    first_year: int
    first: date
    last: date

    def year(self, count: int) -> int:
        return self.first_year + count - 1

    def refuse_outside(self, told: PartialDate, words: str) -> None:
        """Raise CellRefused for a date no day of which carries the era's name."""
        if told.last < self.first or told.first > self.last:
            raise CellRefused(
                _("“%(cell)s” is no date: the era %(era)s lasted from %(first)s to %(last)s.")
                % {"cell": words, "era": self.name, "first": self.first, "last": self.last}
                if self.last < date.max
                else _("“%(cell)s” is no date: the era %(era)s began on %(first)s.")
                % {"cell": words, "era": self.name, "first": self.first}
            )


# Japan counted days by another calendar before 1873.
ERAS = [
    Era("明治", "m", 1868, date(1873, 1, 1), date(1912, 7, 30)),
    Era("大正", "t", 1912, date(1912, 7, 30), date(1926, 12, 25)),
    Era("昭和", "s", 1926, date(1926, 12, 25), date(1989, 1, 7)),
    Era("平成", "h", 1989, date(1989, 1, 8), date(2019, 4, 30)),
    Era("令和", "r", 2019, date(2019, 5, 1), date.max),
    Era("民國", "", 1912, date(1912, 1, 1), date.max),
]

_BY_NAME = {era.name: era for era in ERAS} | {"民国": ERAS[-1]}
_BY_LETTER = {era.letter: era for era in ERAS if era.letter}
_NAMED = re.compile(rf"(?:中[華华])?({'|'.join(_BY_NAME)})\s*(元|\d{{1,3}})\s*[年./-]?\s*(.*)")
# A letter and a number alone may be anything, “T1” for one.
_LETTERED = re.compile(r"([mtshr])\s?(\d{1,2})[./-](\d{1,2}(?:[./-]\d{1,2})?)")
_NUMERAL = re.compile("[〇零一二三四五六七八九十]+(?=[年月日号號])")
_DIGITS = {"零": "0"} | {numeral: str(at) for at, numeral in enumerate("〇一二三四五六七八九")}


def era_of(words: str) -> tuple[Era, str] | None:
    """The era that a date names, and the date with a year of four digits in its place."""
    if match := _NAMED.fullmatch(words):
        era, count, rest = _BY_NAME[match[1]], match[2], match[3]
    elif match := _LETTERED.fullmatch(words):
        era, count, rest = _BY_LETTER[match[1]], match[2], match[3]
    else:
        return None
    year = era.year(1 if count == "元" else int(count))
    if "月" in rest or not rest:
        return era, f"{year}年{rest}"
    return era, f"{year}/{rest.replace('.', '/').replace('-', '/')}"


def with_digits(words: str) -> str:
    """二〇一六年十二月 as 2016年12月."""
    return _NUMERAL.sub(lambda match: str(_number(match[0])), words)


def _number(numerals: str) -> int:
    tens, ten, units = numerals.partition("十")
    if not ten:
        return int("".join(_DIGITS[numeral] for numeral in numerals))
    if "十" in units:
        return 0
    plain = [int("".join(_DIGITS[numeral] for numeral in part) or 0) for part in (tens, units)]
    return (plain[0] if tens else 1) * 10 + plain[1]
