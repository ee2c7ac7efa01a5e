"""How long an edition takes, and how much memory: freezing it and each file.

    DATABASE_URL=postgres://... python bench/edition.py
    DATABASE_URL=postgres://... python bench/edition.py --ties 2000 --offices 160
    DATABASE_URL=postgres://... python bench/edition.py --offices 1

Of several offices it is the edition of their network, of one the office's own. The database must
be PostgreSQL and empty, or filled by an earlier run with the same ties.
"""

import argparse
import datetime as dt
import os
import resource
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "twinportal.settings")
os.environ.setdefault("TWINPORTAL_EMBEDDED", "1")

import django

django.setup()

from django.db import connection, reset_queries  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from accounts.models import Office  # noqa: E402
from activities.models import Activity  # noqa: E402
from bench import portfolio  # noqa: E402
from relationships.models import Relationship  # noqa: E402
from reports.editions.building import office_content  # noqa: E402
from reports.editions.formats import RENDERERS as OF_AN_OFFICE  # noqa: E402
from reports.network.editions.building import network_content  # noqa: E402
from reports.network.editions.formats import RENDERERS as OF_A_NETWORK  # noqa: E402
from reports.network.sharing import Sharing  # noqa: E402

AS_OF = dt.date(2026, 3, 31)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ties", type=int, default=500)
    parser.add_argument("--offices", type=int, default=40)
    parser.add_argument("--activities", type=int, default=25_000)
    asked = parser.parse_args()
    if connection.vendor != "postgresql":
        raise SystemExit("Set DATABASE_URL to a PostgreSQL database.")
    if "relationships_relationship" not in connection.introspection.table_names():
        portfolio.build(ties=asked.ties, activities=asked.activities, offices=asked.offices)
    offices = tuple(Office.objects.order_by("pk"))
    print(f"{Relationship.objects.count():,} ties of {len(offices)} offices, "
          f"{Activity.objects.count():,} activities; at first {memory()}")  # fmt: skip
    for language in ("en-ca", "fr-ca"):
        measure(offices, language)


def measure(offices, language):
    reset_queries()
    started = time.perf_counter()
    with CaptureQueriesContext(connection) as queries:
        content = content_of(offices, year=2025, as_of=AS_OF, language=language)
    print(f"{language}  content {time.perf_counter() - started:6.2f} s  {len(queries)} queries  "
          f"{memory()}")  # fmt: skip
    renderers = OF_A_NETWORK if len(offices) > 1 else OF_AN_OFFICE
    for format, render in renderers.items():
        started = time.perf_counter()
        size = len(render(content))
        print(f"{language}  {format:<5}   {time.perf_counter() - started:6.2f} s  "
              f"{size / 1024:8.0f} KB  {memory()}")  # fmt: skip


def content_of(offices, **asked):
    if len(offices) == 1:
        return office_content(office=offices[0], **asked)
    return network_content(sharing=Sharing(offices, 0), **asked)


def memory() -> str:
    """The most that this process has held."""
    return f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB at most"


if __name__ == "__main__":
    main()
