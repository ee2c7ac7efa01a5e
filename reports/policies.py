"""Which policy holds for a tie: the most particular version in force on a day."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db.models import Q

from reports.metrics import Thresholds
from reports.models import Policy


@dataclass(frozen=True, slots=True)
class Rule:
    """The figures that hold for some ties, and the version they come from.

    ``policy`` is None where nobody set one: then the portal's built-in figures hold.
    """

    policy: Policy | None
    thresholds: Thresholds
    window_years: int
    grace_days: int

    @classmethod
    def of(cls, policy: Policy) -> "Rule":
        return cls(policy, policy.thresholds, policy.window_years, policy.grace_days)

    @property
    def policy_id(self) -> int | None:
        return self.policy.pk if self.policy else None

    @property
    def frozen(self) -> dict[str, int]:
        """The thresholds as plain values, as alerts keep them."""
        return asdict(self.thresholds)


# A policy that was never saved has the figures of the columns' defaults.
BUILT_IN = Rule(None, Policy().thresholds, Policy().window_years, Policy().grace_days)


class Policies:
    """The policies in force on the day ``on``, read in one query."""

    def __init__(self, on: date, offices=None):
        """``offices`` (pks or a query) limits whose policies are read; defaults always are."""
        versions = Policy.objects.in_force(on)
        if offices is not None:
            versions = versions.filter(Q(office__in=offices) | Q(office=None))
        # The latest version of an office and tier comes last and stays.
        self._rules = {(policy.office_id, policy.tier): Rule.of(policy) for policy in versions}

    def rule_for(self, office_id: int | None, tier: str = "") -> Rule:
        """What holds for ties of ``tier`` in an office: office and tier, office, tier, default."""
        for key in ((office_id, tier), (office_id, ""), (None, tier), (None, "")):
            if key in self._rules:
                return self._rules[key]
        return BUILT_IN
