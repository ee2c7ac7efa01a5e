"""The next step on a flagged tie: what is missing in it, and what others do with the same
partner or country; cheapest first, citizens before officials, each with its evidence.
"""

from reports.next_steps.facts import gather
from reports.next_steps.steps import next_steps
from reports.next_steps.values import Step
from reports.next_steps.words import Card, card

__all__ = ["Card", "Step", "cards_for", "gather", "next_steps"]


def cards_for(relationship, tie, user, as_of, alert=None) -> list[Card]:
    """The next steps on ``relationship``, whose summary is ``tie``, as ``user`` may read them.

    A tie of nobody's office has none, and one without a finding asks the database nothing.
    """
    if relationship.office is None or not tie.findings:
        return []
    facts = gather(relationship, user, as_of)
    steps = next_steps(tie, facts, as_of)
    return [card(step, tie, facts.partner, alert and alert.pk) for step in steps]
