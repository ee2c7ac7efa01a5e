"""What is found about a tie, with the figures that prove it."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from reports.summary import words

KINDS = (
    "not_reported",
    "inactive",
    "dormant",
    "vulnerable",
    "official_heavy",
    "official_only",
    "sporadic",
    "classify_first",
)


class Finding(NamedTuple):
    """One finding of a kind of ``KINDS``, its figures and the thresholds it was judged by.

    Both are plain values that JSON can keep: rebuilt from what an alert froze, a finding says
    the same again in any language. ``figures`` are those of the whole tie.
    """

    kind: str
    figures: Mapping[str, Any]
    thresholds: Mapping[str, int]

    @property
    def sentence(self) -> str:
        """What was found, with its figures."""
        return words.SENTENCES[self.kind](self.figures, self.thresholds)

    @property
    def rule(self) -> str:
        """When this is said of a tie."""
        return words.RULES[self.kind](self.thresholds)

    @property
    def clearing(self) -> str:
        """What would clear it."""
        return words.CLEARINGS[self.kind](self.thresholds)
