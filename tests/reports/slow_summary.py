"""The annual summary a second time, from lists of deeds and by plain loops."""

from collections import Counter
from datetime import timedelta
from functools import cache

from reports.metrics import Counts, Thresholds
from tests.reports import slow_metrics as slow

CLASSES = {
    "any": "GMCBU",
    "government": "GM",
    "non_government": "CB",
    "community": "CM",
    "people_to_people": "C",
}


def letter(deed, strict=False):
    return slow.letter(deed.role, deed.community, deed.business, strict)


class SlowTie:
    """One tie at ``as_of``, over a window of the last five complete policy years."""

    def __init__(self, bond, as_of, first_month):
        self.bond, self.as_of, self.first_month = bond, as_of, first_month
        self.begun = [deed for deed in bond.deeds if deed.start <= as_of]
        self.held = [deed for deed in self.begun if deed.status == "held"]
        self.live = [deed for deed in self.held if not deed.is_courtesy]
        self.window = slow.complete_years(as_of, first_month, 5)

    def certain_years(self, deed):
        return slow.years_certain(
            deed.start, deed.end, deed.start_precision, deed.end_precision, self.first_month
        )

    def counting_year(self, deed):
        """That of the latest day on which it may have begun."""
        return max(
            slow.year_of(day, self.first_month)
            for day in slow.possible_days(deed.start, deed.start_precision)
            if day <= deed.end
        )

    def counted_in(self, years):
        return [deed for deed in self.live if self.counting_year(deed) in years]

    def called_off_in(self, years, status):
        return [
            deed
            for deed in self.begun
            if deed.status == status and not deed.is_courtesy and self.counting_year(deed) in years
        ]

    def letters_in(self, year, strict=False):
        return {letter(deed, strict) for deed in self.live if year in self.certain_years(deed)}

    def counts(self, years, strict=False):
        return Counts(**Counter(letter(deed, strict) for deed in self.counted_in(years)))

    def last(self):
        return min(max(deed.end for deed in self.live), self.as_of) if self.live else None

    def days_with_status(self, wanted, first, last):
        return [day for day in slow.days(first, last) if self.status_on(day) == wanted]

    @cache  # noqa: B019
    def status_on(self, day):
        return slow.status_on(day, self.bond.changes, self.bond.start, "in_force")

    def status(self, start, removed=""):
        ends = [deed.end for deed in self.live if letter(deed) not in removed]
        since = min([*ends, start or self.as_of, self.as_of])
        suspended = set(self.days_with_status("suspended", since, self.as_of))
        return slow.status(ends, self.as_of, start, suspended, Thresholds())

    def is_exposed(self, year):
        first = self.as_of.replace(year=year, month=self.first_month, day=1)
        last = first.replace(year=year + 1) - timedelta(days=1)
        return len(self.days_with_status("in_force", first, last)) >= 183

    def is_outside_term(self, year):
        start, over = self.bond.start, self.over_since()
        return (start is not None and year < slow.year_of(start, self.first_month)) or (
            over is not None and year > slow.year_of(over, self.first_month)
        )

    def over_since(self):
        """The first day of being ended or historical without a break until ``as_of``."""
        known = [change for change in self.bond.changes if change[0] <= self.as_of]
        over = None
        for day, status in known:
            if status not in ("ended", "historical"):
                over = None
            elif over is None:
                over = day
        return over

    def mark(self, year):
        letters = self.letters_in(year)
        if letters:
            return slow.letter(
                "lead" if letters & {"G", "M"} else "none",
                bool(letters & {"C", "M"}),
                "B" in letters,
                False,
            )
        if self.bond.start and year < slow.year_of(self.bond.start, self.first_month):
            return "before"
        if year in self.bond.returned:
            return "silent"
        return "after" if self.is_outside_term(year) else "not_reported"

    def unreported(self):
        return tuple(
            year
            for year in self.window
            if not self.letters_in(year)
            and year not in self.bond.returned
            and not self.is_outside_term(year)
        )
