"""What several of the ties share, so that totals can count it once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from reports.summary.facts import SharedRow
from reports.summary.values import Period


class SharedActivities:
    """The activities that several of the listed ties share, as each of them counts them.

    An activity counts for the first of its ties: the earliest policy year, then the lowest
    number. For the others it is counted again, and totals take it back.
    """

    def __init__(self, rows: Iterable[SharedRow]):
        self._of_activity = defaultdict(list)
        for row in rows:
            self._of_activity[row.activity].append(row)

    def again(self) -> Iterator[SharedRow]:
        """The rows beyond the first of each activity."""
        for rows in self._of_activity.values():
            yield from rows[1:]

    def again_in_window(self, periods: Mapping[int, Period]) -> Iterator[SharedRow]:
        """The same among rows in the window of their own tie."""
        for rows in self._in_window(periods):
            yield from rows[1:]

    def shared_in_window(self, periods: Mapping[int, Period]) -> int:
        """How many activities lie in the windows of several ties."""
        return sum(len(rows) > 1 for rows in self._in_window(periods))

    def _in_window(self, periods):
        for rows in self._of_activity.values():
            yield [row for row in rows if row.first in periods[row.tie].years]
