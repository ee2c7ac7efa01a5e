"""The made-up record that gives the article's figures: 2015 to 2019, year by year.

Public sources do not tell what each tie did in each year. ``demonstration/*.csv`` say it for
this record, one letter for each year of each tie (``happenings.LETTERS``), so that the figures
can be counted by hand. The activities are spun out of the letters, always the same.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count

from activities.choices import Group
from reports.sample.files import rows
from reports.sample.happenings import LETTERS, Happening

YEARS = range(2015, 2020)
# The article was written in March 2020; by then the offices had returned 2019.
RECORDED = date(2020, 1, 31)
TODAY = date(2020, 3, 31)
NOTE = "Demonstration record: made up to show the portal."
OWN_CHOICE = "Demonstration record: this pair of cities is its own choice; no such tie is known."

Cells = dict[str, str]


def canadian_ties() -> list[Cells]:
    """The 49 real ties of Canadian cities."""
    listed = _reference("canada_china")
    return [_real(listed[row["reference"]]) for row in rows("demonstration/canada.csv")]


def japanese_ties() -> list[Cells]:
    """41 real ties of Japanese cities and 17 of the demonstration's own choice."""
    listed = _reference("japan_china")
    at_home = _by_city(listed.values(), "a")
    partners = _by_city(_reference("canada_china").values(), "b")
    return [
        _real(listed[row["reference"]])
        if row["reference"]
        else _own_choice(at_home[row["home"]], partners[row["partner"]])
        for row in rows("demonstration/japan.csv")
    ]


def activities(ties: list[Cells], spec: str) -> list[Cells]:
    """The activities of ``ties`` as rows of a file; ``spec`` holds the years of each tie."""
    numbers = count(1)
    return [
        cells
        for tie, row in zip(ties, rows(spec), strict=True)
        for year, letter in zip(YEARS, row["years"], strict=True)
        for cells in _in_year(tie, year, letter, numbers)
    ]


def _reference(name: str) -> dict[str, Cells]:
    return {row["tie_id"]: row for row in rows(f"reference/{name}.csv")}


def _by_city(ties, side: str) -> dict[str, Cells]:
    return {tie[f"city_{side}"]: tie for tie in ties}


def _real(tie: Cells) -> Cells:
    return tie | {"tie_id": f"DEMO-{tie['tie_id']}", "cohort": "", "note": NOTE}


def _own_choice(at_home: Cells, partner: Cells) -> Cells:
    home = {name: cell for name, cell in at_home.items() if name.endswith("_a")}
    away = {name: cell for name, cell in partner.items() if name.endswith("_b")}
    return (
        at_home
        | home
        | away
        | {
            "tie_id": f"DEMO-{at_home['city_a']}-{partner['city_b']}",
            "cohort": "",
            "start_date": "",
            "source": OWN_CHOICE,
            "note": OWN_CHOICE,
        }
    )


def _in_year(tie: Cells, year: int, letter: str, numbers: Iterator[int]) -> Iterator[Cells]:
    for kinds in LETTERS[letter]:
        number = next(numbers)
        yield _activity(tie, year, kinds[number % len(kinds)], number)
        # A second one of the same kind, in every fourth case, changes no pair-year.
        if letter.isupper() and number % 4 == 0:
            number = next(numbers)
            yield _activity(tie, year, kinds[number % len(kinds)], number)


def _activity(tie: Cells, year: int, kind: Happening, number: int) -> Cells:
    start = date(year, 3 + number * 5 % 8, 1 + number * 11 % 28)
    end = start + timedelta(days=kind.days - 1)
    title = kind.title.format(home=tie["city_a"], partner=tie["city_b"])
    return {
        "activity_id": f"{tie['tie_id']}-{year}-{number}",
        "tie_id": tie["tie_id"],
        "title": f"Demonstration: {title}",
        "type": kind.type,
        "mode": kind.mode,
        "direction": kind.direction,
        **_dates(start, end, number),
        "status": kind.status,
        "recorded_date": RECORDED.isoformat(),
        "reason": kind.reason,
        "reason_side": _reason_side(kind, number),
        "government_role": kind.government_role,
        "substance": kind.substance,
        "fields": kind.fields,
        **_people(kind, number),
        "evidence": "self_reported",
        "note": NOTE,
    }


def _dates(start: date, end: date, number: int) -> Cells:
    """Some records know only the month, a few only the year."""
    length = 4 if number % 23 == 0 else 7 if number % 9 == 0 else 10
    is_exact = length == 10
    return {
        "date_start": start.isoformat()[:length],
        "date_end": end.isoformat() if is_exact and end > start else "",
    }


def _people(kind: Happening, number: int) -> Cells:
    """Numbers vary around the usual one; every seventh record names groups without numbers."""
    is_counted = number % 7 != 0
    counts = {
        group: str(usual + number % (usual // 4 + 1)) if usual and is_counted else ""
        for group, usual in kind.groups.items()
    }
    return {
        **{group: counts.get(group, "") for group in Group.values},
        "participants": ";".join(group for group in kind.groups if not counts[group]),
    }


def _reason_side(kind: Happening, number: int) -> str:
    if kind.reason == "dispute":
        return "ours" if number % 2 else "partner"
    return "outside" if kind.reason else ""
