"""Policy years in SQL: the same integers as ``reports.metrics.years``.

Where every policy year is the calendar year the expressions are as plain as that; elsewhere
they ask the office of the relationship in the same row.
"""

from django.db.models import Case, F, IntegerField, Q, Value, When
from django.db.models.functions import Cast, Coalesce, ExtractYear, Greatest, Least

FIRST_MONTH = Coalesce(
    F("activity_relationships__relationship__office__fiscal_year_start_month"), Value(1)
)


def first_year(*, is_january: bool):
    """The policy year of the latest possible start: where counts, people and money fall."""
    if is_january:
        return _year("start_date")
    return Case(
        When(start_precision="year", then=Least(_year("start_date"), _policy_year("end_date"))),
        default=_policy_year("start_date"),
    )


def last_year(*, is_january: bool):
    """The policy year of the earliest possible end; before the first year if none is certain."""
    if is_january:
        return _year("end_date")
    by_year = Greatest(
        _year("end_date") - _one_if(Q(first_month__gt=1)), _policy_year("start_date")
    )
    return Case(When(end_precision="year", then=by_year), default=_policy_year("end_date"))


def _policy_year(day):
    """Needs the annotation ``first_month``."""
    return _year(day) - _one_if(Q(**{f"{day}__month__lt": F("first_month")}))


def _year(day):
    # PostgreSQL extracts a numeric, which is slow to group by and to read.
    return Cast(ExtractYear(day), IntegerField())


def _one_if(condition):
    return Case(When(condition, then=Value(1)), default=Value(0))
