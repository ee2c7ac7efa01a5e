"""Where each item of aid stands, and what may be added up. Nothing here reads the database."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext_lazy as _

from activities.choices import Direction, Status
from activities.models.money import AidKind
from relationships.folding import fold


class Standing(models.TextChoices):
    """The furthest step of an item that is on record."""

    ARRIVED = "arrived", _("arrived")
    SHIPPED = "shipped", _("on its way")
    ASKED = "asked", _("asked for")
    OFFERED = "offered", _("offered")
    RECORDED = "recorded", _("no step recorded")


def standing(line) -> Standing:
    """Of an aid line, from its dates; without any, from what kind it is."""
    if line.arrived_date:
        return Standing.ARRIVED
    if line.shipped_date:
        return Standing.SHIPPED
    if line.requested_date or line.kind == AidKind.REQUEST:
        return Standing.ASKED
    return Standing.OFFERED if line.kind == AidKind.OFFER else Standing.RECORDED


class Total(NamedTuple):
    """What adds up: one item in one unit, of one kind, in one direction. ``uncounted`` lines
    say no quantity.
    """

    kind: str
    direction: str
    item: str
    unit: str
    quantity: Decimal
    lines: int
    uncounted: int

    @property
    def kind_words(self) -> str:
        return str(AidKind(self.kind).label)

    @property
    def direction_words(self) -> str:
        return str(Direction(self.direction).label)


def totals(lines: Iterable) -> list[Total]:
    """Of the lines whose activity was held. What is asked for is never added to what is sent,
    a box never to a piece, what went never to what came.
    """
    alike = defaultdict(list)
    for line in lines:
        if line.activity.status == Status.HELD:
            alike[line.kind, line.activity.direction, fold(line.item), fold(line.unit)].append(line)
    found = [_total(same) for same in alike.values()]
    return sorted(found, key=lambda one: (fold(one.item), one.kind, one.direction, one.unit))


def _total(lines):
    first, known = lines[0], [line for line in lines if line.quantity is not None]
    return Total(
        kind=first.kind,
        direction=first.activity.direction,
        item=first.item,
        unit=first.unit,
        quantity=sum((line.quantity for line in known), Decimal(0)),
        lines=len(lines),
        uncounted=len(lines) - len(known),
    )
