"""What waits for an office, or for one of its officers: the desk, read in a fixed few queries."""

from datetime import date
from typing import NamedTuple

from activities.models import Activity, Import, Programme
from relationships.models import Relationship
from reports import wording
from reports.leadership_watch import open_watches, watches
from reports.look_ahead import ROUND_YEARS, LookAhead, anniversary
from reports.metrics import last_complete_year, policy_year
from reports.models import Alert
from reports.models.alert import AlertKind
from reports.outlook import OF_AGREEMENTS, outlook, sleepers
from reports.programmes import courses
from reports.return_page import Returns
from reports.signs import STATUSES
from reports.summary import annual_summary
from reports.whose import Whose

SHOWN, AT_MOST = 6, 200
TO_DECIDE = ["uploaded", "checked"]


class Short(NamedTuple):
    """The first rows of a list, and how many there are in all."""

    rows: list
    total: int

    @property
    def is_cut(self) -> bool:
        return self.total > len(self.rows)


class AlertRow(NamedTuple):
    alert: Alert
    reason: str
    raised_by: str

    @property
    def status(self) -> str:
        """The activity status it says of the tie, if it says one."""
        return self.alert.kind if self.alert.kind in STATUSES else ""


class AheadRow(NamedTuple):
    """A day that matters, with its tie and its sentence."""

    ahead: LookAhead
    relationship: Relationship
    sentence: str
    note: str = ""


class Desk:
    """Everything of ``whose`` ties in ``office`` on the day ``today``.

    Of each list the first rows; of the one that is named ``whole`` all.
    """

    def __init__(self, *, whose: Whose, office, today: date, user, whole: str | None = None):
        self.whose, self.office, self.today, self.user = whose, office, today, user
        self.whole = whole
        self.ties = {tie.pk: tie for tie in whose.ties.with_cities()}
        self.summary = annual_summary(year=today.year, as_of=today, relationships=whose.ties)
        self.ahead = outlook(ties=whose.ties, office=office, as_of=today)

    def alerts(self) -> Short:
        waiting = Alert.objects.visible_to(self.user).unanswered(self.today)
        waiting = waiting.filter(relationship__in=self.whose.relationship_ids)
        rows = waiting.with_relationship().order_by("-as_of", "-pk")[:SHOWN]
        told = [
            AlertRow(one, wording.reason(one.kind, one.figures, one.rule), wording.raised_by(one))
            for one in rows
        ]
        return Short(told, waiting.count())

    def to_confirm(self) -> Short:
        waiting = (
            Activity.objects.visible_to(self.user)
            .of_office(self.office)
            .awaiting_confirmation(self.today)
            .filter(activity_relationships__relationship__in=self.whose.relationship_ids)
            .distinct()
        )
        rows = waiting.with_relationships().order_by("end_date", "pk")[: self._most("confirm")]
        return Short(list(rows), waiting.count())

    def sleepers(self) -> Short:
        found = sleepers(self.summary, self.today)
        rows = [
            AheadRow(one, self.ties[one.relationship_id],
                     wording.falling_asleep(one.kind, one.figures))
            for one in found[: self._most("asleep")]
        ]  # fmt: skip
        return Short(rows, len(found))

    def programmes(self) -> Short:
        """Those that are due and neither held nor planned, as courses."""
        year = policy_year(self.today, self.office.fiscal_year_start_month)
        running = Programme.objects.filter(relationship__in=self.whose.relationship_ids)
        running = running.running_in(year).with_relationship()
        found = courses(running, user=self.user, office=self.office, today=self.today)
        waiting = [one for one in found if one.next_due == year]
        return Short(waiting[: self._most("programmes")], len(waiting))

    def watches(self) -> Short:
        """The open watches after a change of leader, each with the days that are left."""
        found = open_watches(watches(self.whose.ties, self.today), self.today)
        return Short(found[: self._most("watches")], len(found))

    def returns(self) -> dict:
        """How far the return of the last complete year is."""
        year = last_complete_year(self.today, self.office.fiscal_year_start_month)
        standings = list(Returns(self.summary, self.office).standings(year).values())
        missing = sum(one in {"due", "overdue"} for one in standings)
        total = len(standings)
        return {"year": year, "total": total, "missing": missing, "done": total - missing}

    def agreements(self) -> Short:
        found = [one for one in self.ahead if one.kind in OF_AGREEMENTS]
        rows = [self._told(one) for one in found[: self._most("agreements")]]
        return Short(rows, len(found))

    def anniversaries(self) -> Short:
        found = [one for one in self.ahead if one.kind == AlertKind.ANNIVERSARY_AHEAD]
        shown = found[: self._most("ahead")]
        kept = self._kept_anniversaries(shown)
        rows = [self._told(one)._replace(note=kept.get(one.relationship_id, "")) for one in shown]
        return Short(rows, len(found))

    def unverified(self) -> int | None:
        """How many contacts wait to be verified; None for who may not see contacts."""
        if not self.user.has_perm("relationships.view_contact", self.office):
            return None
        return sum(one.kind == AlertKind.CONTACT_UNVERIFIED for one in self.ahead)

    def imports(self) -> list[Import]:
        if not self.user.has_perm("activities.add_import", self.office):
            return []
        files = Import.objects.visible_to(self.user).of_office(self.office)
        return list(files.filter(state__in=TO_DECIDE).order_by("-pk")[:SHOWN])

    def _most(self, name: str) -> int:
        return AT_MOST if name == self.whole else SHOWN

    def _told(self, one) -> AheadRow:
        tie = self.ties[one.relationship_id]
        return AheadRow(one, tie, wording.reason(one.kind, one.figures, {}))

    def _kept_anniversaries(self, ahead) -> dict[int, str]:
        """By tie, what is on record for the year of the last round anniversary."""
        years = {one.relationship_id: self._last_round_year(one) for one in ahead}
        held = (
            Activity.objects.live()
            .filter(activity_relationships__relationship__in=years, type="anniversary")
            .order_by("start_date", "pk")
            .values_list("activity_relationships__relationship", "start_date__year", "title")
        )
        return {tie: title for tie, year, title in held if years.get(tie) == year}

    def _last_round_year(self, one):
        since, before = self.ties[one.relationship_id].since, one.figures["years"] - ROUND_YEARS
        return anniversary(since, before).first.year if before else None
