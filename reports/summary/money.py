"""What live activities cost, line by line, from one query."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Count, F, OuterRef
from django.db.models.functions import Coalesce

from activities.models import ActivityRelationship
from reports.metrics import Payment

TIE = "activity_relationships__relationship"
LINE = ["line", "pk", "payer", "amount", "currency", "rate", "own", "is_planned"]
OF_LINE = ["payer", "amount", "currency", "rate", "is_planned"]
BEHIND = [
    "start_date", "start_precision", "end_date", "end_precision", "participants", "is_unnumbered",
    "ties",
]  # fmt: skip


def money(activities, since: date) -> Iterator[tuple[int, int, Payment]]:
    """By tie and policy year: the lines of those of ``activities`` that began from ``since`` on.

    Amounts are multiplied in Python: not every database reckons decimals exactly.
    """
    lines = activities.filter(start_date__gte=since, funding_lines__isnull=False).annotate(
        line=F("funding_lines__pk"),
        own=Coalesce("office__currency", "funding_lines__currency"),
        ties=_ties_of_activity(),
        **{name: F(f"funding_lines__{name}") for name in OF_LINE},
    )
    for tie, year, *row in lines.order_by("line").values_list(TIE, "first_year", *LINE, *BEHIND):
        *line, first, first_precision, last, last_precision, people, is_unnumbered, ties = row
        days = None
        if first_precision == last_precision == "day" and people and not is_unnumbered:
            days = people * ((last - first).days + 1)
        yield tie, year, Payment(*line, person_days=days, is_shared=ties > 1)


def _ties_of_activity():
    return (
        ActivityRelationship.objects.filter(activity=OuterRef("pk"))
        .order_by()
        .values("activity")
        .annotate(n=Count("pk"))
        .values("n")
    )
