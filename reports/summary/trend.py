"""Policy years of the whole set, side by side."""

from collections import Counter

from reports import metrics
from reports.metrics import CLASSES, Counts
from reports.summary import letters
from reports.summary.facts import SharedRow
from reports.summary.judging import Case
from reports.summary.values import YearOfTrend


class YearSums:
    """One policy year of all ties, added up tie by tie."""

    def __init__(self):
        self.listed = 0
        self.exposed = 0
        self.codes = Counter()
        self.activities = Counter()
        self.participants = 0
        self.unnumbered = 0

    def add(self, case: Case, year: int, *, is_exposed: bool) -> None:
        self.listed += 1
        self.exposed += is_exposed
        if year in case.codes:
            self.codes[case.codes[year]] += 1
        record = case.facts.years.get(year)
        if record:
            for letter in metrics.INVOLVEMENTS:
                self.activities[letter] += getattr(record, letter)
            self.participants += record.participants
            self.unnumbered += record.unnumbered

    def take_back(self, row: SharedRow) -> None:
        """An activity that was already counted for another tie."""
        self.activities[row.involvement] -= 1
        self.participants -= row.participants
        self.unnumbered -= row.is_unnumbered

    def total(self, year: int) -> YearOfTrend:
        return YearOfTrend(
            year=year,
            listed=self.listed,
            exposed=self.exposed,
            ties={name: self._ties(name) for name in CLASSES},
            activities=Counts(*(self.activities[letter] for letter in metrics.INVOLVEMENTS)),
            participants=self.participants,
            unnumbered=self.unnumbered,
        )

    def _ties(self, name):
        return sum(
            ties
            for codes, ties in self.codes.items()
            if metrics.indicator(letters.usual(codes), name)
        )
