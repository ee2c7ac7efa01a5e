"""What next steps are computed from, and what they are; plain values, no database."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.urls import reverse
from django.utils.http import urlencode

from relationships.dates import PartialDate
from reports.next_steps.effect import Effect


class Deed(NamedTuple):
    """A live activity of another tie, as an example to follow.

    ``peer`` is the city that did it; where ``is_ours`` the city it was done with.
    """

    activity: int
    title: str
    type: str
    mode: str
    direction: str
    involvement: str
    end: date
    tie: int
    tie_name: str
    peer: str
    is_same_partner: bool
    is_ours: bool
    payers: Collection[str]
    fields: Collection[str]

    @property
    def year(self) -> int:
        return self.end.year

    @property
    def address(self) -> str:
        return reverse("activity_detail", args=[self.activity])


class Open(NamedTuple):
    """An activity of the tie itself that was planned and of which nobody said what happened."""

    activity: int
    title: str


class Body(NamedTuple):
    """An organisation already on record that could carry a step."""

    id: int
    name: str
    kind: str


class Facts(NamedTuple):
    """Everything about a tie that its summary does not say. ``fields`` are those it ever had."""

    deeds: Collection[Deed] = ()
    fields: Collection[str] = ()
    waiting: Collection[Open] = ()
    bodies: Collection[Body] = ()
    agreement: PartialDate | None = None
    agreement_end: date | None = None
    partner: str = ""
    office: str = ""


class Step(NamedTuple):
    """One thing to do. ``act`` names it; ``words`` put it into sentences.

    ``evidence`` are the examples behind it, the best first; ``plan`` is what the record form is
    opened with, empty where there is nothing to record; ``times`` is how often it takes to
    clear what it can clear, None if it alone does not.
    """

    act: str
    cost: str
    evidence: tuple[Deed, ...] = ()
    others: int = 0
    plan: dict[str, str] | None = None
    effect: Effect | None = None
    times: int | None = None
    bodies: tuple[Body, ...] = ()
    figures: dict | None = None
    address: str = ""

    def plan_address(self, relationship_id: int, alert_id: int | None = None) -> str:
        """The record form, filled in as far as this step knows."""
        query = {"relationship": relationship_id, **self.plan, "status": "planned"}
        if alert_id:
            query["alert"] = alert_id
        return f"{reverse('activity_create')}?{urlencode(query)}"
