"""The yearly return: what the office has said of one tie and one policy year."""

from datetime import date

WITH_ACTIVITY, NIL, OVERDUE, DUE, NOT_YET = "with_activity", "nil", "overdue", "due", "not_yet"
RETURN_STANDINGS = (WITH_ACTIVITY, NIL, OVERDUE, DUE, NOT_YET)


def return_standing(
    *, is_active: bool, is_returned: bool, end: date, overdue_from: date, today: date
) -> str:
    """One of ``RETURN_STANDINGS`` for a policy year that ends on ``end``.

    The record comes first: a year with a live activity is *with activity*, whatever was said of
    it. Without one the office's word makes it *nil*; until it is given the year is *due* once it
    is over, and *overdue* from the day ``overdue_from``, after the days of grace.
    """
    if is_active:
        return WITH_ACTIVITY
    if is_returned:
        return NIL
    if today <= end:
        return NOT_YET
    return DUE if today < overdue_from else OVERDUE
