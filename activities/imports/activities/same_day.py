"""Rows that may tell of one thing twice: the same tie, the same day and the same type."""

from django.utils.translation import gettext as _

from activities.imports.activities.row import ActivityRow
from activities.imports.scope import Scope
from activities.imports.ties.book import Tie
from activities.models import ActivityRelationship
from relationships.dates import Precision


class SameDay:
    """Finds another record or an earlier row; dates of month or year precision prove nothing."""

    def __init__(self, scope: Scope, rows: list[ActivityRow]):
        self._seen: dict[tuple, str] = {}
        days = [row.start.first for row in rows if row.start.precision == Precision.DAY]
        if not days:
            return
        on_record = (
            ActivityRelationship.objects.filter(
                activity__office=scope.office,
                activity__start_precision=Precision.DAY,
                activity__start_date__range=(min(days), max(days)),
            )
            .exclude(activity__status="void")
            .values_list(
                "relationship_id",
                "activity__start_date",
                "activity__type",
                "activity__title",
            )
        )
        for relationship_id, day, activity_type, title in on_record.iterator():
            self._seen[relationship_id, day, activity_type] = _(
                "“%(title)s” is on record for the same tie, day and type."
            ) % {"title": title}

    def other(self, row: ActivityRow, ties: list[Tie]) -> str:
        """The sentence about the other one, or an empty string; the row is remembered."""
        if row.start.precision != Precision.DAY:
            return ""
        marks = [(tie.record.pk or tie, row.start.first, row.type) for tie in ties]
        found = next((self._seen[mark] for mark in marks if mark in self._seen), "")
        for mark in marks:
            self._seen.setdefault(
                mark,
                _("Line %(line)d has the same tie, day and type.") % {"line": row.line},
            )
        return found
