"""Which policy years a summary looks at: the window of each tie, the strip and the trend."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from reports import metrics
from reports.summary.values import Period


def period_of(year: int, as_of: date, first_month: int, k: int) -> Period:
    """W of ``k`` policy years, ending with ``year`` or the last complete year before it."""
    last = min(year, metrics.last_complete_year(as_of, first_month))
    running = metrics.running_year(as_of, first_month)
    return Period(
        first_month=first_month,
        years=tuple(range(last - k + 1, last + 1)),
        first_day=metrics.first_day(last - k + 1, first_month),
        last_day=metrics.last_day(last, first_month),
        running=running if running == last + 1 else None,
    )


class Calendar:
    """The years of a set of ties, given the first month and the length of each one's window."""

    def __init__(
        self,
        year: int,
        as_of: date,
        windows: Mapping[int, tuple[int, int]],
        *,
        strip: int,
        trend: int,
    ):
        asked = Counter(windows.values())
        made = {key: period_of(year, as_of, *key) for key, _ in asked.most_common()}
        # The commonest first.
        self.periods = tuple(made.values())
        self.by_tie = {tie: made[key] for tie, key in windows.items()}
        last = max((period.years[-1] for period in self.periods), default=year)
        self.strip_years = tuple(range(last - strip + 1, last + 1))
        self.trend_years = tuple(range(last - trend + 1, last + 1))
        window_years = {year for period in self.periods for year in period.years}
        self.all_years = sorted({*self.strip_years, *self.trend_years, *window_years})

    @property
    def is_january(self) -> bool:
        """Every policy year is the calendar year."""
        return all(period.first_month == 1 for period in self.periods)

    @property
    def window_from(self) -> date:
        """A day no window begins before."""
        return date(self._first_window_year(), 1, 1)

    @property
    def counted_from(self) -> date:
        """A day before which nothing falls into a window or the trend."""
        return date(min(self._first_window_year(), self.trend_years[0]), 1, 1)

    def _first_window_year(self):
        return min((period.years[0] for period in self.periods), default=self.strip_years[-1])
