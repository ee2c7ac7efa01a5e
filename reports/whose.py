"""Whose ties a page speaks of: the person's own, or those of the whole office."""

from typing import NamedTuple

from django.db.models import QuerySet

from relationships.models import Relationship
from reports.evaluation import ANSWERABLE

MINE, OFFICE = "mine", "office"


class Whose(NamedTuple):
    """``ties`` are those somebody answers for: in force or suspended. Who has ties of their own
    sees these first; ``has_own`` says whether there is a choice.
    """

    ties: QuerySet
    choice: str
    has_own: bool

    @property
    def is_mine(self) -> bool:
        return self.choice == MINE

    @property
    def relationship_ids(self):
        return self.ties.order_by().values("pk")


def whose_ties(request, office) -> Whose:
    ties = Relationship.objects.visible_to(request.user).of_office(office)
    ties = ties.filter(legal_status__in=ANSWERABLE)
    own = ties.filter(owner=request.user)
    has_own = own.exists()
    asked = request.GET.get("whose")
    choice = asked if asked in {MINE, OFFICE} else MINE if has_own else OFFICE
    return Whose(own if choice == MINE else ties, choice, has_own)
