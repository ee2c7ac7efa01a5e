"""How long the pages of one big office take, next to the queries of its annual summary in bare SQL.

    DATABASE_URL=postgres://... python bench/dashboard.py --ties 2000 --activities 100000

The database must be PostgreSQL and empty, or filled by an earlier run. All ties belong to one
office. Each page is asked for by a signed-in coordinator, in turn with the bare queries.
"""

import argparse
import datetime as dt
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

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from accounts.models import Membership, Office, User  # noqa: E402
from accounts.roles import Role  # noqa: E402
from bench import bare_facts, portfolio  # noqa: E402

PARAMS = {
    "as_of": dt.date(2026, 3, 31),
    "window_from": dt.date(2021, 1, 1),
    "counted_from": dt.date(2006, 1, 1),
    "years": list(range(2006, 2026)),
}
PAGES = [
    "/dashboard/", "/dashboard/?years=10", "/dashboard/?country=CN", "/dashboard/?field=sport",
    "/dashboard/compare/", "/dashboard/shocks/", "/dashboard/leaders/", "/dashboard/stress-test/",
    "/dashboard/travel/", "/register/office-1/", "/relationships/", "/activities/",
]  # fmt: skip


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ties", type=int, default=2_000)
    parser.add_argument("--activities", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=5)
    asked = parser.parse_args()
    if connection.vendor != "postgresql":
        raise SystemExit("Set DATABASE_URL to a PostgreSQL database.")
    if "relationships_relationship" not in connection.introspection.table_names():
        portfolio.build(ties=asked.ties, activities=asked.activities, offices=1)
    call_command("collectstatic", verbosity=0, interactive=False)
    Office.objects.update(
        is_demonstration=False, shares_with_network=True, has_public_register=True
    )
    browser = Client(SERVER_NAME="localhost")
    user, _ = User.objects.get_or_create(email="bench@localhost")
    Membership.objects.get_or_create(user=user, office_id=1, role=Role.COORDINATOR)
    browser.force_login(user)
    print(f"{'page':<28}{'queries':>8}{'kB':>8}{'bare s':>9}{'page s':>9}{'ratio':>8}")
    for page in PAGES:
        report(browser, page, asked.rounds)


def report(browser, page, rounds):
    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(page)
        asked = len(queries)
    times = [(timed(bare), timed(lambda: browser.get(page))) for _ in range(rounds)]
    bare_times, page_times = zip(*times, strict=True)
    ratio = statistics.median(ours / plain for plain, ours in times)
    print(f"{page:<28}{asked:>8}{len(answer.content) // 1000:>8}"
          f"{statistics.median(bare_times):>9.3f}{statistics.median(page_times):>9.3f}{ratio:>8.2f}"
          f"{'' if answer.status_code == 200 else f'  answers {answer.status_code}'}")  # fmt: skip


def bare():
    with connection.cursor() as cursor:
        for statement in bare_facts.STATEMENTS.values():
            cursor.execute(statement, PARAMS)
            cursor.fetchall()


def timed(way) -> float:
    started = time.perf_counter()
    way()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
