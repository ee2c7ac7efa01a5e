"""What became of a programme year by year. Nothing here reads the database."""

from collections.abc import Iterable
from typing import NamedTuple

from activities.choices import Status
from reports.metrics import year_mark, years_touched

HELD, PLANNED, CALLED_OFF, MISSED = "held", "planned", "called_off", "missed"
UNDER_WAY, NOT_DUE = "under_way", "not_due"
MOST_YEARS = 200


class YearOfProgramme(NamedTuple):
    """``state`` of the year; ``mark`` is the sign of who took part, if it was held. A missed year
    has none: whether the tie was silent then is for the yearly return to say.
    """

    year: int
    state: str
    is_due: bool
    activities: tuple

    @property
    def mark(self) -> str | None:
        letters = [one.involvement for one in self.activities if one.is_live]
        return year_mark(letters)

    @property
    def is_asked(self) -> bool:
        """It was planned and is past, and nobody has said yet whether it took place."""
        return self.state == MISSED and any(one.status == Status.PLANNED for one in self.activities)


class Course(NamedTuple):
    """A programme with its years, the newest first."""

    programme: object
    years: tuple[YearOfProgramme, ...]
    next_due: int | None

    @property
    def missed(self) -> list[int]:
        return [one.year for one in self.years if one.state == MISSED]

    @property
    def missed_last(self) -> int | None:
        """The last of the years that are over in which it was due, if it was missed then."""
        due = [one for one in self.years if one.is_due and one.state not in {UNDER_WAY, PLANNED}]
        return due[0].year if due and due[0].state == MISSED else None

    @property
    def due(self) -> int:
        """How many of the years that are over were due."""
        return sum(one.is_due and one.state != UNDER_WAY for one in self.years)

    @property
    def last_held(self):
        """The latest live activity."""
        held = [act for one in self.years for act in one.activities if act.is_live]
        return max(held, key=lambda act: (act.end_date, act.pk), default=None)


def course(programme, activities: Iterable, *, complete: int, first_month: int = 1) -> Course:
    """The years of ``programme`` from its first to the one under way, and later ones with
    something in them. ``complete`` is the last policy year that is over; ``activities`` are
    those of the programme, void ones left out.
    """
    by_year: dict[int, list] = {}
    for activity in activities:
        for year in _years_of(activity, first_month):
            by_year.setdefault(year, []).append(activity)
    until = min(complete + 1, programme.last_year or complete + 1)
    since = max(programme.first_year, complete - MOST_YEARS)
    years = {*range(since, until + 1), *by_year}
    return Course(
        programme,
        tuple(_year(programme, year, by_year, complete) for year in sorted(years, reverse=True)),
        _next_due(programme, by_year, complete),
    )


def _years_of(activity, first_month):
    precisions = activity.start_precision, activity.end_precision
    return years_touched(activity.start_date, activity.end_date, *precisions, first_month)


def _year(programme, year, by_year, complete):
    activities = tuple(by_year.get(year, ()))
    is_due = programme.is_due_in(year)
    return YearOfProgramme(year, _state(activities, is_due, year > complete), is_due, activities)


def _state(activities, is_due, is_to_come):
    statuses = {activity.status for activity in activities}
    if any(activity.is_live for activity in activities):
        return HELD
    if statuses & {Status.PLANNED, Status.IDEA} and is_to_come:
        return PLANNED
    if is_due and not is_to_come and not statuses & CALLED:
        return MISSED
    if statuses & CALLED:
        return CALLED_OFF
    return UNDER_WAY if is_due else NOT_DUE


CALLED = {Status.CANCELLED, Status.DECLINED, Status.POSTPONED}


def _next_due(programme, by_year, complete) -> int | None:
    """The first year that is not over, in which it is due and of which nothing is held or
    planned.
    """
    for year in range(max(complete + 1, programme.first_year), complete + 2 + MOST_YEARS):
        if programme.last_year and year > programme.last_year:
            return None
        taken = {one.status for one in by_year.get(year, ())} - CALLED
        if programme.is_due_in(year) and not taken:
            return year
    return None
