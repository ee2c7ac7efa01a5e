"""A made-up portfolio of a given size on PostgreSQL, the same rows every time.

Skewed like life: 28 % of the ties have no activity, the median of the others is some twenty and
a few have many hundreds; four activities in five are older than the last five years.
"""

import datetime as dt
import math
import random

from django.core.management import call_command
from django.db import connection

TODAY = dt.date(2026, 3, 31)
FIRST = dt.date(1980, 1, 1)
TIES_PER_OFFICE = 20
ROLES = ["none"] * 45 + ["courtesy"] * 10 + ["participant"] * 30 + ["lead"] * 15
GROUPS = ["students", "teachers", "artists", "athletes", "business", "residents", None, None]
GROUP_COLUMNS = ["elected", "officials", "students", "teachers", "artists", "athletes",
                 "business", "academics", "civic", "residents"]  # fmt: skip
DIRECTIONS = ["outbound", "inbound", "both", "none"]
FIELDS = ["education", "culture", "sport", "economy", "tourism", "youth", "health"]


def build(*, ties: int, activities: int, offices: int | None = None) -> None:
    """Create the tables in an empty database and fill them."""
    call_command("migrate", verbosity=0)
    rng = random.Random(ties)
    with connection.cursor() as cursor:
        offices = _offices(cursor, offices or max(1, ties // TIES_PER_OFFICE))
        _cities(cursor, ties)
        _ties(cursor, rng, ties, offices)
        numbers = _numbers(rng, ties, activities)
        _activities(cursor, rng, numbers)
        _settle(cursor)


def _copy(cursor, table, columns, rows):
    with cursor.copy(f"COPY {table} ({', '.join(columns)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _offices(cursor, offices):
    _copy(
        cursor,
        "accounts_office",
        ["id", "name", "slug", "time_zone", "language", "currency",
         "fiscal_year_start_month", "has_public_register", "is_demonstration",
         "shares_with_network", "publishes_titles", "register_licence"],
        (
            (n, f"Office {n}", f"office-{n}", "UTC", "en-ca", "CAD", 4 if n % 5 == 0 else 1,
             False, True, False, False, "cc_by")
            for n in range(1, offices + 1)
        ),
    )  # fmt: skip
    return offices


def _cities(cursor, ties):
    columns = ["id", "name", "native_name", "native_language", "country", "region", "kind",
               "wikidata_id", "search_text"]  # fmt: skip
    countries = ["CA", "CN", "JP", "FR", "DE", "US", "GB", "KR"]
    _copy(
        cursor,
        "relationships_city",
        columns,
        (
            (n, f"City {n}", "", "", countries[n % 8], f"Region {n % 90}", "city", "", f"city {n}")
            for n in range(1, ties + 2)
        ),
    )


def _ties(cursor, rng, ties, offices):
    columns = ["id", "office_id", "home_city_id", "partner_city_id", "tier", "tier_label",
               "start_date", "start_precision", "legal_status", "source", "note", "version",
               "created_at", "updated_at"]  # fmt: skip
    now = dt.datetime(2026, 3, 31, tzinfo=dt.UTC)
    rows, changes, returns = [], [], []
    cities = ties + 1
    for tie in range(1, ties + 1):
        office = tie % offices + 1
        partner = office + 1 + (tie // offices * 997) % ties
        partner = partner - cities if partner > cities else partner
        if partner == office:
            partner = office % cities + 1
        start = FIRST + dt.timedelta(days=rng.randrange(15_000))
        rows.append((tie, office, office, partner, rng.choice(["sister", "friendship"]), "",
                     start, "day", "in_force", "", "", 1, now, now))  # fmt: skip
        if tie % 20 == 0:
            changes.append((tie, "suspended", dt.date(2020, 3, 1), "day", "", "in_force", now))
            changes.append((tie, "in_force", dt.date(2022, 6, 1), "day", "", "suspended", now))
        returns += [
            (tie, year, "nil", TODAY, "", 1, now, now)
            for year in range(2012, 2026)
            if rng.random() < 0.7
        ]
    _copy(cursor, "relationships_relationship", columns, rows)
    _copy(
        cursor,
        "relationships_legalstatuschange",
        ["relationship_id", "status", "date", "precision", "note", "status_before", "created_at"],
        changes,
    )
    _copy(
        cursor,
        "reports_annualreturn",
        [
            "relationship_id",
            "year",
            "state",
            "attested_date",
            "note",
            "version",
            "created_at",
            "updated_at",
        ],
        returns,
    )


def _numbers(rng, ties, activities):
    """How many activities each tie has: none for 28 %, else log-normal, at most 842."""
    raw = [
        0 if rng.random() < 0.28 else min(math.exp(rng.gauss(3.0, 1.4)), 680) for _ in range(ties)
    ]
    scale = activities / sum(raw)
    return {tie: round(weight * scale) for tie, weight in enumerate(raw, 1) if weight}


def _activities(cursor, rng, numbers):
    links, fields = [], []
    now = dt.datetime(2026, 3, 31, tzinfo=dt.UTC)
    offices = _office_of_tie(cursor)
    apart = len(set(offices.values()))
    columns = ["id", "office_id", "title", "search_text", "type", "mode", "direction", "start_date",
               "start_precision", "end_date", "end_precision", "status", "recorded_date",
               "reason_code", "reason_side", "reason_note", "government_role", "substance",
               "led_by", "place", "evidence", "outcome", "source_url", "note", "version",
               "created_at", "updated_at", *GROUP_COLUMNS,
               *(f"{name}_unnumbered" for name in GROUP_COLUMNS)]  # fmt: skip
    with cursor.copy(f"COPY activities_activity ({', '.join(columns)}) FROM STDIN") as copy:
        number = 0
        for tie, count in numbers.items():
            for _ in range(count):
                number += 1
                copy.write_row(_activity(rng, number, offices[tie], now))
                links.append((number, tie))
                # Ties of one office lie as many numbers apart as there are offices.
                if rng.random() < 0.02 and tie > apart:
                    links.append((number, tie - apart))
                fields += [(number, f) for f in rng.sample(FIELDS, rng.choice([1, 1, 2]))]
    _copy(cursor, "activities_activityrelationship", ["activity_id", "relationship_id"], links)
    _copy(cursor, "activities_activityfield", ["activity_id", "field"], fields)


def _office_of_tie(cursor):
    cursor.execute("SELECT id, office_id FROM relationships_relationship")
    return dict(cursor.fetchall())


def _activity(rng, number, office, now):
    start, precision, end = _dates(rng)
    role = rng.choice(ROLES)
    group = rng.choice(GROUPS)
    people = rng.randrange(1, 60)
    unnumbered = rng.random() < 0.1
    status = "cancelled" if rng.random() < 0.05 else "held"
    substance = "courtesy" if rng.random() < 0.08 else "substantive"
    return (
        number, office, f"Activity {number}", f"activity {number}", "other",
        "in_person", rng.choice(DIRECTIONS),
        start, precision, end, precision, status, TODAY, "", "", "", role, substance, "", "",
        "self_reported", "", "", "", 1, now, now,
        *(people if name == group and not unnumbered else None for name in GROUP_COLUMNS),
        *(name == group and unnumbered for name in GROUP_COLUMNS),
    )  # fmt: skip


def _dates(rng):
    year = rng.choice(range(2021, 2026)) if rng.random() < 0.2 else rng.choice(range(1985, 2021))
    start = dt.date(year, 1, 1) + dt.timedelta(days=rng.randrange(360))
    kind = rng.random()
    if kind < 0.05:
        return dt.date(year, 1, 1), "year", dt.date(year, 12, 31)
    if kind < 0.15:
        month = start.replace(day=1)
        return month, "month", (month + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(1)
    return start, "day", start + dt.timedelta(days=rng.choice([0, 0, 2, 5, 30]))


def _settle(cursor):
    """After COPY: sequences behind the rows, and statistics and visibility for the planner."""
    for table in ("accounts_office", "relationships_city", "relationships_relationship",
                  "activities_activity"):  # fmt: skip
        cursor.execute(
            f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT max(id) FROM {table}))"
        )
    cursor.execute("VACUUM ANALYZE")
