"""Policy years of the whole set, side by side."""

from collections import Counter
from operator import itemgetter

from reports import metrics
from reports.metrics import CalledOff, Counts, Payment
from reports.summary import letters
from reports.summary.case import Case
from reports.summary.facts import SharedRow, YearRecord
from reports.summary.values import YearOfTrend


class YearSums:
    """One policy year of all ties: collected tie by tie, added up once."""

    def __init__(self):
        self.listed = 0
        self.exposed = 0
        self.codes: list[str] = []
        self.rows: list[tuple] = []
        self.again: list[SharedRow] = []
        self.money: list[list[Payment]] = []
        self.called_off: list[CalledOff] = []

    def add(self, case: Case, year: int, *, is_exposed: bool) -> None:
        self.listed += 1
        self.exposed += is_exposed
        if year in case.codes:
            self.codes.append(case.codes[year])
        if year in case.facts.rows:
            self.rows.append(case.facts.rows[year])
        if year in case.facts.money:
            self.money.append(case.facts.money[year])
        self.called_off += case.facts.called_off.get(year, ())

    def take_back(self, row: SharedRow) -> None:
        """An activity that was already counted for another tie."""
        self.again.append(row)

    def total(self, year: int) -> YearOfTrend:
        alike = Counter(map(letters.usual, self.codes))
        again = Counter(row.involvement for row in self.again)
        rows = letters.counts(self.rows)[0]
        activities = Counts(*(n - again[letter] for letter, n in rows._asdict().items()))
        return YearOfTrend(
            year=year,
            listed=self.listed,
            exposed=self.exposed,
            ties={name: found.n for name, found in metrics.likelihoods(alike).items()},
            activities=activities,
            participants=self._people("participants") - sum(r.participants for r in self.again),
            unnumbered=self._people("unnumbered") - sum(r.is_unnumbered for r in self.again),
            costs=metrics.costs(self.money, activities.total),
            disruption=metrics.disruptions(self.called_off, activities.total),
        )

    def _people(self, name):
        return sum(map(itemgetter(YearRecord._fields.index(name)), self.rows))
