"""The pair-years of a set of ties on one denominator, and what they say."""

from collections import Counter
from collections.abc import Callable, Iterable

from reports import metrics
from reports.metrics import CLASSES, SCENARIOS, Likelihood
from reports.summary import letters


class PairYears:
    """Pair-years counted by their codes, those of silent years under the empty text."""

    def __init__(self):
        self.alike = Counter()

    def add(self, codes: Iterable[str]) -> None:
        self.alike.update(codes)

    def usual(self) -> dict[str, Likelihood]:
        """Every class."""
        return metrics.likelihoods(self.read(letters.usual))

    def strict(self) -> dict[str, Likelihood]:
        """The classes that change when a courtesy counts as a government part."""
        usual, strict = self.usual(), metrics.likelihoods(self.read(letters.strict))
        return {name: strict[name] for name in CLASSES if strict[name] != usual[name]}

    def stress(self) -> dict[str, Likelihood]:
        """By scenario: the likelihood of any activity with some involvements taken away."""
        return {name: self._without(away) for name, away in SCENARIOS.items()}

    def marked(self, mark: str) -> int:
        """How many show this mark."""
        return self.read(lambda codes: metrics.year_mark(letters.usual(codes)))[mark]

    def read(self, reading: Callable[[str], str | None]) -> Counter:
        """The pair-years counted by ``reading`` of their codes."""
        counted = Counter()
        for codes, n in self.alike.items():
            counted[reading(codes)] += n
        return counted

    def _without(self, away):
        kept = self.read(lambda codes: "".join(set(letters.usual(codes)) - set(away)))
        return metrics.likelihoods(kept)["any"]
