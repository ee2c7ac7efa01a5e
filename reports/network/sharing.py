"""Which offices of a network share, and the ties behind its sums."""

from dataclasses import dataclass

from accounts.models import Office
from relationships.models import Relationship

VIEW = "reports.view_network"
SUMS = "reports.view_summary"


@dataclass(frozen=True, slots=True)
class Sharing:
    """The offices of a network that share; of the others only how many they are."""

    offices: tuple[Office, ...]
    silent: int

    @property
    def total(self) -> int:
        return len(self.offices) + self.silent


def sharing_with(user) -> Sharing:
    """How the offices in which ``user`` looks for a network stand today."""
    offices = Office.objects.visible_to(user, VIEW).order_by("name", "pk")
    shared = tuple(office for office in offices if office.shares_with_network)
    return Sharing(shared, len(offices) - len(shared))


def ties_shared_with(user):
    """The ties of these offices, those that share alone. Their rows are summed, never shown."""
    return Relationship.objects.visible_to(user, VIEW).filter(
        office__in=Office.objects.visible_to(user, VIEW).filter(shares_with_network=True)
    )
