"""Reading the register of one office: a handful of queries, whatever the number of ties."""

from datetime import date

from django.db.models import OuterRef, Subquery

from accounts.models import Office
from activities.choices import Group, unnumbered
from activities.models import Activity
from relationships.models import Relationship
from relationships.models.relationship import LegalStatus
from reports.register import published
from reports.register.published import PublishedActivity, PublishedTie
from reports.summary import AnnualSummary, annual_summary
from reports.year_cells import year_cells

READ = [
    "title", "type", "start_date", "start_precision", "end_date", "end_precision", "involvement",
    "participants", "is_unnumbered", *Group.values, *map(unnumbered, Group),
]  # fmt: skip


class Register:
    """What ``office`` shows to everybody, as of a day."""

    def __init__(self, office: Office, as_of: date):
        self.office, self.as_of = office, as_of

    def ties(self):
        """All but those that are only proposed: what is being negotiated is not public yet."""
        ties = Relationship.objects.of_office(self.office)
        return ties.exclude(legal_status=LegalStatus.PROPOSED).with_cities()

    def activities(self):
        """What the strips count: held, substantive, begun. The newest first."""
        live = Activity.objects.of_office(self.office).live().started_by(self.as_of)
        of_ties = live.filter(activity_relationships__relationship__in=self.ties().values("pk"))
        return (
            Activity.objects.filter(pk__in=of_ties.order_by().values("pk"))
            .only(*READ)
            .prefetch_related("fields", "activity_relationships")
            .order_by("-start_date", "-pk")
        )

    def published_activities(self, rows) -> list[PublishedActivity]:
        ties = frozenset(self.ties().order_by().values_list("pk", flat=True))
        with_title = self.office.publishes_titles
        return [published.activity(row, with_title=with_title, ties=ties) for row in rows]

    def summary_of(self, ties) -> AnnualSummary:
        """The figures of ``ties``, rows of ``self.ties()``."""
        return annual_summary(
            year=self.as_of.year,
            as_of=self.as_of,
            relationships=Relationship.objects.filter(pk__in=[tie.pk for tie in ties]),
            trend=1,
        )

    def published_ties(self, ties, summary: AnnualSummary) -> list[PublishedTie]:
        """``ties`` with their figures in ``summary``, in the same order."""
        figures = {tie.id: tie for tie in summary.ties}
        latest = self._latest([tie.pk for tie in ties])
        return [
            published.tie(
                row,
                figures[row.pk],
                year_cells(summary, figures[row.pk]),
                latest.get(row.pk),
            )
            for row in ties
        ]

    def _latest(self, pks) -> dict[int, PublishedActivity]:
        """The activity that ended last, of each tie that has one."""
        newest = (
            Activity.objects.live()
            .started_by(self.as_of)
            .of_relationship(OuterRef("pk"))
            .order_by("-end_date", "-pk")
        )
        found = Relationship.objects.filter(pk__in=pks).annotate(
            latest=Subquery(newest.values("pk")[:1])
        )
        by_tie = dict(found.order_by().values_list("pk", "latest"))
        rows = self.activities().filter(pk__in=set(by_tie.values()) - {None})
        of = {each.id: each for each in self.published_activities(rows)}
        return {tie: of[pk] for tie, pk in by_tie.items() if pk in of}
