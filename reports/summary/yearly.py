"""The live activities of each tie, policy year by policy year."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from reports.metrics import Counts
from reports.summary import letters
from reports.summary.record import Record


def activities_by_year(relationships, as_of: date) -> Mapping[int, Mapping[int, Counts]]:
    """By tie and policy year, from one query; what ties share counts for each of them."""
    found = defaultdict(dict)
    for row in Record(relationships, as_of, is_january=False).years():
        found[row[0]][row[1]] = letters.counts([row])[0]
    return found
