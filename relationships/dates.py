"""Dates as a record knows them: to the day, the month or the year."""

import calendar
import re
from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

_ISO = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


class Precision(models.TextChoices):
    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of known precision. ``first`` is the first day that the record allows."""

    first: date
    precision: str = Precision.DAY

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read ``1980``, ``1980-07`` or ``1980-07-20``; ValueError for anything else."""
        match = _ISO.match(text.strip())
        if not match:
            raise ValueError(text)
        year, month, day = match.groups()
        if day:
            return cls(date(int(year), int(month), int(day)), Precision.DAY)
        if month:
            return cls(date(int(year), int(month), 1), Precision.MONTH)
        return cls(date(int(year), 1, 1), Precision.YEAR)

    @property
    def last(self) -> date:
        """The last day that the record allows."""
        if self.precision == Precision.YEAR:
            return date(self.first.year, 12, 31)
        if self.precision == Precision.MONTH:
            return last_day_of_month(self.first)
        return self.first

    def __str__(self):
        return self.first.isoformat()[: {"day": 10, "month": 7, "year": 4}[self.precision]]

    def in_words(self) -> str:
        """As a person of the active language writes it: 3 Dec 2018, Dec 2018 or 2018."""
        form = {"day": "DATE_FORMAT", "month": "YEAR_MONTH_FORMAT", "year": "Y"}
        return date_format(self.first, form[self.precision])


def last_day_of_month(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def precision_field(label, **kwargs):
    """The column that says how precisely the date beside it is known."""
    return models.CharField(label, max_length=5, choices=Precision, default=Precision.DAY, **kwargs)


def first_day_kept(date_name: str, precision_name: str, name: str, sentence):
    """Constraint: a month is kept as its first day, a year as its first of January."""
    by_day = models.Q(**{precision_name: Precision.DAY})
    by_month = models.Q(**{precision_name: Precision.MONTH, f"{date_name}__day": 1})
    by_year = models.Q(
        **{precision_name: Precision.YEAR, f"{date_name}__day": 1, f"{date_name}__month": 1}
    )
    absent = models.Q(**{f"{date_name}__isnull": True})
    return models.CheckConstraint(
        condition=absent | by_day | by_month | by_year,
        name=name,
        violation_error_message=sentence,
    )


def last_day_kept(date_name: str, precision_name: str, name: str, sentence):
    """Constraint: an end known to the month or year is kept as the last day it allows."""
    by_day = models.Q(**{precision_name: Precision.DAY})
    by_month = models.Q(**{precision_name: Precision.MONTH, f"{date_name}__day__gte": 28})
    by_year = models.Q(
        **{precision_name: Precision.YEAR, f"{date_name}__day": 31, f"{date_name}__month": 12}
    )
    return models.CheckConstraint(
        condition=by_day | by_month | by_year, name=name, violation_error_message=sentence
    )
