"""The facts of many ties from a few grouped queries, however many ties there are.

Everything is by tie and policy year, so that what it means is left to ``reports.metrics``.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from django.core.exceptions import EmptyResultSet
from django.db import connections
from django.db.models import Count, F, Max, OuterRef, Q, Sum, Window
from django.db.models.expressions import RowRange

from activities.models import Activity, ActivityField, ActivityRelationship
from reports.summary.called_off import called_off
from reports.summary.expressions import FIRST_MONTH, first_year, last_year
from reports.summary.facts import Facts, SharedRow, Span
from reports.summary.money import money

TIE = "activity_relationships__relationship"


class Record:
    """The queries over the activities of a set of ties that had begun by ``as_of``.

    With ``field`` over those in this field of work alone.
    """

    def __init__(self, relationships, as_of: date, *, is_january: bool, field: str = ""):
        self.relationships = relationships.values("pk")
        self.as_of = as_of
        self.field = field
        self.is_january = is_january

    def facts(self, fields_since: date, counted_since: date) -> defaultdict[int, Facts]:
        """The facts of each tie; fields of work only of activities from ``fields_since`` on,
        money and what was called off from ``counted_since`` on.
        """
        found = defaultdict(Facts)
        for row in self.years():
            found[row[0]].rows[row[1]] = row
        for span in self.spans():
            found[span.tie].spans.append(span)
        for tie, *last in self.lasts():
            found[tie].take_last(*last)
        for tie, days in self.gaps():
            found[tie].gap = days
        for tie, *field in self.fields(fields_since):
            found[tie].fields.append(tuple(field))
        for tie, year, payment in money(self.live(), counted_since):
            found[tie].money.setdefault(year, []).append(payment)
        for tie, year, each in called_off(self.not_held(), counted_since):
            found[tie].called_off.setdefault(year, []).append(each)
        return found

    def years(self) -> list[tuple]:
        """By tie and policy year: the columns of a ``YearRecord``."""
        rows = self.live().values_list(TIE, "first_year").annotate(**_year_columns())
        # The ORM's converters would cost as much as the query, and integers need none.
        return _as_they_come(rows.order_by())

    def spans(self) -> Iterator[Span]:
        rows = (
            self.live()
            .annotate(
                last_year=last_year(is_january=self.is_january),
                is_courtesy=Q(government_role="courtesy"),
            )
            .exclude(first_year=F("last_year"))
            .values_list(TIE, "first_year", "last_year", "involvement", "is_courtesy")
            .annotate(activities=Count("pk"))
            .order_by()
        )
        return map(Span._make, rows)

    def lasts(self):
        """By tie, substance, involvement and precision: the latest end of what was held."""
        return (
            self._of_ties(Activity.objects.held())
            .values_list(TIE, "is_live", "involvement", "end_precision")
            .annotate(last=Max("end_date"))
            .order_by()
        )

    def gaps(self) -> Iterator[tuple[int, int]]:
        """By tie: the longest silence between two live activities, in whole days."""
        reached = Window(
            Max("end_date"),
            partition_by=F(TIE),
            order_by=["start_date", "pk"],
            frame=RowRange(None, -1),
        )
        silences = self.live().annotate(tie=F(TIE), silence=F("start_date") - reached)
        rows = _as_they_come(
            silences.order_by().values_list("tie", "silence"),
            # Django cannot aggregate over a window, so its query is wrapped by hand.
            "SELECT tie, MAX(silence) FROM ({}) AS silences GROUP BY tie",
        )
        for tie, silence in rows:
            if silence is not None:
                yield tie, max(_as_duration(silence).days - 1, 0)

    def fields(self, since: date):
        """By tie, policy year and field: in how many fields they lie, and how many they are."""
        siblings = (
            ActivityField.objects.filter(activity=OuterRef("pk"))
            .order_by()
            .values("activity")
            .annotate(n=Count("pk"))
            .values("n")
        )
        return (
            self.live()
            .filter(start_date__gte=since, fields__isnull=False)
            .annotate(lies_in=siblings)
            .values_list(TIE, "first_year", "fields__field", "lies_in")
            .annotate(activities=Count("pk"))
            .order_by()
        )

    def shared(self, since: date) -> Iterator[SharedRow]:
        """Live activities since ``since`` that several of the ties share, a row for each tie."""
        several = (
            ActivityRelationship.objects.filter(relationship__in=self.relationships)
            .order_by()
            .values("activity")
            .annotate(n=Count("pk"))
            .filter(n__gt=1)
        )
        rows = (
            self.live()
            .annotate(last_year=last_year(is_january=self.is_january))
            .filter(start_date__gte=since, pk__in=several.values("activity"))
            .values_list("pk", TIE, "first_year", "last_year", "involvement", "participants",
                         "is_unnumbered")
            .order_by("pk", "first_year", TIE)
        )  # fmt: skip
        return map(SharedRow._make, rows)

    def live(self):
        """Live activities, a row for each of their ties, with their ``first_year``."""
        return self._with_first_year(self._of_ties(Activity.objects.live()))

    def not_held(self):
        """The same of what came to nothing or was put off."""
        return self._with_first_year(self._of_ties(Activity.objects.called_off()))

    def _with_first_year(self, activities):
        if not self.is_january:
            activities = activities.annotate(first_month=FIRST_MONTH)
        return activities.annotate(first_year=first_year(is_january=self.is_january))

    def _of_ties(self, activities):
        if self.field:
            # No join: an activity in several fields stays one row, and keeps its other fields.
            in_field = ActivityField.objects.filter(field=self.field).order_by()
            activities = activities.filter(pk__in=in_field.values("activity"))
        return activities.started_by(self.as_of).filter(**{f"{TIE}__in": self.relationships})


def _year_columns():
    courtesy = Q(government_role="courtesy")

    def letter(involvement, role):
        return Count("pk", filter=Q(involvement=involvement) & role)

    def people(direction):
        return Sum("participants", filter=Q(direction=direction), default=0)

    return {
        **{involvement: letter(involvement, ~courtesy) for involvement in "GMCBU"},
        **{involvement.lower(): letter(involvement, courtesy) for involvement in "CBU"},
        "people": Sum("participants"),
        "unnumbered": Count("pk", filter=Q(is_unnumbered=True)),
        "inbound": Count("pk", filter=Q(direction="inbound")),
        "outbound": Count("pk", filter=Q(direction="outbound")),
        "both_ways": Count("pk", filter=Q(direction="both")),
        "people_inbound": people("inbound"),
        "people_outbound": people("outbound"),
        "people_both_ways": people("both"),
        "visits_unnumbered": Count(
            "pk", filter=Q(is_unnumbered=True, direction__in=("inbound", "outbound", "both"))
        ),
    }


def _as_they_come(queryset, sql="{}") -> list[tuple]:
    """The rows of ``queryset``, or of ``sql`` around its query, as the database gives them."""
    try:
        query, params = queryset.query.sql_with_params()
    except EmptyResultSet:  # Django knows that there is nothing to find
        return []
    with connections[queryset.db].cursor() as cursor:
        cursor.execute(sql.format(query), params)
        return cursor.fetchall()


def _as_duration(value) -> timedelta:
    """SQLite has no durations and answers in microseconds."""
    return value if isinstance(value, timedelta) else timedelta(microseconds=value)
