"""What happened, newest first, with the silences between said aloud."""

from collections.abc import Iterable
from typing import NamedTuple

from activities.choices import Involvement


class Line(NamedTuple):
    """One activity, or, where ``activity`` is None, ``gap`` whole years without a record.

    ``year`` stands at the first activity of a year and at no other; at a gap it says which
    years, if it reaches to the present.
    """

    year: str
    activity: object = None
    gap: int = 0

    @property
    def involvement(self) -> str:
        """Who took part, in a word."""
        return str(Involvement(self.activity.involvement).label)


def timeline(activities: Iterable, this_year: int | None = None) -> list[Line]:
    """``activities`` from the newest to the oldest. With ``this_year``, the silence up to it is
    said first; that year itself is not over, and counts for nothing.
    """
    lines, newer = [], None
    for activity in activities:
        silent = (newer or this_year or 0) - activity.end_date.year - 1
        if silent > 0:
            lines.append(Line(_since(activity, this_year) if newer is None else "", gap=silent))
        year = activity.start_date.year
        lines.append(Line("" if year == newer and silent <= 0 else str(year), activity))
        newer = min(year, newer or year)
    return lines


def _since(activity, this_year):
    first, last = activity.end_date.year + 1, this_year - 1
    return str(first) if first == last else f"{first}–{last % 100:02}"
