"""How long the annual summary takes, next to hand-written SQL that fetches the same facts.

    DATABASE_URL=postgres://... python bench/annual_summary.py M
    DATABASE_URL=postgres://... python bench/annual_summary.py L --rounds 5

The database must be PostgreSQL and empty, or filled by an earlier run with the same size. Both
ways run in turn in one process; the figure to look at is the median of the ratios of a round.
"""

import argparse
import datetime as dt
import gc
import os
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twinportal.settings")
os.environ.setdefault("TWINPORTAL_EMBEDDED", "1")

import django

django.setup()

from django.db import connection  # noqa: E402

from activities.models import Activity  # noqa: E402
from bench import bare_facts, portfolio  # noqa: E402
from relationships.models import Relationship  # noqa: E402
from reports.summary import annual_summary  # noqa: E402

SIZES = {"S": (200, 5_000), "M": (2_000, 100_000), "L": (40_000, 2_000_000)}
AS_OF = dt.date(2026, 3, 31)
PARAMS = {
    "as_of": AS_OF,
    "window_from": dt.date(2021, 1, 1),
    "counted_from": dt.date(2012, 1, 1),
    "years": list(range(2012, 2026)),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("size", choices=SIZES)
    parser.add_argument("--rounds", type=int, default=7)
    asked = parser.parse_args()
    if connection.vendor != "postgresql":
        raise SystemExit("Set DATABASE_URL to a PostgreSQL database.")
    ties, activities = SIZES[asked.size]
    fill(ties, activities)
    print(f"{asked.size}: {Relationship.objects.count():,} ties, "
          f"{Activity.objects.count():,} activities, {asked.rounds} rounds in turn")  # fmt: skip
    once_each()
    rounds = [(timed(bare), timed(summary)) for _ in range(asked.rounds)]
    report(rounds)


def fill(ties, activities):
    if "relationships_relationship" in connection.introspection.table_names():
        found = Relationship.objects.count()
        if found != ties:
            raise SystemExit(f"This database holds {found} ties, not {ties}: give an empty one.")
        return
    print(f"Building {ties:,} ties and {activities:,} activities ...")
    portfolio.build(ties=ties, activities=activities)


def bare():
    """The rows of every statement, as the driver gives them."""
    found = {}
    with connection.cursor() as cursor:
        for name, statement in bare_facts.STATEMENTS.items():
            cursor.execute(statement, PARAMS)
            found[name] = cursor.fetchall()
    return found


def summary():
    return annual_summary(year=2025, as_of=AS_OF, relationships=Relationship.objects.with_cities())


def once_each():
    """Warm up, and make sure that both ways speak of the same facts."""
    facts, found = bare(), summary()
    in_window = {tie.id: tie.period.years for tie in found.ties}
    rows = [row for row in facts["years"] if row[1] in in_window[row[0]]]
    assert sum(sum(row[2:10]) for row in rows) == found.shared.rows
    assert len(facts["ties"]) == len(found.ties)
    assert sum(days is not None for _, days in facts["gaps"]) <= len(found.ties)
    for name, statement_rows in facts.items():
        print(f"  {name:<14}{len(statement_rows):>10,} rows")


def timed(way) -> float:
    gc.collect()
    started = time.perf_counter()
    way()
    return time.perf_counter() - started


def report(rounds):
    bare_times, summary_times = zip(*rounds, strict=True)
    ratios = [ours / bare for bare, ours in rounds]
    print(f"bare SQL        {statistics.median(bare_times):8.3f} s  (median)")
    print(f"annual summary  {statistics.median(summary_times):8.3f} s  (median)")
    print(f"ratio           {statistics.median(ratios):8.2f}    "
          f"(of each round: {', '.join(f'{ratio:.2f}' for ratio in ratios)})")  # fmt: skip


if __name__ == "__main__":
    main()
